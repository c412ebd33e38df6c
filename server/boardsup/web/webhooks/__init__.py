"""Telling other programs that a lesson has ended."""
