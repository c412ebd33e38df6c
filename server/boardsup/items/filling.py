"""The texts of a shape with a draw's numbers in their holes."""

from __future__ import annotations

from boardsup.items.cards import WORDS, Card, mapped
from boardsup.items.pool import Contrast, Rule
from boardsup.items.templates import filled_math, filled_words
from boardsup.items.worth import Numbers


def filled(card: Card, numbers: Numbers) -> Card:
    """A card with every text filled; raises `NoWorth`."""
    return mapped(card, lambda field, text: _text(field, text, numbers))


def filled_contrast(rule: Rule, numbers: Numbers) -> Contrast:
    """The two lines of a misconception; raises `NoWorth`."""
    return Contrast(filled_math(rule.contrast.wrote, numbers), filled_math(rule.contrast.right, numbers))


def _text(field: str, text: str, numbers: Numbers) -> str:
    if not text:
        return ""
    return filled_words(text, numbers) if field in WORDS else filled_math(text, numbers)
