"""Somebody with an account, and what they may be: values, and the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeGuard, get_args

Role = Literal["teacher", "aide", "admin"]
"""What an account is for: an admin makes accounts and sees everything, a teacher has classes, an aide is asked in."""

Standing = Literal["teacher", "aide"]
"""What somebody is in one class."""

OWNER = "owner"
"""The account of whoever runs this server, signed in by the link that the server prints. It is an admin's."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account; `session` is the sign-in behind a request, empty where there is none."""

    id: str
    name: str
    role: Role
    session: str = ""

    @property
    def is_admin(self) -> bool:
        """Whether they make accounts and see everything."""
        return self.role == "admin"


def is_role(word: str) -> TypeGuard[Role]:
    """Is this the word for a role?"""
    return word in get_args(Role)


def is_standing(word: str) -> TypeGuard[Standing]:
    """Is this the word for what somebody can be in a class?"""
    return word in get_args(Standing)
