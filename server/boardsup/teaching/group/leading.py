"""Who leads: usually those who have every item, and one session in four somebody with another strength.

Otherwise the same faces would always be the coaches. Two coach turns a week are enough, and each may be refused.
"""

from __future__ import annotations

SESSIONS = 4
"""Every so many sessions another strength decides."""


def another_strength(session: int) -> str:
    """What the plan card says when it is the turn of another strength (sessions count from 1); empty otherwise."""
    return "" if session % SESSIONS else "Today, let those lead who explained the warm-up well."
