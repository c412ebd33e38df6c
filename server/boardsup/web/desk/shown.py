"""What the two pages of the desk show: the classes with what runs just now, and one class."""

from __future__ import annotations

from fastapi.responses import HTMLResponse, Response
from sqlmodel import Session

from boardsup.items.lesson_plan import LessonPlan
from boardsup.lesson.planned import segments_of
from boardsup.lesson.segments import Diagnostic, Segment, name_of
from boardsup.store import rosters
from boardsup.store.lessons import lessons_of
from boardsup.store.needs import apart_of, needs_of
from boardsup.store.people.belonging import aided_by, away_classes_of, classes_of
from boardsup.store.people.person import Person
from boardsup.store.tables import Klass, LessonRow, TemplateRow
from boardsup.store.templates import find_template, outline_of, templates
from boardsup.web.desk.parts import WORDS
from boardsup.web.desk.plans import plans
from boardsup.web.desk.teacher import person_at
from boardsup.web.door import Door

NO_CLASS = "This class is not here any more."
Values = dict[str, object]


def classes_page(door: Door, *, text: str = "", typed: tuple[str, str] = ("", ""), status: int = 200) -> Response:
    """All classes; `typed` is the name and the names of a class that could not be made, to be mended."""
    person = person_at(door)
    with door.database.session() as session:
        rows, aided = classes_of(session, person), aided_by(session, person)
        values = [_klass(session, row) for row in rows]
        away = [_klass(session, row) for row in away_classes_of(session, person)]
        running = [
            _lesson(row) | {"klass": k.name}
            for k in (*rows, *aided)
            for row in lessons_of(session, k.id)
            if not row.ended_at
        ]
    name, names = typed
    page = door.pages.page(
        "desk/classes.html",
        page="desk",
        title="Your classes",
        text=text,
        classes=values,
        away=away,
        running=running,
        aided=[klass.name for klass in aided],
        person=person,
        name=name,
        names=names,
    )
    return HTMLResponse(page, status)


def class_page(door: Door, class_id: str, *, text: str = "", off: str = "", status: int = 200) -> Response:
    """One class, with a sentence on top where there is something to say; `off` was just taken off one of its lists."""
    with door.database.session() as session:
        row = rosters.find_class(session, class_id)
        if row is None:
            return classes_page(door, text=NO_CLASS, status=404)
        removed = rosters.find_removed(session, class_id, off) if off else None
        lessons = lessons_of(session, class_id)
        values: Values = {
            "klass": _klass(session, row),
            "students": _students(session, class_id),
            "off": [{"id": s.id, "name": s.first_name} for s in rosters.removed_of(session, class_id)],
            "removed": {"id": removed.id, "name": removed.first_name} if removed is not None else None,
            "running": [_lesson(lesson) for lesson in lessons if not lesson.ended_at],
            "past": [_lesson(lesson) for lesson in lessons if lesson.ended_at],
            "kept": [_kept(row) for row in templates(session, person_at(door))],
            "dropped": _dropped(session, off, person_at(door)),
            "plans": [_plan(plan) for plan in plans(door.settings.problems).values()],
        }
        title = row.name
    return HTMLResponse(door.pages.page("desk/class.html", page="desk", title=title, text=text, **values), status)


def _students(session: Session, class_id: str) -> list[Values]:
    """The tiles; of what is set for a student only that something is."""
    students = rosters.students_of(session, class_id)
    apart = {id for pair in apart_of(session, class_id) for id in (pair.one, pair.other)}
    is_set = {*needs_of(session, class_id), *apart}
    return [{"id": one.id, "name": one.first_name, "is_set": one.id in is_set} for one in students]


def _kept(row: TemplateRow) -> Values:
    return {"id": row.id, "name": row.name, "parts": [WORDS[step.part] for step in outline_of(row).steps]}


def _dropped(session: Session, id: str, person: Person) -> Values | None:
    """The lesson that was just taken off the list, if it is off it."""
    row = find_template(session, id, person) if id else None
    return {"id": row.id, "name": row.name} if row is not None and not row.active else None


def _klass(session: Session, row: Klass) -> Values:
    return {"id": row.id, "name": row.name, "count": len(rosters.students_of(session, row.id))}


def _lesson(row: LessonRow) -> Values:
    return {"code": row.code, "title": row.title}


def _plan(plan: LessonPlan) -> Values:
    return {"id": plan.id, "title": plan.title, "parts": [_part(segment) for segment in segments_of(plan)]}


def _part(segment: Segment) -> str:
    """A segment in a word or two, as a teacher would plan it."""
    if isinstance(segment, Diagnostic) and len(segment.questions) > 1:
        return f"{name_of(segment)} of {len(segment.questions)}"
    return name_of(segment)
