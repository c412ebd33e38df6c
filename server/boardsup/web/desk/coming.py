"""What comes next for a class: next week's target and its check, what comes back, who catches up, how fair calls were.

Names are given for whoever holds the key; nothing here is a score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from boardsup.items.bank import Bank
from boardsup.lesson.events import Sure
from boardsup.lesson.evidence import Showed
from boardsup.teaching.fairness import CallDay, fairness
from boardsup.teaching.next_week import comes_back, next_target, to_catch_up
from boardsup.teaching.spiral import overdue
from boardsup.teaching.tomorrow import ExitAnswer, tomorrow
from boardsup.teaching.week import Item
from boardsup.web.desk.records import Records, proposed

Values = dict[str, object]

MOST_CALLS = 6
"""Columns of the picture of calls."""

REPORT_DAYS = 21
"""School days of the report on calls: about a month."""

OUTCOMES: Mapping[Showed, Literal["right", "wrong", "idk"]] = {"right": "right", "not_yet": "wrong", "idk": "idk"}
SURE: Mapping[Sure, Literal["sure", "so_so", "unsure"]] = {
    "": "so_so", "sure": "sure", "so_so": "so_so", "not_sure": "unsure",
}  # fmt: skip
"""What an exit slip says, in the words of the rule for tomorrow."""


def coming(bank: Bank, records: Records) -> Values:
    """Everything that the page says of the days to come."""
    return {
        "next": _next(bank, records),
        "review": _review(bank, records),
        "catch_up": _catch_up(records),
        "exit": _exit(records),
        "calls": _calls(records),
    }


def plain(bank: Bank, item: Item) -> Values:
    """A question as it is printed: its skill's name, its prompt, its counts."""
    name = bank.skills[item.skill].name if item.skill in bank.skills else item.skill
    return {"id": item.skill, "name": name, "ask": item.ask, "k": item.count.k, "N": item.count.N}


def _next(bank: Bank, records: Records) -> Values | None:
    """Next week's target with its check; beside it what the quiz's probe already showed of it."""
    target = next_target(bank.skills, records.items, records.known, frozenset(bank.pools))
    if not target:
        return None
    plan = proposed(bank, records, target)
    check = next((step for step in plan.steps if step.part == "diagnostic"), None)
    probe = next((i for i in reversed(records.items) if i.part == "probe" and i.skill == target), None)
    return {
        "target": target,
        "name": bank.skills[target].name,
        "says": plan.says,
        "asks": [bank.skills[wanted.skill].name for wanted in check.questions] if check is not None else [],
        "probe": plain(bank, probe) | {"weekday": records.weekday(probe.lesson)} if probe is not None else None,
    }


def _review(bank: Bank, records: Records) -> Values:
    """What comes back: in next week's check, and in the warm-ups that are due."""
    due = overdue(records.reviews.values(), records.today, bank.skills)
    return {
        "again": [bank.skills[s].name for s in comes_back(records.items) if s in bank.skills],
        "due": [
            {"name": bank.skills[s].name, "days": records.today - records.reviews[s].seen}
            for s in due
            if s in bank.skills
        ],
    }


def _catch_up(records: Records) -> Values | None:
    code, students = to_catch_up(records.items, tuple(records.names))
    if not students:
        return None
    return {"weekday": records.weekday(code), "names": [records.names[s] for s in students]}


def _exit(records: Records) -> Values | None:
    """After the newest exit question: whom to talk to first, who sits at a table, whose right answer may be shown."""
    found = [(lesson, one) for lesson in records.lessons for one in lesson.shown if one.part == "exit"]
    if not found:
        return None
    lesson, asked = found[-1]
    given = (ExitAnswer(s.student, OUTCOMES[s.showed], SURE[s.sure]) for s in asked.students)
    lists = tomorrow(given, ())
    groups = {
        "not yet, and sure: talk first": lists.talk_first,
        "not yet: a table": lists.table,
        "right and not sure: a good public moment": lists.public_moment,
    }
    return {
        "weekday": records.weekday(lesson.code),
        "ask": asked.ask,
        "groups": [
            {"says": says, "names": [name for student, name in records.names.items() if student in students]}
            for says, students in groups.items()
        ],
    }


def _calls(records: Records) -> Values | None:
    """The report on cold calls of about a month, without whom the teacher has set apart from it."""
    called = [
        one for one in records.lessons if records.days_ago(one) <= REPORT_DAYS and any(a.calls for a in one.attended)
    ]
    if not called:
        return None
    days = [
        CallDay(
            frozenset(a.student for a in one.attended if a.here),
            tuple(a.student for a in one.attended for _ in range(a.calls)),
        )
        for one in called
    ]
    outside = frozenset(a.student for a in called[-1].attended if a.outside)
    report = fairness(days, outside)
    total = Counter(student for day in days for student in day.called)
    turns = [turn for turn in report.turns if turn.student in records.names]
    return {
        "lessons": len(called),
        "calls": sum(total.values()),
        "students": len(turns),
        "never": sum(not turn.per_day for turn in turns),
        "longest_wait": report.longest_wait,
        "spread": _spread([total[turn.student] for turn in turns]),
        "index": f"{float(report.index):.2f}",
        "waiting": [records.names[t.student] for t in sorted(turns, key=lambda t: -t.longest_wait) if not t.per_day],
    }


def _spread(calls: list[int]) -> list[tuple[str, int]]:
    """How many students were called never, once, twice …; the last is of those called that often or more."""
    last = min(max(calls, default=0), MOST_CALLS)
    words = [*map(str, range(last)), f"{last} or more" if max(calls, default=0) > last else str(last)]
    counts = Counter(min(count, last) for count in calls)
    return [(word, counts[times]) for times, word in enumerate(words)]
