"""The parts of a lesson as its page shows them: what each asks, and what can be changed of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardsup.items.warmups import NoticeWonder
from boardsup.lesson.evidence import REVIEW
from boardsup.lesson.preparing import names_of
from boardsup.lesson.segments import Notice, Segment, Stations, Warmup, questions_of
from boardsup.teaching.drafting import MOST_ASKED
from boardsup.teaching.plan import Part, Step
from boardsup.web.desk.drafts import Draft, as_field
from boardsup.web.desk.items.samples import singly
from boardsup.web.door import Door
from boardsup.web.library import bank_of, items_stamp, the_community, the_warm_ups

Values = dict[str, object]

WORDS: Mapping[Part, str] = {
    "warmup": "Warm-up",
    "diagnostic": "Diagnostic",
    "plan": "Plan",
    "stations": "Stations",
    "model": "Model",
    "board": "Board",
    "discuss": "Discuss",
    "coldcall": "Cold call",
    "exit": "Exit",
    "community": "Community",
}
TEXTS: Mapping[Part, str] = {
    "stations": "Your own line for every group: a game, a page, a link",
    "discuss": "What to talk about",
    "coldcall": "What to ask",
}
"""What may be typed for a part."""


def draft_values(door: Door, draft: Draft, segments: Sequence[Segment]) -> Values:
    """Everything that the page of a lesson says."""
    outline, problems = draft.outline, door.settings.problems
    bank, by_id = bank_of(door), {segment.id: segment for segment in segments}
    review = [question.ask for question in questions_of(by_id[REVIEW])] if REVIEW in by_id else []
    parts = [
        _part(step, by_id.get(name), review if step.part == "warmup" and step.questions else [])
        for step, name in zip(outline.steps, names_of(outline), strict=True)
    ]
    return {
        "target": outline.target,
        "skill": bank.skills[outline.target].name,
        "says": outline.says,
        "parts": parts,
        "minutes": draft.minutes,
        "planned": outline.minutes,
        "seed": draft.seed,
        "name": draft.name,
        "words": WORDS,
        "skills": [{"id": id, "name": bank.skills[id].name} for id in bank.skills.order if id in bank.pools],
        "single": singly(bank, [one for step in outline.steps for one in step.questions]),
        "items": items_stamp(door),
        "warm_ups": [_warm_up(id, one.title, one) for id, one in the_warm_ups(problems).items()],
        "community": [{"id": id, "name": one.ask} for id, one in the_community(problems).items()],
    }


def _part(step: Step, segment: Segment | None, review: list[str]) -> Values:
    return {
        "part": step.part,
        "name": WORDS[step.part],
        "minutes": step.minutes,
        "text": step.text,
        "asks_for": TEXTS.get(step.part, ""),
        "questions": [{"skill": as_field(one), "number": one.twin} for one in step.questions],
        "most": MOST_ASKED.get(step.part, 0),
        "asks": _asks(segment) if segment is not None else [],
        "review": review,
        "options": segment.options if isinstance(segment, Warmup) else (),
        "picture": segment.picture if isinstance(segment, Notice) else "",
    }


def _asks(segment: Segment) -> list[str]:
    """What a part puts before the class, a line each."""
    if isinstance(segment, Stations):
        return [practice.title for practice in segment.sets]
    if isinstance(segment, Warmup | Notice):
        return [segment.ask]
    asked = [question.ask for question in questions_of(segment)]
    return asked or [str(getattr(segment, "title", "") or getattr(segment, "ask", ""))]


def _warm_up(id: str, title: str, of: object) -> Values:
    return {"id": id, "name": f"{title} ({'Notice and Wonder' if isinstance(of, NoticeWonder) else 'Which One'})"}
