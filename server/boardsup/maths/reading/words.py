"""The words that mean something inside an answer; every other run of two or more letters is not read."""

from __future__ import annotations

AFTER = {
    "percent": "%",
    "degrees": "°",
    "degree": "°",
    "deg": "°",
    "dollars": "$",
    "dollar": "$",
    "usd": "$",
}
"""Words that stand behind a number and mean a sign."""

SIGNS = {"negative": "-", "minus": "-", "plus": "+"}
"""Words that stand for a sign."""

FUNCTIONS = frozenset({"sqrt", "abs"})

JOINING = {"or": "or", "and": "and", "o": "or", "y": "and"}
"""Words between two answers; the Spanish ones are letters first, where the item has that letter."""
