"""Stations: who sits at a teacher table, who is coached by whom, who works in the studio; the teacher's pins first.

Those who lack two items or more sit with the teacher; those who lack the last one are coached by those who have it,
if they are sure of it and willing; the others have the studio. Odd numbers make a trio, never a student alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from boardsup.teaching.group.labels import pair_label, table_labels
from boardsup.teaching.group.leftover import Circle, make_trio, pair_up
from boardsup.teaching.group.pairing import Pairing, match
from boardsup.teaching.group.tables import Seats, add, seated, seats
from boardsup.teaching.group.values import AtTable, InStudio, Member, Pair, Picture, Pin, Plan, StudentId, Wishes, With


@dataclass(slots=True)
class _Draft:
    tables: Seats
    circles: list[Circle]
    studio: list[StudentId]


def stations(picture: Picture, seed: str, wishes: Wishes, pins: Mapping[StudentId, Pin], cap: int) -> Plan:
    """The stations of a class: tables, pairs and studio, with the dragged students where they were dragged."""
    free = [member for member in picture.members if member.student not in pins]
    pairing, rest = _roles(free, picture.items, wishes, pins)
    groups = match(pairing, seed, wishes)
    circles = [Circle(coach, [*groups[coach], *pairing.taken[coach]]) for coach in pairing.coaches]
    matched = {student for learners in groups.values() for student in learners}
    pairs, alone = pair_up((s for s in pairing.learners if s not in matched), seed, wishes)
    draft = _Draft(
        seats([m for m in free if m.level <= picture.items - 2], wishes, cap),
        [circle for circle in circles if circle.learners] + pairs,
        [*rest, *(circle.coach for circle in circles if not circle.learners)],
    )
    for student in alone:
        if not make_trio(draft.circles, student, wishes):
            add(draft.tables, student, picture.items, cap)
    _keep_company(draft, wishes)
    _pin(draft, {s: pin for s, pin in sorted(pins.items()) if not any(s in c.students for c in draft.circles)})
    return _plan(draft, seed, mini_lesson=2 * len(pairing.coaches) < len(pairing.learners))


def _roles(
    free: list[Member], items: int, wishes: Wishes, pins: Mapping[StudentId, Pin]
) -> tuple[Pairing, list[StudentId]]:
    """Learners and coaches among those who were not dragged, and those with every item who do not coach."""
    learners = sorted(m.student for m in free if m.level == items - 1)
    able = sorted(m.student for m in free if m.level == items)
    unsure = {m.student for m in free if m.confirm} | wishes.no_coach
    coaches = [student for student in able if student not in unsure]
    taken = {coach: tuple(sorted(s for s, pin in pins.items() if pin == With(coach))) for coach in coaches}
    return Pairing(tuple(learners), tuple(coaches), taken), [student for student in able if student in unsure]


def _keep_company(draft: _Draft, wishes: Wishes) -> None:
    """Whoever would be alone in the studio, or there only with others who are never called, makes a trio if any can.

    Where none can they stay: the studio is work of one's own, and a teacher table would go over what they have.
    """
    if len(draft.studio) == 1 or wishes.silent(frozenset(draft.studio)):
        draft.studio = [s for s in draft.studio if not make_trio(draft.circles, s, wishes)]


def _pin(draft: _Draft, pins: Mapping[StudentId, Pin]) -> None:
    """Put the dragged students where the teacher put them, whatever it makes of the group's size."""
    follows: dict[StudentId, StudentId] = {}
    for student, pin in pins.items():
        if isinstance(pin, AtTable):
            if not draft.tables:
                draft.tables.append((1, []))
            draft.tables[min(pin.number, len(draft.tables) - 1)][1].append(student)
        elif isinstance(pin, InStudio):
            draft.studio.append(student)
        else:
            follows[student] = pin.student
    while follows:
        ready = next((s for s, other in follows.items() if other not in follows), min(follows))
        _place_of(draft, follows.pop(ready)).append(ready)


def _place_of(draft: _Draft, student: StudentId) -> list[StudentId]:
    """The list in which somebody sits, the studio for a student who is not placed yet."""
    for circle in draft.circles:
        if student in circle.students:
            return circle.learners
    return next((students for _, students in draft.tables if student in students), draft.studio)


def _plan(draft: _Draft, seed: str, *, mini_lesson: bool) -> Plan:
    circles = sorted(draft.circles, key=lambda circle: (circle.coach == "", circle.coach, circle.learners))
    return Plan(
        "stations",
        tables=seated(draft.tables, table_labels(len(draft.tables), seed)),
        pairs=tuple(
            Pair(pair_label(number), circle.coach, tuple(sorted(circle.learners)))
            for number, circle in enumerate(circles, 1)
        ),
        studio=tuple(sorted(draft.studio)),
        mini_lesson=mini_lesson,
    )
