"""The counts of one question on the console, and its flag with the sentence that gives the reason.

Every student of N is in exactly one of: right, not yet (of whom some said "I don't know yet"), check, working, away.
"""

from __future__ import annotations

from boardsup.lesson.flags import is_on_paper, options_of
from boardsup.lesson.regions import Tally
from boardsup.lesson.segments import AT_OWN_PACE
from boardsup.lesson.state import Asked, Lesson, Phase
from boardsup.lesson.who import StudentId
from boardsup.teaching.flag import Count, Flagged, reason, withdrawn

TAKEN_BACK = withdrawn(Flagged("stop"), None)


def tally(lesson: Lesson, asked: Asked, label: str) -> Tally:
    """The live counts: all present answers, whether they have stood or not. At the close, blanks are not yet."""
    counted = _counted(lesson, asked)
    states = [_state(lesson, asked, student) for student in counted]
    is_marked = asked.question.kind != "open"
    return Tally(
        question=asked.question.id,
        label=label,
        marked=is_marked,
        counted=len(counted),
        right=states.count("right"),
        not_yet=states.count("not_yet") + states.count("idk"),
        idk=states.count("idk"),
        check=states.count("check"),
        working=states.count("working") + states.count("paper"),
        away=states.count("away"),
        late=sum(1 for student in asked.answers if student not in counted),
        shared=states.count("shared"),
        flag=asked.flag.state if asked.flag is not None else "",
        kind=(asked.flag.kind or "") if asked.flag is not None else "",
        reason=_reason(lesson, asked),
        ask=asked.question.ask,
    )


def _counted(lesson: Lesson, asked: Asked) -> frozenset[StudentId]:
    """N: those present when it opened; of a set at one's own pace, everybody who has joined."""
    if isinstance(lesson.segment_of(asked.segment), AT_OWN_PACE):
        return asked.counted | asked.extra | {s for s in lesson.seats if s not in asked.away | asked.excused}
    return asked.counted | (asked.extra & asked.present)


def _state(lesson: Lesson, asked: Asked, student: StudentId) -> str:
    answer = asked.answers.get(student)
    if answer is not None:
        if answer.outcome == "idk":
            return "idk"
        if answer.outcome in ("check", "collected"):
            return "check" if answer.outcome == "check" else "shared"
        return "right" if answer.is_right else "not_yet"
    if lesson.courses[asked.segment].phase in (Phase.CLOSED, Phase.REVEALED) and student not in asked.extra:
        return "check" if is_on_paper(lesson, student) else "not_yet"
    seat = lesson.seats.get(student)
    return "away" if seat is None or seat.away else "paper" if seat.is_on_paper else "working"


def _reason(lesson: Lesson, asked: Asked) -> str:
    """The counts that caused the flag; where an answer was changed and took a certain flag back, that."""
    flag = asked.flag
    if flag is None:
        return TAKEN_BACK if asked.taken_back else ""
    count = Count(flag.N, flag.n, flag.k, options_of(asked.question))
    return reason(count, Flagged(flag.state, flag.kind), lesson.settings.flags)
