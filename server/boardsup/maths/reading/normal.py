"""One alphabet for everything that people type: one minus, one times, one space, plain digits.

A translation table and NFKC, character by character; what is in neither is refused. Positions stay those of the text
as it was typed.
"""

from __future__ import annotations

import unicodedata

from boardsup.maths.reading.unread import Stuck

LONGEST = 200
"""Characters that are looked at at all."""

ALPHABET = frozenset(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 +-*/÷^=<>≤≥≠±√°%$¢.,:;()[]{}|!&\\∅ℝ_'"
)

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f"
"""Characters that nobody sees and that change nothing: zero-width ones, soft hyphens, variation selectors."""

_DIGITS = "0123456789"
_SAME: dict[str, str] = {
    **dict.fromkeys("−–—‐‑‒―﹣－˗", "-"),
    **dict.fromkeys("×✕✖·⋅∙•∗＊⨯", "*"),
    **dict.fromkeys("∕⁄", "/"),
    **dict.fromkeys("➗", "÷"),
    **dict.fromkeys("⩽≦", "≤"),
    **dict.fromkeys("⩾≧", "≥"),
    **dict.fromkeys("º˚", "°"),
    **dict.fromkeys("∣｜", "|"),
    **dict.fromkeys("⌀Øø", "∅"),
    **dict.fromkeys("∶：", ":"),
    **dict.fromkeys(
        "\t\n\r\x0b\x0c\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys(INVISIBLE, ""),
    "ℝ": "ℝ",
    "π": "pi ",
    "∈": "=",
}
_SUPERSCRIPT = {c: str(i) for i, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")} | {"⁻": "-", "ⁿ": "n", "⁺": "+"}
_FRACTIONS = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip


def normal(text: str) -> tuple[str, list[int] | None]:
    """The text in our alphabet, and for each of its characters the place it came from (None: unchanged).

    Raises `Stuck` where a character is none of ours, or the text is too long. A raised digit becomes ^ and the digit;
    a typed fraction such as ½ becomes 1/2 behind a space, so that 1½ and 1 ½ read as 1 1/2.
    """
    if len(text) > LONGEST:
        raise Stuck("read.too_long", LONGEST)
    if text.isascii() and text.isprintable():
        if not ALPHABET.issuperset(text):
            at = next(i for i, character in enumerate(text) if character not in ALPHABET)
            raise Stuck("read.character", at, text[at])
        return text, None
    out: list[str] = []
    places: list[int] = []
    raised = False
    for at, character in enumerate(text):
        if character in _FRACTIONS:
            piece, raised = _typed_fraction(_FRACTIONS[character], out), False
        else:
            piece, raised = _piece(character, at, raised=raised)
        out.extend(piece)
        places.extend([at] * len(piece))
    return "".join(out), places


def _typed_fraction(fraction: str, before: list[str]) -> str:
    """Behind a numeral the rest of a mixed number, elsewhere a number of its own."""
    last = next((character for character in reversed(before) if character != " "), "")
    return f" {fraction}" if last and last in _DIGITS else f"({fraction})"


def _piece(character: str, at: int, *, raised: bool) -> tuple[str, bool]:
    if character in _SUPERSCRIPT:
        digit = _SUPERSCRIPT[character]
        return (digit if raised else "^" + digit), True
    if character in _SAME:
        return _SAME[character], False
    if character in ALPHABET:
        return character, False
    folded = unicodedata.normalize("NFKC", character)
    if len(folded) == 1 and folded in _SAME:
        return _SAME[folded], False
    if len(folded) == 1 and folded in ALPHABET and character.isprintable():
        return folded, False
    raise Stuck("read.character", at, character if character.isprintable() else "")
