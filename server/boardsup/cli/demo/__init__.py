"""`boardsup demo`: a whole lesson with thirty simulated students over real sockets, and every answer counted."""

from boardsup.cli.demo.demo import demo

__all__ = ["demo"]
