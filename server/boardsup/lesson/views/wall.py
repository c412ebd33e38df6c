"""What the whole class looks at: no score, no name but a called student's, no answer before the reveal."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.items.item import Question
from boardsup.lesson.regions import (
    BlankScene,
    CallScene,
    JoinScene,
    Pick,
    QuestionScene,
    Region,
    WallCount,
    WallHead,
)
from boardsup.lesson.regions.wall import GroupsScene, ModelScene, NamedGroup, ReadyScene, TalkScene
from boardsup.lesson.rounds import present_round
from boardsup.lesson.segments import (
    AT_OWN_PACE,
    UNGRADED,
    Board,
    ColdCall,
    Diagnostic,
    Discuss,
    Exit,
    Model,
    Notice,
    Plan,
    Quiz,
    Segment,
    Stations,
    Warmup,
    awaited,
    name_of,
)
from boardsup.lesson.state import Asked, Course, Lesson, Phase
from boardsup.lesson.views.revealed import revealed, the_end
from boardsup.lesson.who import StudentId
from boardsup.teaching.group import STUDIO


def wall_view(lesson: Lesson, names: Mapping[StudentId, str]) -> tuple[Region, ...]:
    """The wall."""
    head = WallHead(lesson.code, lesson.joining and not lesson.ended, len(lesson.seats), lesson.blank)
    if lesson.blank:
        return (head, BlankScene(), WallCount())
    return (head, _scene(lesson, names), _count(lesson))


def _scene(lesson: Lesson, names: Mapping[StudentId, str]) -> Region:
    segment, course = lesson.segment, lesson.course
    if lesson.ended:
        return the_end(lesson)
    if segment is None or course is None:
        return _joining(lesson) if lesson.joining else BlankScene()
    call = lesson.call
    if call is not None and call.question:
        return _call(lesson, lesson.asked[call.question].question.ask, names)
    match segment:
        case ColdCall():
            return _call(lesson, segment.ask, names)
        case Discuss():
            return TalkScene(segment.ask, segment.lines) if call is None else _call(lesson, segment.ask, names)
        case Plan():
            return _groups(lesson, names) if lesson.groups_shown else ReadyScene()
        case Stations() if lesson.groups_shown:
            return _groups(lesson, names)
        case Model():
            return _model(lesson, segment, course, names)
        case _:
            return _asked(lesson, segment, course)


def _joining(lesson: Lesson) -> Region:
    here = len(lesson.seats)
    return JoinScene(lesson.code, here, max(0, len(lesson.roster) - here))


def _groups(lesson: Lesson, names: Mapping[StudentId, str]) -> Region:
    """The groups of the plan, in the order of their labels."""
    plan = lesson.plan
    if plan is None:
        return ReadyScene()
    found = [(table.label, table.students) for table in plan.tables]
    found += [(pair.label, tuple(pair.students)) for pair in plan.pairs]
    found += [(STUDIO, plan.studio)] if plan.studio else []
    named = (NamedGroup(label, tuple(sorted(names.get(s, "") for s in students))) for label, students in found)
    ordered = tuple(sorted(named, key=lambda group: (len(group.label), group.label)))
    now = present_round(lesson)
    return GroupsScene(ordered) if now is None else GroupsScene(ordered, now.number, now.of, now.until, now.is_moving)


def _asked(lesson: Lesson, segment: Segment, course: Course) -> Region:
    if course.phase is Phase.REVEALED:
        return revealed(lesson, segment)
    return _question(segment, awaited(segment), closed=course.phase is Phase.CLOSED)


def _question(segment: Segment, questions: tuple[Question, ...], *, closed: bool) -> Region:
    """The question; of a private set only that there is one, and for how many questions."""
    options = segment.options if isinstance(segment, Warmup) else ()
    choices = questions[0].choices if isinstance(segment, Board) else ()
    is_set = isinstance(segment, Diagnostic | Exit | Quiz | Stations)
    return QuestionScene(
        ask="" if is_set else segment.ask if isinstance(segment, Notice) else questions[0].ask,
        options=tuple(Pick(option.label, option.ask, option.picture) for option in options),
        choices=choices,
        ungraded=isinstance(segment, UNGRADED),
        closed=closed,
        count=len(questions),
        title=name_of(segment),
        picture=segment.picture if isinstance(segment, Notice) else "",
    )


def _model(lesson: Lesson, segment: Model, course: Course, names: Mapping[StudentId, str]) -> Region:
    shown, call = segment.lines[: course.lines], lesson.call
    if call is None:
        return ModelScene(segment.title, shown, segment.picture)
    name = names.get(call.student, "") if call.named else ""
    return ModelScene(segment.title, shown, segment.picture, not call.named, name, call.prompt)


def _call(lesson: Lesson, ask: str, names: Mapping[StudentId, str]) -> Region:
    call = lesson.call
    if call is None:
        return CallScene(ask, thinking=False, pausing=bool(lesson.pausing))
    name = names.get(call.student, "") if call.named else ""
    return CallScene(ask, thinking=not call.named, name=name, prompt=call.prompt)


def _count(lesson: Lesson) -> WallCount:
    """How many of N have handed in everything that the segment asks."""
    segment, course = lesson.segment, lesson.course
    if segment is None or course is None or course.phase is Phase.REVEALED or not awaited(segment):
        return WallCount()
    if isinstance(segment, Stations):
        return WallCount()
    asked = [lesson.asked[q.id] for q in awaited(segment)]
    counted = asked[0].counted | {s for s in lesson.seats if isinstance(segment, AT_OWN_PACE)}
    handed_in = sum(1 for s in counted if all(_is_in(of, s) for of in asked))
    return WallCount(handed_in, len(counted), asking=True)


def _is_in(asked: Asked, student: StudentId) -> bool:
    answer = asked.answers.get(student)
    return answer is not None and answer.readable > 0
