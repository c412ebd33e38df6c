"""The library of items at the desk: browsed, looked at, written, imported; see README.md."""
