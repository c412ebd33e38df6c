"""The tables of accounts: who has one, where they are signed in, whose a class is. No student is in any of them."""

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from boardsup.store.moments import Moment


class Account(SQLModel, table=True):
    """Somebody who works here: `login` is what they type, an e-mail address as a rule, in small letters.

    `role` is teacher, aide or admin; `password` a hash of argon2, empty where there is none. The account of the
    one-time link has no login. `locked_at` says since when it lets nobody in.
    """

    __tablename__ = "account"

    id: str = Field(primary_key=True)
    login: str | None = Field(default=None, unique=True)
    name: str
    role: str
    password: str = Field(default="", sa_type=Text)
    made_at: int = Field(sa_type=Moment)
    locked_at: int | None = Field(default=None, sa_type=Moment)


class IdentityRow(SQLModel, table=True):
    """Somebody as a sign-in of the school's knows them: its address and their number there."""

    __tablename__ = "identity"

    issuer: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    made_at: int = Field(sa_type=Moment)


class DeskSession(SQLModel, table=True):
    """A browser in which somebody is signed in: the SHA-256 of its cookie, and `id` to speak of it."""

    __tablename__ = "desk_session"

    token_hash: str = Field(primary_key=True)
    id: str = Field(unique=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    way: str
    device: str
    made_at: int = Field(sa_type=Moment)
    seen_at: int = Field(sa_type=Moment)


class ClassMember(SQLModel, table=True):
    """What an account is in a class: teacher or aide. A class without any row is the admins' alone."""

    __tablename__ = "class_member"

    class_id: str = Field(primary_key=True, foreign_key="class.id", ondelete="CASCADE")
    account_id: str = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE", index=True)
    standing: str
    made_at: int = Field(sa_type=Moment)


class PasswordLink(SQLModel, table=True):
    """A link by which somebody sets a password, once: only the SHA-256 of its token."""

    __tablename__ = "password_link"

    token_hash: str = Field(primary_key=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True)
    made_at: int = Field(sa_type=Moment)
    expires_at: int = Field(sa_type=Moment)
    used_at: int | None = Field(default=None, sa_type=Moment)


class AttemptRow(SQLModel, table=True):
    """Wrong passwords for one name, whether or not there is such an account: how many, and when the last one."""

    __tablename__ = "attempt"

    key: str = Field(primary_key=True)
    failures: int
    last_at: int = Field(sa_type=Moment)


class SignIn(SQLModel, table=True):
    """A sign-in link: only the SHA-256 of its token, and its times in ms since 1970."""

    __tablename__ = "signin"

    token_hash: str = Field(primary_key=True)
    made_at: int = Field(sa_type=Moment)
    expires_at: int = Field(sa_type=Moment)
    used_at: int | None = Field(default=None, sa_type=Moment)
