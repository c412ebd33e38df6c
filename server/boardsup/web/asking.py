"""Asking a room for something on behalf of a browser, and the one sentence that comes back when it says no."""

from __future__ import annotations

import asyncio

from boardsup.lesson.commands import Answer, Ask, Command, DontKnow, Share
from boardsup.lesson.drawing import may_draw
from boardsup.lesson.languages import language_of
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Echo as Echoed
from boardsup.lesson.regions import Notice, Region
from boardsup.lesson.sketches import kept_sketch
from boardsup.lesson.who import Student, Teacher, Who
from boardsup.maths.hints import unread_hint
from boardsup.maths.printing.plain import plain
from boardsup.maths.reading import Unread, read
from boardsup.room.room import NotSaving, Room
from boardsup.web.door import Door
from boardsup.web.putting_in import item_put_in, put_in
from boardsup.web.spot import prepared, previewed
from boardsup.web.wire import Draw, Echo, Preview, PutIn, PutItem

NO_NOTICE = Notice()
NO_MORE = "This lesson has had all of these."
NO_ITEM = "This item cannot be asked any more. Choose it again from the items."


async def answered(
    room: Room, who: Who, wish: Command | Echo | Preview | Draw | PutIn | PutItem, door: Door
) -> Region | None:
    """The same as `ask`; what takes the posing engine or the library of items is prepared first."""
    if isinstance(wish, Draw):
        return answered_now(room, who, wish)
    if isinstance(wish, Preview):
        return await previewed(wish) if isinstance(who, Teacher) else None
    if isinstance(wish, PutIn):
        command = put_in(room.lesson, wish, door.settings.problems)
        return ask(room, who, command) if command is not None else Notice(NO_MORE)
    if isinstance(wish, PutItem):
        if not isinstance(who, Teacher):
            return Notice(NO_ITEM)
        command = await asyncio.to_thread(item_put_in, room.lesson, wish, door)
        return ask(room, who, command) if command is not None else Notice(NO_ITEM)
    if isinstance(wish, Ask) and isinstance(who, Teacher):
        wish = await prepared(wish)
    return ask(room, who, wish)


def answered_now(room: Room, who: Who, wish: Command | Echo | Draw) -> Region | None:
    """The same for what needs no preparing."""
    if isinstance(wish, Draw):
        draw(room, who, wish)
        return None
    return ask(room, who, wish)


def ask(room: Room, who: Who, wish: Command | Echo) -> Notice | Echoed | None:
    """Do it; the sentence of a refusal, the echo of what is being typed, or nothing to say.

    A refusal settles the hand-in that it is about, so that the browser does not send it again; "cannot be saved now"
    settles nothing.
    """
    if isinstance(wish, Echo):
        return echo(room, who, wish)
    try:
        room.handle(who, wish)
    except NotSaving as refusal:
        return Notice(str(refusal))
    except Refused as refusal:
        return Notice(str(refusal), _settled(wish))
    return NO_NOTICE


def draw(room: Room, who: Who, wish: Draw) -> None:
    """Let the consoles that have the boards open see what is being drawn."""
    if isinstance(who, Student) and may_draw(room.lesson, who.id):
        room.screens.draw(who.id, wish.question, kept_sketch(wish.sketch))


def _settled(wish: Command) -> str:
    """The hand-in that a refusal is about, as question:number; empty for what is no hand-in."""
    return f"{wish.question}:{wish.number}" if isinstance(wish, Answer | DontKnow | Share) else ""


def echo(room: Room, who: Who, wish: Echo) -> Echoed | None:
    """How the text would be read, typeset from our own tree; the same for a right and a wrong answer."""
    asked = room.lesson.asked.get(wish.question)
    if not isinstance(who, Student) or asked is None or asked.question.kind == "open" or not wish.text.strip():
        return Echoed(wish.question)
    reading = read(wish.text, variables=frozenset(asked.question.variables))
    if isinstance(reading, Unread):
        return Echoed(
            wish.question,
            message=unread_hint(reading.code, language_of(room.lesson, who), reading.found, reading.readings),
        )
    return Echoed(wish.question, value=plain(reading))
