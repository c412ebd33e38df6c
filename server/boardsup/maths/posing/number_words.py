"""Number words within a sentence: forty → 40, two thirds → 2/3, half of → 1/2 of, three and a half → 3 1/2."""

from __future__ import annotations

import re

_ONES = dict(
    zip(
        [
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
        ],
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "fourth": 4, "fourths": 4, "quarter": 4, "quarters": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_TEN = "|".join(_TENS)
_BELOW_100 = rf"(?:(?:{_TEN})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|{_ONE})"
_NUMBER = re.compile(
    rf"\b(?:(?P<hundreds>{_ONE}|a) hundred(?:(?: and)? (?P<rest>{_BELOW_100}))?|(?P<small>{_BELOW_100}))\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?<![\d/])(\d+|a)[ -]({'|'.join(_PARTS)})\b(?= of\b| plus\b| minus\b| times\b|$)", re.IGNORECASE
)
_HALF = re.compile(r"\bhalf (?=of\b)", re.IGNORECASE)
_AND_A_HALF = re.compile(rf"(\d+) and (?:a|1) ({'|'.join(_PARTS)})\b", re.IGNORECASE)
_NEGATIVE = re.compile(r"\bnegative (?=\d|[a-z]\b)", re.IGNORECASE)


def with_digits(text: str) -> str:
    """The text with its number words as digits."""
    text = _NUMBER.sub(lambda found: str(_value(found)), text)
    text = _AND_A_HALF.sub(lambda found: f"{found[1]} 1/{_PARTS[found[2].lower()]}", text)
    text = _FRACTION.sub(lambda found: f"{found[1].lower().replace('a', '1')}/{_PARTS[found[2].lower()]}", text)
    text = _HALF.sub("1/2 ", text)
    return _NEGATIVE.sub("-", text)


def _value(found: re.Match[str]) -> int:
    if found["small"]:
        return _below_100(found["small"])
    hundreds = 1 if found["hundreds"].lower() == "a" else _ONES[found["hundreds"].lower()]
    return 100 * hundreds + (_below_100(found["rest"]) if found["rest"] else 0)


def _below_100(words: str) -> int:
    return sum(_TENS.get(word, _ONES.get(word, 0)) for word in re.split("[ -]", words.lower()))
