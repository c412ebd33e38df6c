"""What the lessons of a class have shown so far, and what follows for its next ones: for every page that measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from boardsup.items.bank import Bank
from boardsup.lesson.lately import REMEMBERED, Lately, Times
from boardsup.store import rosters
from boardsup.store.clock import SCHOOL_DAYS, WEEKDAYS, day_at, school_day
from boardsup.store.evidence import Measured, keep_missing, measured
from boardsup.teaching.counting import Count
from boardsup.teaching.plan import Outline, outline
from boardsup.teaching.precheck import Known, precheck
from boardsup.teaching.spiral import Review, warmup
from boardsup.teaching.week import TAUGHT, Item, ReadyWeek, known, reviews
from boardsup.web.door import Door


@dataclass(frozen=True)
class Records:
    """A class: its name, its first names by id, its seed, the lessons that have ended, and the present school day."""

    id: str
    name: str
    secret: str
    names: dict[str, str]
    lessons: tuple[Measured, ...]
    today: int

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every question of these lessons, the oldest first."""
        return tuple(
            Item(
                lesson=lesson.code,
                day=school_day(day_at(lesson.at)),
                skill=one.skill,
                part=one.part,
                count=Count(one.N, one.n, one.k, one.options),
                right={s.student: s.showed == "right" for s in one.students},
                options=one.options,
                ask=one.ask,
            )
            for lesson in self.lessons
            for one in lesson.shown
        )

    @cached_property
    def known(self) -> dict[str, Known]:
        """How much of the class has each skill."""
        return known(self.items, self.today)

    @cached_property
    def reviews(self) -> dict[str, Review]:
        """When each skill comes back."""
        return reviews(self.items)

    def days_ago(self, lesson: Measured) -> int:
        """School days since a lesson."""
        return self.today - school_day(day_at(lesson.at))

    def weekday(self, code: str) -> str:
        """The day of the week of a lesson."""
        at = next(lesson.at for lesson in self.lessons if lesson.code == code)
        return WEEKDAYS[day_at(at).weekday()]


def records_of(door: Door, class_id: str) -> Records | None:
    """What a class has shown; None where there is no such class. Blocks: it may replay lessons."""
    with door.database.session() as session:
        klass = rosters.find_class(session, class_id)
        if klass is None:
            return None
        keep_missing(session, class_id, door.rooms.replayed)
        names, lessons = rosters.names_of(session, class_id), measured(session, class_id)
    today = school_day(day_at(door.rooms.house.now()))
    return Records(klass.id, klass.name, klass.secret, names, lessons, today)


def lately(records: Records) -> Lately:
    """What the lessons so far leave to the next one."""
    sessions = [lesson for lesson in records.lessons if lesson.together]
    this_week = [one for one in sessions if records.days_ago(one) <= records.today % SCHOOL_DAYS]
    coached = Counter(student for one in this_week for student in {pair.one for pair in one.together if pair.coached})
    return Lately(
        pairs=tuple(dict.fromkeys(pair for one in sessions[-REMEMBERED:] for pair in one.together)),
        coached=tuple(Times(student, times) for student, times in sorted(coached.items())),
        waited=tuple(Times(student, _days_without(records, student)) for student in records.names),
        sessions=len(sessions),
    )


def _days_without(records: Records, student: str) -> int:
    """School days since a student was called, or since the class's first lesson; 0 before that."""
    called = (one for one in reversed(records.lessons) if any(a.student == student and a.calls for a in one.attended))
    since = next(called, records.lessons[0] if records.lessons else None)
    return 0 if since is None else records.days_ago(since)


def ready_weeks(bank: Bank) -> tuple[ReadyWeek, ...]:
    """The weeks that the skill map names."""
    return tuple(ReadyWeek(one.asks, one.week, one.probe) for one in bank.checks.values() if one.week)


def times_asked(items: Sequence[Item]) -> dict[str, int]:
    """How often each skill was asked of the class."""
    return dict(Counter(item.skill for item in items))


def proposed(bank: Bank, records: Records, target: str) -> Outline:
    """The lesson that is proposed for a target, from what the class has shown."""
    row = bank.checks[target].asks if target in bank.checks else ()
    before = precheck(bank.skills, target, row, records.known)
    return outline(target, before, _review(bank, records, target, before.asks), _probe(records))


def _review(bank: Bank, records: Records, target: str, asks: Sequence[str]) -> tuple[str, ...]:
    """Old skills for the warm-up: none before the first lesson, and none that the check asks anyway."""
    if not records.items:
        return ()
    last = next((item.skill for item in reversed(records.items) if item.part in TAUGHT), "")
    skills = warmup(bank.skills, records.reviews, last, target, records.today)
    return tuple(skill for skill in skills if skill not in asks and skill in bank.pools)


def _probe(records: Records) -> str:
    """The probe of a quiz that the class has just had."""
    newest = records.items[-1] if records.items else None
    return newest.skill if newest is not None and newest.part == "probe" else ""
