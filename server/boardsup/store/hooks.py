"""Hooks: the addresses that are told when a lesson ends, and the messages for them, kept until they have arrived.

A message is queued in the transaction that notes the lesson's end, so that no end is forgotten; whoever sends one has
claimed it for a while, so that it is sent again where its sender was killed. It may arrive twice, under the same id.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import msgspec
from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from boardsup.rostering.names import Refusal
from boardsup.store.clock import moment
from boardsup.store.people.belonging import teaches
from boardsup.store.people.person import Person
from boardsup.store.people.tables import Account
from boardsup.store.program_tables import DeliveryRow, HookRow
from boardsup.store.rosters import find_class
from boardsup.store.tables import LessonRow

MOST_HOOKS = 20
TOO_MANY = f"There are {MOST_HOOKS} addresses already. Remove one first."
THERE = "This address is told already."
SHOWN = 20
"""Messages on the desk's page."""

CLAIMED_MS = 8_000
"""How long whoever claimed a message has it alone; longer than a try may take."""

WAITS_MS = (2_000, 15_000, 60_000, 300_000, 1_800_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000)
"""How long to wait after each try that failed; after the last one the message is given up, two days on."""

KEPT_MS = 30 * 86_400_000
"""How long a message is shown that has arrived or was given up."""

LESSON_ENDED, TEST = "lesson.ended", "test"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message to send now: its event's id, the try that this is, where to, the secret, the body."""

    id: str
    tries: int
    url: str
    secret: str
    body: str


def new_hook(session: Session, by: Person, url: str, *, now: int) -> HookRow:
    """Tell this address from now on of the lessons that `by` may see. It was checked before. Raises `Refusal`."""
    there = hooks(session, by)
    if any(one.url == url for one in there):
        raise Refusal(THERE)
    if len(there) >= MOST_HOOKS:
        raise Refusal(TOO_MANY)
    secret = f"whsec_{secrets.token_urlsafe(32)}"
    row = HookRow(id=secrets.token_urlsafe(9), account_id=by.id, url=url, secret=secret, made_at=now)
    session.add(row)
    session.flush()
    return row


def hooks(session: Session, of: Person) -> list[HookRow]:
    """Somebody's addresses, the oldest first."""
    own = select(HookRow).where(HookRow.account_id == of.id)
    return list(session.exec(own.order_by(col(HookRow.made_at), col(HookRow.id))))


def drop_hook(session: Session, of: Person, id: str) -> None:
    """Tell this address of somebody's nothing any more; what waits for it goes, too."""
    row = session.get(HookRow, id)
    if row is not None and row.account_id == of.id:
        session.delete(row)
        session.flush()


def queue_end(session: Session, lesson: LessonRow, *, at: int) -> None:
    """Queue the news of a lesson's end for every hook of the teachers of its class, in this transaction."""
    klass = find_class(session, lesson.class_id)
    told = {
        "code": lesson.code,
        "class_id": lesson.class_id,
        "class_external": klass.external if klass is not None else "",
        "title": lesson.title,
        "started_at": moment(lesson.started_at),
        "ended_at": moment(at),
    }
    theirs = select(HookRow).join(Account).where(teaches(lesson.class_id)).order_by(col(HookRow.made_at))
    for hook in session.exec(theirs).all():
        _queue(session, hook, {"type": LESSON_ENDED, "lesson": told}, lesson=lesson.code, at=at)


def queue_test(session: Session, of: Person, hook_id: str, *, at: int) -> None:
    """Queue a message that says nothing, to see whether it arrives."""
    hook = session.get(HookRow, hook_id)
    if hook is not None and hook.account_id == of.id:
        _queue(session, hook, {"type": TEST}, lesson=None, at=at)


def claim(session: Session, *, now: int) -> Claimed | None:
    """The message that has been due the longest, claimed for `CLAIMED_MS`; None when none is due."""
    due = select(DeliveryRow).where(col(DeliveryRow.due_at) <= now)
    for row in session.exec(due.order_by(col(DeliveryRow.due_at), col(DeliveryRow.id)).limit(5)).all():
        as_it_was = (col(DeliveryRow.id) == row.id, col(DeliveryRow.due_at) == row.due_at)
        claimed = update(DeliveryRow).where(*as_it_was).values(due_at=now + CLAIMED_MS, tries=row.tries + 1)
        if session.connection().execute(claimed).rowcount == 1:
            hook = session.get_one(HookRow, row.hook_id)
            return Claimed(row.id, row.tries + 1, hook.url, hook.secret, row.body)
    return None


def next_due(session: Session) -> int | None:
    """When the next message is due, in ms since 1970; None when none waits."""
    waiting = select(DeliveryRow.due_at).where(col(DeliveryRow.due_at).is_not(None))
    return session.exec(waiting.order_by(col(DeliveryRow.due_at)).limit(1)).first()


def note_answer(session: Session, sent: Claimed, status: int, says: str, *, now: int) -> None:
    """What came of a try: a 2xx is an arrival; all else is tried again later, or given up after the last try."""
    has_arrived = 200 <= status < 300
    again = None if has_arrived or sent.tries > len(WAITS_MS) else now + WAITS_MS[sent.tries - 1]
    values = {"due_at": again, "status": status, "says": says, "arrived_at": now if has_arrived else None}
    # Whoever was slower than its claim leaves the row to the one that claimed it next.
    ours = (col(DeliveryRow.id) == sent.id, col(DeliveryRow.tries) == sent.tries)
    session.connection().execute(update(DeliveryRow).where(*ours).values(**values))


def send_again(session: Session, of: Person, id: str, *, now: int) -> None:
    """Have a message of somebody's sent now that has not arrived, its tries counted from none."""
    own = select(HookRow.id).where(HookRow.account_id == of.id)
    waits = (col(DeliveryRow.id) == id, col(DeliveryRow.arrived_at).is_(None), col(DeliveryRow.hook_id).in_(own))
    session.connection().execute(update(DeliveryRow).where(*waits).values(due_at=now, tries=0))


def deliveries(session: Session, of: Person) -> list[tuple[DeliveryRow, str]]:
    """Somebody's newest messages with their addresses, the newest first."""
    wanted = select(DeliveryRow, HookRow.url).join(HookRow, col(HookRow.id) == col(DeliveryRow.hook_id))
    wanted = wanted.where(HookRow.account_id == of.id)
    newest = wanted.order_by(col(DeliveryRow.queued_at).desc(), col(DeliveryRow.id)).limit(SHOWN)
    return [(row, url) for row, url in session.exec(newest).all()]


def drop_old_deliveries(session: Session, *, now: int) -> None:
    """Delete the messages of long ago that wait for nothing; `now` in ms since 1970."""
    over = (col(DeliveryRow.due_at).is_(None), col(DeliveryRow.queued_at) < now - KEPT_MS)
    session.connection().execute(delete(DeliveryRow).where(*over))


def _queue(session: Session, hook: HookRow, said: dict[str, object], *, lesson: str | None, at: int) -> None:
    id = f"evt_{secrets.token_urlsafe(12)}"
    body = msgspec.json.encode({"id": id, "at": moment(at), **said}).decode()
    session.add(DeliveryRow(id=id, hook_id=hook.id, lesson=lesson, body=body, queued_at=at, due_at=at))
