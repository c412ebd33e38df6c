"""What the rules cost: a flag a tenth of a millisecond, a recommendation at the close five, and fifty for a hall."""

from __future__ import annotations

from boardsup.cli.bench.deciding import deciding

LIMITS = {"flag_8": 0.1, "flag_32": 0.1, "flag_60": 0.1, "flag_500": 0.1, "card_32": 5.0, "card_500": 50.0}
"""Milliseconds."""


def test_flags_and_recommendations_are_quick():
    found = deciding()
    assert set(found) == set(LIMITS)
    slow = {name: took for name, took in found.items() if took > LIMITS[name]}
    assert not slow, slow
