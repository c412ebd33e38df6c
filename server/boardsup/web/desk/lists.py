"""Class lists from a file: read, looked at before anything changes, taken in as a whole."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile

from boardsup.rostering.merging import Tile, merge
from boardsup.rostering.names import Refusal, alike
from boardsup.rostering.reading import read_roster
from boardsup.rostering.roster import MOST_TROUBLES, Roster, Section, Unusable
from boardsup.rostering.uploads import LARGEST, TOO_LARGE
from boardsup.store.importing import NEW, Taken, Wish, find_upload, keep_upload, take_in, tiles_of
from boardsup.store.people.belonging import away_classes_of, classes_of
from boardsup.web.desk.shown import classes_page
from boardsup.web.desk.teacher import TeachersDoor, person_at
from boardsup.web.door import Door

router = APIRouter(prefix="/desk")

Values = dict[str, object]
MOST_UPLOADS = 6
MOST_SECTIONS = 2_000
FEW = 8
"""Up to so many classes of a file are ticked from the start."""
NO_FILE = "Please choose a file, or paste a list."
NO_CHOICE = "Please tick at least one class of the list."


@router.get("/lists")
def send_lists(door: TeachersDoor) -> Response:
    """Where a file is chosen, or a list pasted."""
    return _form(door)


@router.post("/lists")
async def lists_sent(door: TeachersDoor, request: Request) -> Response:
    """Read what was sent, and show what it would do."""
    async with request.form(max_files=MOST_UPLOADS, max_fields=4, max_part_size=LARGEST) as form:
        called = str(form.get("called", ""))[:80]
        try:
            roster = await asyncio.to_thread(read_roster, await _uploads(form), called=called)
        except Unusable as unusable:
            return await asyncio.to_thread(_form, door, str(unusable), 422)
    upload = await asyncio.to_thread(_kept, door, roster)
    return RedirectResponse(f"/desk/lists/{upload}", status_code=303)


@router.get("/lists/{upload}")
def look(door: TeachersDoor, upload: str) -> Response:
    """What the lists would do: for each class who is there already, who is new, who is not in the file."""
    return _look(door, upload)


@router.post("/lists/{upload}")
async def take(door: TeachersDoor, upload: str, request: Request) -> Response:
    """Take the ticked classes in, all of them or none."""
    form = await request.form(max_files=1, max_fields=2_000)
    ticked = [place for place in map(str, form.getlist("take")) if place.isascii() and place.isdigit()]
    into = {int(place): str(form.get(f"into.{place}", NEW)) for place in ticked}
    if "look" in form:
        every = {place: str(target) for place in range(MOST_SECTIONS) if (target := form.get(f"into.{place}"))}
        choice = Choice(every, frozenset(into), "off" in form)
        return await asyncio.to_thread(_look, door, upload, choice=choice)
    if not into:
        return await asyncio.to_thread(_look, door, upload, NO_CHOICE)
    try:
        taken = await asyncio.to_thread(_taken, door, upload, into, takes_off="off" in form)
    except Refusal as refusal:
        return await asyncio.to_thread(_look, door, upload, str(refusal))
    for class_id in taken.classes:
        await door.rooms.roster_changed(class_id)
    return await asyncio.to_thread(classes_page, door, text=_said(taken))


async def _uploads(form: FormData) -> list[tuple[str, bytes]]:
    """The files, and what was pasted, as name and bytes. Raises `Unusable`."""
    files = [one for one in form.getlist("file") if isinstance(one, UploadFile)]
    found = [(one.filename, await one.read(LARGEST + 1)) for one in files if one.filename]
    if pasted := str(form.get("pasted", "")).strip():
        found.append(("pasted.csv", pasted.encode()))
    if not found:
        raise Unusable(NO_FILE)
    if sum(len(content) for _, content in found) > LARGEST:
        raise Unusable(TOO_LARGE)
    return found


def _kept(door: Door, roster: Roster) -> str:
    with door.database.session() as session:
        return keep_upload(session, roster, by=person_at(door), now=door.rooms.house.now)


def _taken(door: Door, upload: str, into: Mapping[int, str], *, takes_off: bool) -> Taken:
    with door.database.session() as session:
        return take_in(session, upload, Wish(into, takes_off), person_at(door), now=door.rooms.house.now)


def _said(taken: Taken) -> str:
    counts = ((taken.added, "new"), (taken.back, "back on the list"), (taken.off, "off the list"))
    said = ", ".join(f"{count} {words}" for count, words in counts if count)
    classes = "1 class" if len(taken.classes) == 1 else f"{len(taken.classes)} classes"
    return f"Taken in: {classes}, {said or 'everybody was there already'}."


def _form(door: Door, text: str = "", status: int = 200) -> Response:
    page = door.pages.page("desk/lists.html", page="desk", title="Class lists from a file", text=text)
    return HTMLResponse(page, status)


@dataclass(frozen=True)
class Choice:
    """What a teacher has chosen on the page so far: into which class each goes, which are ticked, who goes off."""

    into: Mapping[int, str]
    ticked: frozenset[int]
    takes_off: bool


def _look(door: Door, upload: str, text: str = "", *, choice: Choice | None = None) -> Response:
    with door.database.session() as session:
        try:
            roster = find_upload(session, upload, person_at(door))
        except Refusal as refusal:
            return _form(door, str(refusal), 404)
        here = [*classes_of(session, person_at(door)), *away_classes_of(session, person_at(door))]
        klasses = [(klass.id, klass.name, klass.external) for klass in here]
        tiles = {klass.id: tiles_of(session, klass.id) for klass in here}
    chosen = choice.into if choice is not None else {}
    sections = [_section(one, klasses, tiles, into=chosen.get(place)) for place, one in enumerate(roster.sections)]
    for place, one in enumerate(sections):
        one["ticked"] = place in choice.ticked if choice is not None else len(sections) <= FEW
    values: Values = {
        "upload": upload,
        "kind": roster.kind,
        "sections": sections,
        "off": choice is not None and choice.takes_off,
        "troubles": roster.troubles[:MOST_TROUBLES],
        "more": max(0, len(roster.troubles) - MOST_TROUBLES),
    }
    page = door.pages.page("desk/lists_look.html", page="desk", title="Before anything changes", text=text, **values)
    return HTMLResponse(page, 422 if text else 200)


def _section(
    section: Section,
    klasses: Sequence[tuple[str, str, str]],
    tiles: Mapping[str, Sequence[Tile]],
    *,
    into: str | None,
) -> Values:
    """A class of the file, and what taking it into a class here would do: into the same one, unless said otherwise."""
    same_id = [id for id, _, external in klasses if external and external == section.id]
    same_name = [id for id, name, _ in klasses if alike(name) == alike(section.name)]
    into = into or next(iter(same_id or same_name), NEW)
    merged = merge(section, tiles.get(into, ()))
    return {
        "name": section.name,
        "count": len(section.people),
        "into": into,
        "classes": [(id, name) for id, name, _ in klasses],
        "same": len(merged.same),
        "back": [tile.name for tile, _ in merged.back],
        "added": [name for name, _ in merged.added],
        "missing": [tile.name for tile in merged.missing],
    }
