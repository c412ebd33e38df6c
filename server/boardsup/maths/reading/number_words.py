"""Whole numbers in words, up to one hundred."""

from __future__ import annotations

from boardsup.maths.tree import Neg, Node, Number

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_WORDS = {
    **{word: value for value, word in enumerate(_ONES)},
    **_TENS,
    **{f"{ten} {one}": value + i for ten, value in _TENS.items() for i, one in enumerate(_ONES[1:10], start=1)},
    "one hundred": 100,
    "a hundred": 100,
    "hundred": 100,
}


def in_words(phrase: str) -> Node | None:
    """The number that a whole phrase in small letters names: "twenty-one", "negative three"; None for any other."""
    words = phrase.replace("-", " ").split()
    if words and words[0] in ("negative", "minus"):
        inner = in_words(" ".join(words[1:]))
        return Neg(inner) if isinstance(inner, Number) else None
    value = _WORDS.get(" ".join(words))
    return None if value is None else Number(str(value))
