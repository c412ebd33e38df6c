"""The files of problems/skills: the skill map strand by strand, the ready-made checks, where to practise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from boardsup.items.fields import Fields
from boardsup.items.sheet import sheet
from boardsup.items.skills import Skill

MOST_ASKED = 3
"""Questions of a ready-made check: the source text asks at most three."""


@dataclass(frozen=True, slots=True)
class Strand:
    """A part of the map: its skills in order."""

    id: str
    name: str
    skills: tuple[Skill, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A ready-made check before a target is taught: one to three of its ancestors, the deepest first.

    `week` are the skills of the quiz that ends its week, `probe` the skill of its last question (empty: none is named).
    """

    target: str
    asks: tuple[str, ...]
    line: int = 0
    week: tuple[str, ...] = ()
    probe: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """A site to practise on: its name, and the address of its search with `{words}` in it."""

    name: str
    search: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What problems/skills/map.yaml states: the strands in order, the checks, the sites."""

    strands: tuple[str, ...]
    checks: tuple[Check, ...]
    sites: tuple[Site, ...]
    file: str = ""


def parse_strand(text: str, *, file: str) -> Strand:
    """The strand that a file states; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    id, name = fields.identity("strand"), fields.text("name")
    skills = fields.each("skills", partial(_skill, strand=id, file=file), is_needed=True)
    fields.done()
    return Strand(id, name, skills, file)


def parse_map(text: str, *, file: str) -> Plan:
    """The order of the strands, the checks and the sites; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    plan = Plan(
        strands=fields.words("strands", is_needed=True),
        checks=fields.each("checks", _check),
        sites=fields.each("practice", _site),
        file=file,
    )
    fields.done()
    return plan


def _skill(fields: Fields, *, strand: str, file: str) -> Skill:
    name = fields.text("name")
    return Skill(
        id=fields.identity("skill"),
        name=name,
        strand=strand,
        ccss=fields.words("ccss", is_needed=True),
        prerequisites=fields.words("prerequisites"),
        search=fields.text("search", name),
        file=file,
        line=fields.line,
    )


def _check(fields: Fields) -> Check:
    target, asks = fields.identity("target"), fields.words("asks", is_needed=True)
    if len(asks) > MOST_ASKED or len(set(asks)) < len(asks):
        fields.stop(fields.line, f"the check of {target} asks {len(asks)} skills", f"name 1 to {MOST_ASKED}, each once")
    return Check(target, asks, fields.line, fields.words("week"), fields.text("probe", ""))


def _site(fields: Fields) -> Site:
    name = fields.text("site")
    line, search = fields.line_and_text("search")
    if not search.startswith("https://") or search.count("{words}") != 1:
        fields.stop(line, "the search is no https:// address with {words} in it", "search by hand and copy the address")
    return Site(name, search)
