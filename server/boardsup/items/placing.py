"""Where a number is put into mathematics so that it keeps its value: brackets, signs, a coefficient of 1."""

from __future__ import annotations

import re
from fractions import Fraction

from boardsup.items.numerals import numeral

_LETTERS = re.compile(r"(?:[A-Za-z](?:\^[0-9]+)?)+")
_OPERATORS = ("+", "-", "−", "*", "×", "·", "/", "÷", "^")
_OPENERS = ("(", "[", "{", "|", "=", "<", ">", "≤", "≥", "≠", ",", ":", ";")


def with_number(before: str, value: Fraction, after: str, how: str) -> str:
    """The text before with the number behind it; `after` is what will follow."""
    is_sign_free = _is_free(before) and not after.startswith("^")
    size = _size(value, before, after, how)
    if value >= 0:
        return before + size
    return f"{before}-{size}" if is_sign_free else f"{before}(-{size.strip('()') or '1'})"


def with_term(before: str, value: Fraction, after: str, how: str) -> tuple[str, str]:
    """The text before with a signed term behind it, and what follows: without its letters when the term is zero."""
    start = before.rstrip()
    is_leading = not start or start.endswith(_OPENERS)
    if not value:
        letters = _LETTERS.match(after)
        return (before if is_leading else start), after[letters.end() if letters else 0 :]
    size = _size(value, "", after, how)
    if is_leading:
        return f"{before}{'-' if value < 0 else ''}{size}", after
    return f"{start} {'-' if value < 0 else '+'} {size}", after


def _size(value: Fraction, before: str, after: str, how: str) -> str:
    """The number without its sign: nothing for a coefficient of 1, a fraction in brackets where something is joined."""
    is_coefficient = after[:1].isalpha() or after.startswith("(")
    if abs(value) == 1 and is_coefficient and not before[-1:].isdigit():
        return ""
    printed = numeral(abs(value), how)
    is_joined = is_coefficient or after.lstrip()[:1] in ("^", "/", "÷") or _joins(before)
    return f"({printed})" if is_joined and ("/" in printed or " " in printed) else printed


def _is_free(before: str) -> bool:
    """May a minus sign stand here without brackets?"""
    start = before.rstrip()
    return not start or start.endswith(_OPENERS) or (before[-1].isspace() and not start.endswith(_OPERATORS))


def _joins(before: str) -> bool:
    """Does what stands before hold on to the number: a fraction bar, a power, a factor?"""
    return before.rstrip()[-1:] in ("/", "÷", "^") or before[-1:].isalnum() or before[-1:] == ")"
