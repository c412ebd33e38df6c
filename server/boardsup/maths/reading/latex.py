r"""The LaTeX that math fields emit, as tokens: \frac, \sqrt, \left( …, signs, words, braces as groups.

Only what stands here is known; any other command is not read. Never ASCIIMath: it loses mixed numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from boardsup.maths.reading.tokens import Token, number, numerals, repeating, tokens
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.tree import Node, Quotient, Root

DEEPEST_GROUP = 12

_SIGNS = {
    "cdot": "*", "times": "*", "ast": "*", "div": "÷", "le": "≤", "leq": "≤", "leqslant": "≤", "ge": "≥", "geq": "≥",
    "geqslant": "≥", "lt": "<", "gt": ">", "ne": "≠", "neq": "≠", "pm": "±", "varnothing": "∅", "emptyset": "∅",
    "vert": "|", "lvert": "|", "rvert": "|", "mid": "|", "circ": "°", "degree": "°", "colon": ":", "%": "%", "$": "$",
    "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "in": "=",
}  # fmt: skip
_SPACES = frozenset({",", ";", ":", "!", " ", "quad", "qquad", "displaystyle", "left", "right", "big", "Big"})
_FRACTIONS = frozenset({"frac", "dfrac", "tfrac", "cfrac"})
_TEXTS = frozenset({"text", "mathrm", "textrm", "operatorname", "mathbb"})
_BARE_POINT = re.compile(r"(?<!\d)\.\\overline")
_COMMAND = re.compile(r"\\([a-zA-Z]+|.)")

Parse = Callable[[list[Token], int], Node]
"""Reads the tokens of a group as an expression."""


class Latex:
    """One text in LaTeX, and how far it has been turned into tokens."""

    def __init__(self, text: str, parse: Parse) -> None:
        self.text, self.parse = _BARE_POINT.sub(r"0.\\overline", text.replace("{,}", ",")), parse
        self.i = 0
        self.depth = 0

    def tokens(self) -> list[Token]:
        """All of them. Raises `Stuck`."""
        return self._until("")

    def _until(self, closing: str) -> list[Token]:
        found: list[Token] = []
        while self.i < len(self.text):
            character = self.text[self.i]
            if character == "}" and closing:
                return found
            if character == "\\":
                self._command(found)
            elif character == "{":
                found.extend(self._group_in_brackets())
            elif character == "}":
                raise Stuck("read.unbalanced", self.i, "}")
            else:
                self._plain(found)
        if closing:
            raise Stuck("read.unbalanced", self.i, "{")
        return found

    def _plain(self, found: list[Token]) -> None:
        """Up to the next command or brace, as it is typed anywhere."""
        end = next((j for j in range(self.i, len(self.text)) if self.text[j] in "\\{}"), len(self.text))
        found.extend(tokens(self.text[self.i : end], self.i))
        self.i = end

    def _command(self, found: list[Token]) -> None:
        at = self.i
        match = _COMMAND.match(self.text, at)
        if match is None:
            raise Stuck("read.latex", at, "\\")
        name = match.group(1)
        self.i = match.end()
        if name == "&":
            found.append(Token("word", "and", at))
        elif name in _SIGNS:
            found.append(Token("sign", _SIGNS[name], at))
        elif name == "pi":
            found.append(Token("word", "pi", at))
        elif name in _FRACTIONS:
            top, bottom = self._argument(at), self._argument(at)
            found.append(Token("node", name, at, node=Quotient(top, bottom)))
        elif name == "sqrt":
            found.append(Token("node", name, at, node=self._root(at)))
        elif name in ("overline", "bar"):
            self._overline(found, at)
        elif name in _TEXTS:
            self._text(found, at, name)
        elif name not in _SPACES:
            raise Stuck("read.latex", at, f"\\{name}"[:20])

    def _root(self, at: int) -> Node:
        index = 2
        if self.text[self.i : self.i + 1] == "[":
            end = self.text.find("]", self.i)
            digits = self.text[self.i + 1 : end].strip() if end > 0 else ""
            if not (digits.isascii() and digits.isdecimal() and len(digits) == 1 and int(digits) > 1):
                raise Stuck("read.latex", at, "\\sqrt")
            index, self.i = int(digits), end + 1
        return Root(self._argument(at), index)

    def _overline(self, found: list[Token], at: int) -> None:
        """A bar over the digits that repeat; they belong to the numeral in front."""
        digits = self._braced(at)
        before = found.pop() if found and found[-1].kind == "number" else None
        if not (digits.isascii() and digits.isdecimal()) or before is None or "." not in before.text:
            raise Stuck("read.latex", at, "\\overline")
        whole, _, part = before.text.partition(".")
        stem = number(f"{whole or '0'}.{part}" if part else whole or "0", before.at)
        found.append(Token("node", before.text, before.at, before.spaced, repeating(stem, digits, at)))

    def _text(self, found: list[Token], at: int, name: str) -> None:
        words = self._braced(at)
        if name == "mathbb":
            if words.strip() != "R":
                raise Stuck("read.latex", at, "\\mathbb")
            found.append(Token("sign", "ℝ", at))
        else:
            found.extend(tokens(words, at))

    def _argument(self, at: int) -> Node:
        """A group in braces, or the single digit or letter that stands for one: \\frac34."""
        while self.text[self.i : self.i + 1] == " ":
            self.i += 1
        character = self.text[self.i : self.i + 1]
        if character == "{":
            return self.parse(numerals(self._group(at)), at)
        if character.isascii() and character.isalnum():
            self.i += 1
            return self.parse(numerals(tokens(character, self.i - 1)), at)
        raise Stuck("read.dangling_operator", at, "\\frac")

    def _group(self, at: int) -> list[Token]:
        self.depth += 1
        if self.depth > DEEPEST_GROUP:
            raise Stuck("read.too_deep", at)
        self.i += 1
        found = self._until("}")
        self.i += 1
        self.depth -= 1
        return found

    def _group_in_brackets(self) -> list[Token]:
        """A group as brackets; around a single numeral it means nothing."""
        at = self.i
        inside = self._group(at)
        if len(inside) == 1 and inside[0].kind == "number":
            return inside
        return [Token("sign", "(", at), *inside, Token("sign", ")", at)]

    def _braced(self, at: int) -> str:
        if self.text[self.i : self.i + 1] != "{":
            raise Stuck("read.latex", at, "{")
        end = self.text.find("}", self.i)
        if end < 0:
            raise Stuck("read.unbalanced", at, "{")
        words, self.i = self.text[self.i + 1 : end], end + 1
        return words
