"""Passwords: which are good enough, and their hashes (argon2id). A hash takes a tenth of a second on purpose.

So none is ever made in the event loop. Whether a name is known takes the same time to find out as whether it is not.
"""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache

from pwdlib import PasswordHash

from boardsup.rostering.names import Refusal

SHORTEST, LONGEST = 12, 200
FEWEST_KINDS = 5
"""Different characters that a password has at least."""

STEMS = ("password", "passwort", "contraseña", "qwerty", "qwertz", "asdf", "letmein", "welcome", "iloveyou", "boardsup")
"""What everybody tries first; a password is more than one of these with digits."""

TOO_SHORT = "Please take at least 12 characters. A few words in a row are easy to keep in mind and hard to guess."
TOO_LONG = "That is longer than 200 characters."
TOO_PLAIN = "That is among the first that somebody would try. A few words in a row are better."

_hashes = PasswordHash.recommended()


def read_password(typed: str, login: str) -> str:
    """A new password, the same however it was typed. Raises `Refusal` when it is too easy to guess."""
    password = unicodedata.normalize("NFKC", typed)
    if len(password) > LONGEST:
        raise Refusal(TOO_LONG)
    if len(password) < SHORTEST:
        raise Refusal(TOO_SHORT)
    small = password.casefold()
    left = small
    for stem in (*STEMS, login, login.partition("@")[0]):
        left = left.replace(stem, "") if len(stem) > 2 else left
    if len(set(small)) < FEWEST_KINDS or sum(c.isalpha() for c in left) < FEWEST_KINDS:
        raise Refusal(TOO_PLAIN)
    return password


def hashed_password(password: str) -> str:
    """The hash to keep. Takes a tenth of a second and 64 MB."""
    return _hashes.hash(password)


def fits(typed: str, kept: str) -> bool:
    """Is this the password of this hash? An empty hash fits nothing, and takes as long."""
    nobodys = _nobodys()
    password = unicodedata.normalize("NFKC", typed[:LONGEST])
    return _hashes.verify(password, kept or nobodys) and bool(kept)


@cache
def _nobodys() -> str:
    return _hashes.hash(secrets.token_urlsafe(32))
