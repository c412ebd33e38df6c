"""`boardsup load`: whole classes at once on real sockets, at scheduled moments, and a count of what became of it."""

from boardsup.cli.load.load import Asked, There, load

__all__ = ["Asked", "There", "load"]
