"""Whose a class is. `standing` is the one place that says what somebody is in a class; everybody asks it.

An admin is a teacher of every class. A class that has no teacher is the admins' alone, as those are that were made
before there were accounts.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, exists, false, or_, true
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal
from boardsup.store.clock import Now, now_ms
from boardsup.store.people.accounts import find_login, read_login
from boardsup.store.people.person import Person, Standing, is_standing
from boardsup.store.people.tables import Account, ClassMember
from boardsup.store.rosters import away_classes, classes
from boardsup.store.tables import Klass, LessonRow

NOBODY = "There is no account with this sign-in name. An admin can make one."
IS_AN_AIDE = "This is an aide's account: it can join a class as an aide. An admin can make it a teacher's."
MOST_MEMBERS = 40
TOO_MANY = "Forty people are in this class already."


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a class: the account's id, name and sign-in name, and what they are there."""

    id: str
    name: str
    login: str
    standing: Standing


def standing(session: Session, person: Person, class_id: str) -> Standing | None:
    """What somebody is in a class; None when they have no business there, or there is no such class for them."""
    if person.is_admin:
        return "teacher"
    row = session.get(ClassMember, (class_id, person.id))
    return None if row is None else _as(person, row)


def taught_by(person: Person) -> ColumnElement[bool]:
    """Is somebody a teacher of a class? The same as `standing`, as a condition on `Klass`."""
    if person.is_admin:
        return true()
    if person.role != "teacher":
        return false()
    its = (col(ClassMember.class_id) == col(Klass.id), col(ClassMember.account_id) == person.id)
    return exists().where(*its, col(ClassMember.standing) == "teacher")


def teaches(class_id: str) -> ColumnElement[bool]:
    """Is an account that of a teacher of this class, and not locked? The same as a condition on `Account`."""
    its = (col(ClassMember.class_id) == class_id, col(ClassMember.account_id) == col(Account.id))
    asked_in = exists().where(*its, col(ClassMember.standing) == "teacher")
    is_one = or_(col(Account.role) == "admin", and_(col(Account.role) == "teacher", asked_in))
    return and_(col(Account.locked_at).is_(None), is_one)


def standing_in_lesson(session: Session, person: Person, code: str) -> Standing | None:
    """The same in the class of a lesson."""
    if person.is_admin:
        return "teacher"
    row = session.get(LessonRow, code)
    return None if row is None else standing(session, person, row.class_id)


def classes_of(session: Session, person: Person) -> list[Klass]:
    """The classes that somebody teaches, without those that are put away, the newest first."""
    if person.is_admin:
        return classes(session)
    return [one for one, as_ in _own(session, person) if as_ == "teacher" and one.archived_at is None]


def away_classes_of(session: Session, person: Person) -> list[Klass]:
    """Those of them that are put away."""
    if person.is_admin:
        return away_classes(session)
    return [one for one, as_ in _own(session, person) if as_ == "teacher" and one.archived_at is not None]


def aided_by(session: Session, person: Person) -> list[Klass]:
    """The classes in which somebody is an aide, without those that are put away."""
    if person.is_admin:
        return []
    return [one for one, as_ in _own(session, person) if as_ == "aide" and one.archived_at is None]


def join_class(session: Session, class_id: str, person: Person, *, now: Now = now_ms) -> None:
    """Make a class somebody's own: they have just made it."""
    session.add(ClassMember(class_id=class_id, account_id=person.id, standing="teacher", made_at=now()))
    session.flush()


def members(session: Session, class_id: str) -> list[Member]:
    """Who teaches a class and who helps there, by name."""
    wanted = select(ClassMember, Account).join(Account).where(ClassMember.class_id == class_id)
    rows = session.exec(wanted.order_by(Account.name, col(Account.id))).all()
    return [
        Member(account.id, account.name, account.login or "", row.standing)
        for row, account in rows
        if is_standing(row.standing)
    ]


def ask_in(session: Session, class_id: str, login: str, as_: str, *, now: Now = now_ms) -> Member:
    """Ask somebody into a class as a teacher or an aide; who is there already becomes that. Raises `Refusal`."""
    account = find_login(session, read_login(login))
    if account is None or not is_standing(as_):
        raise Refusal(NOBODY)
    if as_ == "teacher" and account.role == "aide":
        raise Refusal(IS_AN_AIDE)
    if len(members(session, class_id)) >= MOST_MEMBERS:
        raise Refusal(TOO_MANY)
    row = session.get(ClassMember, (class_id, account.id))
    row = row or ClassMember(class_id=class_id, account_id=account.id, standing=as_, made_at=now())
    row.standing = as_
    session.add(row)
    session.flush()
    return Member(account.id, account.name, account.login or "", as_)


def take_out(session: Session, class_id: str, account_id: str) -> None:
    """Take somebody out of a class. A class that nobody teaches any more is the admins'."""
    its = (col(ClassMember.class_id) == class_id, col(ClassMember.account_id) == account_id)
    session.connection().execute(delete(ClassMember).where(*its))


def _own(session: Session, person: Person) -> list[tuple[Klass, Standing]]:
    """Every class that somebody was asked into or has made, with what they are there."""
    wanted = select(Klass, ClassMember).join(ClassMember).where(ClassMember.account_id == person.id)
    rows = session.exec(wanted.order_by(col(Klass.created_at).desc(), col(Klass.id))).all()
    return [(klass, _as(person, member)) for klass, member in rows]


def _as(person: Person, member: ClassMember) -> Standing:
    """An aide's account is an aide wherever it is."""
    return "teacher" if member.standing == "teacher" and person.role == "teacher" else "aide"
