"""Everything that problems/ says, put together: the skill map, the item pools, the misconceptions, the lessons.

Files come in as texts by name; what is wrong comes out as findings, and everything that is not wrong is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from boardsup.items.lesson_plan import LessonPlan
from boardsup.items.misconceptions import Misconception
from boardsup.items.parse import parse
from boardsup.items.parse_lesson import parse_lesson
from boardsup.items.parse_misconceptions import parse_misconceptions
from boardsup.items.parse_skills import Check, Plan, Site, Strand, parse_map, parse_strand
from boardsup.items.pool import Pool, Rule
from boardsup.items.sheet import Finding, Unusable
from boardsup.items.skills import SkillMap
from boardsup.items.warmups import parse_community, parse_warmup

MAP = "skills/map.yaml"


@dataclass(frozen=True)
class Bank:
    """What the files of problems/ hold. Rules of pools are worded: with their own words, or their misconception's."""

    skills: SkillMap
    pools: Mapping[str, Pool]
    misconceptions: Mapping[str, Misconception]
    lessons: Mapping[str, LessonPlan]
    checks: Mapping[str, Check] = field(default_factory=dict)
    strands: Mapping[str, str] = field(default_factory=dict)
    sites: tuple[Site, ...] = ()

    def practice(self, skill: str) -> tuple[tuple[str, str], ...]:
        """Where to practise a skill: the site's name and the address of its search."""
        words = address_words(self.skills[skill].search)
        return tuple((site.name, site.search.replace("{words}", words)) for site in self.sites)


def read_bank(texts: Mapping[str, str]) -> tuple[Bank, tuple[Finding, ...]]:
    """The bank that these files hold, and what cannot be used. Names are paths below problems/."""
    findings: list[Finding] = []
    plans = _read_all(texts, lambda name: name == MAP, parse_map, findings)
    plan = plans[0] if plans else Plan((), (), ())
    strands = _read_all(texts, lambda name: name.startswith("skills/") and name != MAP, parse_strand, findings)
    pools = _read_all(texts, lambda name: name.startswith("items/"), parse, findings)
    groups = _read_all(texts, lambda name: name.startswith("misconceptions/"), parse_misconceptions, findings)
    lessons = _read_all(texts, lambda name: name.startswith("lessons/"), parse_lesson, findings)
    warmups = _read_all(texts, lambda name: name.startswith("warmups/"), _with_file(parse_warmup), findings)
    prompts = _read_all(texts, lambda name: name.startswith("community/"), _with_file(parse_community), findings)
    misconceptions = {found.id: found for group in groups for found in group}
    in_order = sorted(strands, key=lambda strand: _place(plan, strand))
    bank = Bank(
        skills=SkillMap(tuple(skill for strand in in_order for skill in strand.skills)),
        pools={pool.skill: worded(pool, misconceptions) for pool in pools},
        misconceptions=misconceptions,
        lessons={lesson.id: lesson for lesson in lessons},
        checks={check.target: check for check in plan.checks},
        strands={strand.id: strand.name for strand in in_order},
        sites=plan.sites,
    )
    findings += _given_twice([(pool.file, 1, pool.skill) for pool in pools])
    findings += _given_twice([(skill.file, skill.line, skill.id) for strand in strands for skill in strand.skills])
    findings += _given_twice([(one.file, one.line, one.id) for group in groups for one in group])
    findings += _given_twice([(file, 1, warmup.id) for file, warmup in warmups])
    findings += _given_twice([(file, prompt.line, prompt.id) for file, group in prompts for prompt in group])
    return bank, tuple(findings)


def address_words(words: str) -> str:
    """Words as they stand in the address of a search."""
    return "".join(_encoded(character) for character in words)


def _encoded(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    return "+" if character == " " else "".join(f"%{byte:02X}" for byte in character.encode())


Read = TypeVar("Read")


def _read_all(
    texts: Mapping[str, str], is_ours: Callable[[str], bool], read: Callable[..., Read], findings: list[Finding]
) -> list[Read]:
    """What `read` makes of each of these files; what cannot be used becomes a finding."""
    found: list[Read] = []
    for name in sorted(filter(is_ours, texts)):
        try:
            found.append(read(texts[name], file=name))
        except Unusable as unusable:
            findings.append(unusable.finding)
    return found


def _with_file(read: Callable[..., Read]) -> Callable[..., tuple[str, Read]]:
    """Reads the same, and keeps the name of the file."""
    return lambda text, *, file: (file, read(text, file=file))


def _place(plan: Plan, strand: Strand) -> tuple[int, str]:
    """The plan's order; a strand that it does not name comes last."""
    return (plan.strands.index(strand.id) if strand.id in plan.strands else len(plan.strands), strand.id)


def worded(pool: Pool, misconceptions: Mapping[str, Misconception]) -> Pool:
    """The pool with every rule worded."""

    def said(rule: Rule) -> Rule:
        known = misconceptions.get(rule.id)
        return replace(rule, says=known.says.replace("{", "{{").replace("}", "}}")) if known and not rule.says else rule

    shapes = (replace(shape, rules=tuple(map(said, shape.rules))) for shape in pool.shapes)
    return replace(pool, shapes=tuple(shapes))


def _given_twice(places: list[tuple[str, int, str]]) -> list[Finding]:
    first: dict[str, str] = {}
    found: list[Finding] = []
    for file, line, id in places:
        if id in first:
            found.append(Finding(file, line, f"“{id}” is already in {first[id]}", "keep one of the two"))
        first.setdefault(id, f"{file}, line {line}")
    return found
