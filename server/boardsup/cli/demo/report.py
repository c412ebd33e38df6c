"""What a lesson showed, as text: per question who had it and which procedures went wrong; flags; calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from boardsup.lesson.segments import ColdCall, Warmup, questions_of
from boardsup.lesson.state import Asked, Lesson


def report(lesson: Lesson) -> Iterator[str]:
    """Line by line."""
    yield f"{lesson.title}, {len(lesson.seats)} of {len(lesson.roster)} here"
    for segment in lesson.segments:
        if segment.id not in lesson.courses or isinstance(segment, ColdCall):
            continue
        for question in questions_of(segment):
            yield ""
            yield question.ask.replace("$", "")
            asked = lesson.asked[question.id]
            yield from _shared(asked) if isinstance(segment, Warmup) else _marked(asked)
    outcomes = Counter(call.outcome for call in lesson.past_calls)
    yield ""
    yield "Cold calls: " + (", ".join(f"{n} {outcome.replace('_', ' ')}" for outcome, n in outcomes.items()) or "none")


def _shared(asked: Asked) -> Iterator[str]:
    picks = Counter(answer.value for answer in asked.answers.values())
    yield "  " + "   ".join(f"{label}: {picks[label]}" for label in asked.question.choices)


def _marked(asked: Asked) -> Iterator[str]:
    answers = list(asked.answers.values())
    right = sum(1 for a in answers if a.is_settled and a.is_right)
    idk = sum(1 for a in answers if a.outcome == "idk")
    yield f"  {right} of {asked.N} right, {idk} said “I don't know yet”"
    if asked.flag is not None:
        yield f"  flag: {asked.flag.state.replace('_', ' ')} {asked.flag.kind or ''}".rstrip()
    says = {id: p.says for p in asked.question.predictions for id in p.ids}
    wrong = Counter((a.value, a.misconceptions) for a in answers if a.outcome == "incorrect")
    for (value, ids), count in wrong.most_common(5):
        named = " or ".join(says.get(id, id) for id in ids)
        yield f"  {count} × {value}" + (f"   {named}" if named else "")
