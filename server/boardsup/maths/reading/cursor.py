"""The tokens of one text, and how far they have been read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from boardsup.maths.reading.tokens import Token
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.tree import Node

DEEPEST = 24
END = Token("end", "", -1)

_ENDS_AN_OPERAND = (")", "]", "}", ",", ";", "=", "≠", "<", "≤", ">", "≥", "%", "^")


@dataclass(frozen=True, slots=True)
class Options:
    """How a text is to be read: the item's letters (None: any), its unit, whether it is a teacher's question.

    `has_runs`: where the letters are not known, may several stand in a row, as in lw? `decimal_comma`: is 2,5 a number?
    """

    variables: frozenset[str] | None = None
    unit: str = ""
    is_question: bool = False
    has_runs: bool = True
    decimal_comma: bool = False


class Cursor:
    """A place among tokens. `expression` reads what stands in brackets; it is passed in, as it stands above."""

    def __init__(self, found: list[Token], options: Options, end: int, expression: Callable[[Cursor], Node]) -> None:
        self.tokens, self.options, self.end, self.expression = [*found, END], options, end, expression
        self.i = 0
        self.next = self.tokens[0]
        """The token that has not been read yet."""
        self.depth = 0
        self.bars = 0

    def take(self) -> Token:
        """Read it."""
        token = self.next
        if token is not END:
            self.skip(1)
        return token

    def skip(self, many: int) -> None:
        """Leave so many tokens behind."""
        self.i += many
        self.next = self.tokens[self.i]

    def is_next(self, *signs: str) -> bool:
        """Is the next token one of these signs?"""
        token = self.next
        return token.kind == "sign" and token.text in signs

    def place(self) -> int:
        """Where the next token stands; the end of the text when there is none."""
        return self.next.at if self.next is not END else self.end

    def deeper(self, at: int) -> None:
        """One level further in. Raises `Stuck` past the cap."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Stuck("read.too_deep", at)

    def needs_operand(self, after: Token) -> None:
        """Raise `Stuck` when nothing that could be a number or a letter follows."""
        if self.next is END or self.is_next(*_ENDS_AN_OPERAND):
            raise Stuck("read.dangling_operator", after.at, after.text)

    def no_operand(self, token: Token) -> Stuck:
        """Why this token cannot stand where a number or a letter should."""
        if token is END:
            before = self.tokens[-2] if len(self.tokens) > 1 else END
            return Stuck("read.empty") if before is END else Stuck("read.dangling_operator", before.at, before.text)
        if token.text in (")", "}", "]"):
            return Stuck("read.unbalanced", token.at, token.text)
        return Stuck("read.missing_operand", token.at, token.text)
