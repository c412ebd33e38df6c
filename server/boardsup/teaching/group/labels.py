"""Names of groups: colours and places, drawn anew from the seed every day. Never a level, an order or a score."""

from __future__ import annotations

from boardsup.teaching.chance import chance

COLOURS = ("Blue", "Green", "Orange", "Purple", "Red", "Silver")

STUDIO = "Studio"


def table_labels(count: int, seed: str) -> tuple[str, ...]:
    """A label for each teacher table: one colour, and letters whose order says nothing about who sits there."""
    colour = min(COLOURS, key=lambda name: chance(seed, "label", name))
    if count == 1:
        return (f"Table {colour}",)
    shuffled = sorted(_letters(count), key=lambda letter: chance(seed, "label", letter))
    return tuple(f"Table {colour} {letter}" for letter in shuffled)


def pair_label(number: int) -> str:
    """The label of a pair or trio, by its number from 1."""
    return f"Pairs {number}"


def added_label(labels: tuple[str, ...], seed: str) -> str:
    """The label of one more teacher table beside these."""
    if not labels:
        return table_labels(1, seed)[0]
    colour = labels[0].split()[1]
    possible = (f"Table {colour} {letter}" for letter in _letters(len(labels) + 1))
    return next(label for label in possible if label not in labels)


def _letters(count: int) -> list[str]:
    return [chr(ord("A") + i % 26) * (1 + i // 26) for i in range(count)]
