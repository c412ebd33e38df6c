"""Numbers in words, up to one hundred, with halves to tenths: among the tokens, each becomes a numeral."""

from __future__ import annotations

from boardsup.maths.reading.tokens import Token
from boardsup.maths.reading.words import SIGNS

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_PARTS = "half third fourth fifth sixth seventh eighth ninth tenth"

ONES = {word: value for value, word in enumerate(_ONES.split())}
TENS = dict(zip(_TENS.split(), range(20, 100, 10), strict=True))
PARTS = {word: value for value, word in enumerate(_PARTS.split(), start=2)}
PARTS |= {f"{word}s": value for word, value in PARTS.items()} | {"halves": 2, "quarter": 4, "quarters": 4}

_WORDS = frozenset((*ONES, *TENS, *PARTS, *SIGNS, "hundred"))


def in_digits(found: list[Token], variables: frozenset[str] | None) -> list[Token]:
    """The tokens with numbers in words as numerals; words made of the item's letters stay."""
    if not any(token.kind == "word" and token.text.lower() in _WORDS for token in found):
        return found
    out: list[Token] = []
    i = 0
    while i < len(found):
        taken, made = _number(found, i, variables)
        out += made or [found[i]]
        i += taken or 1
    return out


def _number(found: list[Token], i: int, variables: frozenset[str] | None) -> tuple[int, list[Token]]:
    """How many tokens from here name a number or a sign, and the tokens that stand for them; (0, []) for none."""
    word = _word(found, i, variables)
    if word in SIGNS:
        return 1, [_token("sign", SIGNS[word], found[i])]
    value, taken = _whole(found, i, variables)
    in_words = taken
    if not taken:
        value, taken = _counted(found[i], word)
    if not value and not in_words:
        return 0, []
    at = i + taken + _hyphen(found, i + taken)
    bottom = PARTS.get(_word(found, at, variables))
    if bottom is not None:
        pieces = [("number", str(value)), ("sign", "/"), ("number", str(bottom))]
        return at + 1 - i, [_token(kind, text, found[i]) for kind, text in pieces]
    return in_words, [_token("number", str(value), found[i])] if in_words else []


def _counted(token: Token, word: str) -> tuple[int, int]:
    """What may stand before halves and thirds, beside a number in words: digits, a, or nothing before half."""
    if token.kind == "number" and token.text.isdecimal():
        return int(token.text), 1
    return (1, 0) if word == "half" else (1, 1) if word == "a" else (0, 0)


def _whole(found: list[Token], i: int, variables: frozenset[str] | None) -> tuple[int, int]:
    """A whole number in words from here, and how many tokens it takes."""
    word = _word(found, i, variables)
    if word in ("one", "a") and _word(found, i + 1 + _hyphen(found, i + 1), variables) == "hundred":
        return 100, 2 + _hyphen(found, i + 1)
    if word == "hundred":
        return 100, 1
    if word in ONES:
        return ONES[word], 1
    if word not in TENS:
        return 0, 0
    after = 1 + _hyphen(found, i + 1)
    one = ONES.get(_word(found, i + after, variables), 0)
    return (TENS[word] + one, after + 1) if 1 <= one <= 9 else (TENS[word], 1)


def _hyphen(found: list[Token], i: int) -> int:
    """1 where a hyphen joins two words."""
    if i + 1 >= len(found) or found[i].text != "-" or found[i + 1].kind != "word":
        return 0
    return 0 if found[i].spaced or found[i + 1].spaced else 1


def _word(found: list[Token], i: int, variables: frozenset[str] | None) -> str:
    if i >= len(found) or found[i].kind != "word":
        return ""
    text = found[i].text
    return "" if variables is not None and variables.issuperset(text) else text.lower()


def _token(kind: str, text: str, of: Token) -> Token:
    return Token(kind, text, of.at, of.spaced)
