"""What a lesson says when a wish makes no sense now: one plain sentence for the person who asked."""

from __future__ import annotations


class Refused(Exception):
    """The command is well formed, but not now, or not for this person. The text is shown to the sender alone."""


MOVED_ON = "The class has moved on."
CLOSED = "This question is already closed."
ENDED = "The lesson has ended. Thank you!"
