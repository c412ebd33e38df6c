"""What an author should mend before a problem file ships: every finding with its file, its line and how to mend it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from boardsup.items.bank import MAP, Bank, read_bank
from boardsup.items.lesson_plan import Board, Diagnostic, LessonPlan
from boardsup.items.lint_shape import lint_shape
from boardsup.items.pool import Pool
from boardsup.items.sheet import Finding


def lint(texts: Mapping[str, str], only: Collection[str] = ()) -> tuple[Finding, ...]:
    """All findings in these files (names are paths below problems/), or in some of them alone, by file and line."""
    bank, findings = read_bank(texts)
    found = [*findings, *_map_findings(bank), *_misconception_findings(bank), *_lesson_findings(bank)]
    for pool in bank.pools.values():
        if not only or pool.file in only:
            found += _pool_findings(bank, pool)
    chosen = (finding for finding in found if not only or finding.file in only)
    return tuple(sorted(dict.fromkeys(chosen), key=lambda finding: (finding.file, finding.line)))


def _map_findings(bank: Bank) -> Iterator[Finding]:
    """The skill map: every prerequisite is a skill, there is no circle, every check asks what its target rests on."""
    skills = bank.skills
    for skill in skills.skills:
        for below in skill.prerequisites:
            if below not in skills:
                yield Finding(skill.file, skill.line, f"no skill is called “{below}”", "name a skill of the map")
    if circle := skills.circle():
        first = skills[circle[0]]
        yield Finding(first.file, first.line, f"prerequisites in a circle: {' → '.join(circle)}", "take one away")
        return
    for check in bank.checks.values():
        known = skills.ancestors(check.target) if check.target in skills else ()
        for asked in check.asks:
            if asked not in known:
                yield Finding(
                    MAP, check.line, f"{check.target} does not rest on {asked}", "ask what the target rests on"
                )
        for named in (*check.week, *filter(None, (check.probe,))):
            if named not in skills:
                yield Finding(MAP, check.line, f"no skill is called “{named}”", "name a skill of the map")


def _misconception_findings(bank: Bank) -> Iterator[Finding]:
    for found in bank.misconceptions.values():
        if found.reteach not in bank.skills:
            yield Finding(found.file, found.line, f"no skill is called “{found.reteach}”", "name the skill to reteach")
        if found.contrast.wrote == found.contrast.right:
            yield Finding(found.file, found.line, f"{found.id}: both lines are the same", "write what differs")


def _lesson_findings(bank: Bank) -> Iterator[Finding]:
    for lesson in bank.lessons.values():
        for id in sorted(_ids_of(lesson) - set(bank.misconceptions)):
            yield Finding(f"lessons/{lesson.id}.yaml", 1, f"no misconception is called “{id}”", "see misconceptions/")


def _ids_of(lesson: LessonPlan) -> set[str]:
    questions = [
        question
        for segment in lesson.segments
        for question in (
            segment.questions
            if isinstance(segment, Diagnostic)
            else (segment.question,)
            if isinstance(segment, Board)
            else ()
        )
    ]
    return {id for question in questions for prediction in question.predictions for id in prediction.ids}


def _pool_findings(bank: Bank, pool: Pool) -> Iterator[Finding]:
    if pool.skill not in bank.skills:
        yield Finding(pool.file, 1, f"no skill is called “{pool.skill}”", "add it to its strand in skills/")
    elif pool.file != (expected := f"items/{bank.skills[pool.skill].strand}/{pool.skill}.yaml"):
        yield Finding(pool.file, 1, "the file is not where its skill belongs", f"move it to {expected}")
    for shape in pool.shapes:
        for rule in shape.rules:
            for id in (rule.id, *rule.same_as):
                if id not in bank.misconceptions:
                    yield Finding(
                        pool.file, rule.line, f"no misconception is called “{id}”", "add it to misconceptions/"
                    )
        yield from lint_shape(pool, shape)
