"""Chance that everybody can check: a number made of the class's seed and of what it decides, and of nothing else."""

from __future__ import annotations

from hashlib import sha256


def chance(seed: str, *parts: str) -> float:
    """A number in (0, 1) that depends on nothing but the seed and these words: SHA-256, its first 53 bits."""
    digest = sha256("|".join((seed, *parts)).encode()).digest()
    return ((int.from_bytes(digest[:7], "big") >> 3) + 0.5) / 2**53
