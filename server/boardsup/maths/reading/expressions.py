"""Expressions: sums of terms, terms of factors, factors of bases and exponents. A Pratt-style descent over tokens.

Where two readings are common among students (1/2x, x2, 2x3, +-4) none is chosen: both are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from boardsup.maths.reading.tokens import Token
from boardsup.maths.reading.unread import Stuck
from boardsup.maths.reading.words import AFTER, FUNCTIONS, UNITS
from boardsup.maths.tree import (
    Absolute,
    Apply,
    Braces,
    Degrees,
    Money,
    Neg,
    Node,
    Number,
    Percent,
    PlusMinus,
    Point,
    Power,
    Product,
    Quotient,
    Ratio,
    Root,
    Sum,
    Variable,
    WithUnit,
)

DEEPEST = 24
LARGEST_EXPONENT = 32
END = Token("end", "", -1)


@dataclass(frozen=True, slots=True)
class Options:
    """How a text is to be read: the item's letters (None: any), its unit, and whether it is a teacher's question."""

    variables: frozenset[str] | None = None
    unit: str = ""
    is_question: bool = False


class Reader:
    """The tokens of one text, and how far they have been read."""

    def __init__(self, found: list[Token], options: Options, end: int) -> None:
        self.tokens, self.options, self.end = found, options, end
        self.i = 0
        self.depth = 0
        self.bars = 0

    # what comes next

    @property
    def next(self) -> Token:
        """The token that has not been read yet."""
        return self.tokens[self.i] if self.i < len(self.tokens) else END

    def take(self) -> Token:
        """Read it."""
        token = self.next
        self.i += 1
        return token

    def is_next(self, *signs: str) -> bool:
        """Is the next token one of these signs?"""
        return self.next.kind == "sign" and self.next.text in signs

    def place(self) -> int:
        """Where the next token stands; the end of the text when there is none."""
        return self.next.at if self.next is not END else self.end

    def missing(self, after: Token) -> Stuck:
        """Something is missing behind this token."""
        return Stuck("read.dangling_operator", after.at, after.text)

    # sums and terms

    def expression(self) -> Node:
        """A sum of terms, or a ratio of two."""
        first = self.total()
        if not self.options.is_question and self.is_next(":"):
            colon = self.take()
            self._needs_operand(colon)
            return Ratio(first, self.total())
        if self.next.kind == "word" and self.next.text.lower() == "to":
            to = self.take()
            self._needs_operand(to)
            return Ratio(first, self.total())
        return first

    def total(self) -> Node:
        """Terms joined by plus and minus."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Stuck("read.too_deep", self.place())
        terms = [self._signed_term()]
        while self.is_next("+", "-", "±", "+-"):
            sign = self.take()
            self._needs_operand(sign)
            if sign.text == "+-":
                terms.append(Neg(self.division()))
            else:
                term = self.division()
                terms.append(term if sign.text == "+" else Neg(term) if sign.text == "-" else PlusMinus(term))
        self.depth -= 1
        return terms[0] if len(terms) == 1 else Sum(tuple(terms))

    def _signed_term(self) -> Node:
        if self.is_next("+-"):
            raise Stuck("read.ambiguous", self.place(), "+-", ("±", "-"))
        if self.is_next("+", "±"):
            sign = self.take()
            self._needs_operand(sign)
            return self.division() if sign.text == "+" else PlusMinus(self.division())
        return self.division()

    def division(self) -> Node:
        """In a question ÷ and : are weaker than a typed fraction; elsewhere they are as strong."""
        left = self.term()
        while self.options.is_question and self.is_next("÷", ":"):
            sign = self.take()
            self._needs_operand(sign)
            left = Quotient(left, self.term(), "÷")
        return left

    def term(self) -> Node:
        """Factors joined by times, by a fraction bar, or by nothing. A minus in front belongs to the whole term."""
        if self.is_next("-"):
            minus = self.take()
            self._needs_operand(minus)
            self.depth += 1
            if self.depth > DEEPEST:
                raise Stuck("read.too_deep", minus.at)
            negated = Neg(self.term())
            self.depth -= 1
            return negated
        return self._factors(self.factor())

    def _factors(self, first: Node) -> Node:
        factors: list[Node] = [first]
        signs: list[str] = []
        divided: Token | None = None
        while True:
            if self.is_next("*"):
                sign = self.take()
                self._needs_operand(sign)
                factors.append(self._signed_factor())
                signs.append("*")
            elif self.is_next("/") or (self.is_next("÷") and not self.options.is_question):
                divided = self.take()
                self._needs_operand(divided)
                top = _product(factors, signs)
                factors, signs = [Quotient(top, self._signed_factor(), "/" if divided.text == "/" else "÷")], []
                self._refuse_times_after(divided)
            elif self._juxtaposed():
                factors.append(self.factor())
                signs.append("")
            elif self._is_times_letter():
                self.take()
                factors.append(self._signed_factor())
                signs.append("*")
            else:
                return _product(factors, signs)

    def _signed_factor(self) -> Node:
        if self.is_next("-"):
            minus = self.take()
            self._needs_operand(minus)
            return Neg(self._signed_factor())
        if self.is_next("+"):
            plus = self.take()
            self._needs_operand(plus)
        return self.factor()

    def _refuse_times_after(self, divided: Token) -> None:
        """1/2x: is the letter on top or below?"""
        if self._juxtaposed() and divided.text == "/":
            rest = self.next.text
            raise Stuck("read.ambiguous", divided.at, "/", (f"(…)·{rest}", f"…/(…·{rest})"))

    def _juxtaposed(self) -> bool:
        """Does a factor follow without a sign?"""
        token = self.next
        if token.kind == "node" or (token.kind == "sign" and token.text in ("(", "√")):
            return True
        if token.kind == "word":
            return not self._is_times_letter() and not self._is_word_between(token.text)
        if token.kind == "sign" and token.text == "|":
            return self.bars == 0
        return False

    def _is_word_between(self, text: str) -> bool:
        return text.lower() in ("or", "and", "to") and not self._are_variables(text)

    def _is_times_letter(self) -> bool:
        """An x between two numerals, where the item has no letter x, is a times sign."""
        token, after = self.next, self.tokens[self.i + 1] if self.i + 1 < len(self.tokens) else END
        before = self.tokens[self.i - 1] if self.i else END
        if token.kind != "word" or token.text not in ("x", "X"):
            return False
        if before.kind != "number" or after.kind != "number":
            return False
        variables = self.options.variables
        return variables is not None and "x" not in variables and "X" not in variables

    # factors

    def factor(self) -> Node:
        """A base with its exponent and the signs behind it."""
        base = self._power(self.base())
        while True:
            if self.is_next("%"):
                self.take()
                base = Percent(base)
            elif self.is_next("°"):
                self.take()
                base = Degrees(base)
            elif self._is_unit():
                base = self._with_unit(base)
            else:
                return base

    def _power(self, base: Node) -> Node:
        if not self.is_next("^"):
            return base
        caret = self.take()
        if self.is_next("°"):
            self.take()
            return Degrees(base)
        self._needs_operand(caret)
        negative = self.is_next("-")
        if negative:
            minus = self.take()
            self._needs_operand(minus)
        self.depth += 1
        if self.depth > DEEPEST:
            raise Stuck("read.too_deep", caret.at)
        exponent = self._power(self.base())
        self.depth -= 1
        if isinstance(exponent, Number) and exponent.value > LARGEST_EXPONENT:
            raise Stuck("read.too_large", caret.at, exponent.digits)
        return Power(base, Neg(exponent) if negative else exponent)

    def base(self) -> Node:
        """A number, a letter, something in brackets, a root, bars, money."""
        token = self.take()
        if token.node is not None:
            return self._after_number(token) if token.kind == "number" else token.node
        if token.kind == "word":
            return self._word(token)
        match token.text if token.kind == "sign" else "":
            case "(":
                return self._brackets(token)
            case "{":
                return self._braces(token)
            case "|":
                return self._bars(token)
            case "√":
                self._needs_operand(token)
                return Root(self.base())
            case "$":
                self._needs_operand(token)
                return Money(self._signed_factor())
        raise self._no_operand(token)

    def _after_number(self, token: Token) -> Node:
        """A number; two with only a space between are not read."""
        assert token.node is not None
        if self.next.kind == "number":
            raise Stuck("read.two_numbers", self.next.at, self.next.text)
        return token.node

    def _no_operand(self, token: Token) -> Stuck:
        if token is END:
            before = self.tokens[-1] if self.tokens else END
            return Stuck("read.dangling_operator", before.at, before.text) if self.tokens else Stuck("read.empty")
        if token.text in (")", "}", "]"):
            return Stuck("read.unbalanced", token.at, token.text)
        return Stuck("read.missing_operand", token.at, token.text)

    def _needs_operand(self, after: Token) -> None:
        if self.next is END or self.is_next(")", "}", ",", ";", "=", "≠", "<", "≤", ">", "≥", "%", "^"):
            raise self.missing(after)

    def _brackets(self, opened: Token) -> Node:
        """Brackets around an expression, or around the coordinates of a point."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Stuck("read.too_deep", opened.at)
        bars, self.bars = self.bars, 0
        parts = [self._inside(opened)]
        while self.is_next(",", ";"):
            comma = self.take()
            self._needs_operand(comma)
            parts.append(self._inside(opened))
        if not self.is_next(")"):
            raise Stuck("read.unbalanced", opened.at, "(") if self.next is END else self._no_operand(self.next)
        self.take()
        self.bars = bars
        self.depth -= 1
        return parts[0] if len(parts) == 1 else Point(tuple(parts))

    def _inside(self, opened: Token) -> Node:
        if self.is_next(")"):
            raise Stuck("read.nothing_inside", opened.at, "()")
        if self.next is END:
            raise Stuck("read.unbalanced", opened.at, "(")
        return self.expression()

    def _braces(self, opened: Token) -> Node:
        parts: list[Node] = []
        while not self.is_next("}"):
            if self.next is END:
                raise Stuck("read.unbalanced", opened.at, "{")
            parts.append(self.expression())
            if self.is_next(",", ";"):
                comma = self.take()
                self._needs_operand(comma)
        self.take()
        return Braces(tuple(parts))

    def _bars(self, opened: Token) -> Node:
        self.bars += 1
        if self.next is END or self.is_next("|"):
            raise Stuck("read.nothing_inside", opened.at, "||")
        inside = self.total()
        if not self.is_next("|"):
            raise Stuck("read.unbalanced", opened.at, "|")
        self.take()
        self.bars -= 1
        return Absolute(inside)

    # letters, words and units

    def _word(self, token: Token) -> Node:
        text = token.text
        lower = text.lower()
        if len(text) == 1:
            return self._letter(token)
        if lower in FUNCTIONS:
            self._needs_operand(token)
            inside = self.base()
            return Root(inside) if lower == "sqrt" else Absolute(inside)
        if self._are_variables(text):
            factors = tuple(self._variable(letter) for letter in text)
            last = self._power(factors[-1])
            self._refuse_number_after(token)
            return Product((*factors[:-1], last), ("",) * (len(factors) - 1))
        raise Stuck("read.unknown_word", token.at, text[:20])

    def _letter(self, token: Token) -> Node:
        variables = self.options.variables
        letter = token.text
        is_function = letter in "fgh" and (variables is None or letter not in variables)
        if is_function and self.is_next("(") and not self.next.spaced:
            self.take()
            inside = self._brackets(token)
            return Apply(letter, inside)
        self._refuse_number_after(token)
        return self._variable(letter)

    def _refuse_number_after(self, token: Token) -> None:
        """x2: is it x times 2, or x squared? 2x3: is the x a times sign?"""
        if self.next.kind == "number":
            digits = self.next.text
            raise Stuck(
                "read.ambiguous", token.at, token.text + digits, (f"{token.text}·{digits}", f"{token.text}^{digits}")
            )

    def _are_variables(self, text: str) -> bool:
        """Is this run of letters a product of the item's letters?"""
        variables = self.options.variables
        if variables is None:
            return len(text) <= 3 and text.lower() not in ("or", "and", "to", *FUNCTIONS, *AFTER) and text not in UNITS
        return all(self._variable(letter).letter in variables for letter in text)

    def _variable(self, letter: str) -> Variable:
        """The letter, in the item's case where the item has only one of the two."""
        variables = self.options.variables
        if variables is not None and letter not in variables and letter.swapcase() in variables:
            return Variable(letter.swapcase())
        return Variable(letter)

    def _is_unit(self) -> bool:
        """Does a unit of measure follow?"""
        token = self.next
        if token.kind != "word" or self._are_variables_of_item(token.text):
            return False
        lower = token.text.lower()
        return lower in AFTER or lower in UNITS or bool(self._announced_unit())

    def _are_variables_of_item(self, text: str) -> bool:
        return self.options.variables is not None and all(v in self.options.variables for v in text)

    def _announced_unit(self) -> int:
        """How many of the next tokens spell the item's own unit; 0 when they do not."""
        unit = self.options.unit.lower().replace(" ", "")
        spelled = ""
        for count, token in enumerate(self.tokens[self.i : self.i + 8], start=1):
            spelled += token.text.lower()
            if spelled == unit:
                return count
            if not unit.startswith(spelled):
                return 0
        return 0

    def _with_unit(self, base: Node) -> Node:
        if count := self._announced_unit():
            self.i += count
            return WithUnit(base, self.options.unit.lower())
        word = self.take().text.lower()
        match AFTER.get(word):
            case "%":
                return Percent(base)
            case "°":
                return Degrees(base)
            case "$":
                return Money(base)
            case _:
                return WithUnit(base, self._long_unit(word))

    def _long_unit(self, word: str) -> str:
        """A unit of two words or with an exponent: sq ft, cm^2."""
        if word in ("sq", "square", "cubic") and self.next.kind == "word" and self.next.text.lower() in UNITS:
            return f"{word} {self.take().text.lower()}"
        if self.is_next("^") and self.i + 1 < len(self.tokens) and self.tokens[self.i + 1].kind == "number":
            self.take()
            return f"{word}^{self.take().text}"
        return word


def _product(factors: list[Node], signs: list[str]) -> Node:
    if len(factors) == 1:
        return factors[0]
    return Product(tuple(factors), tuple("*" if sign == "*" else "" for sign in signs))
