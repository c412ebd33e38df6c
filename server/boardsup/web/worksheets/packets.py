"""A packet: a worksheet for each student, or blank ones, and the key that goes with exactly these sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from boardsup.items.bank import Bank
from boardsup.items.instance import Instance
from boardsup.items.vary import vary
from boardsup.lesson.languages import Language
from boardsup.lesson.worksheets import Mix, Order, letters, sheets, version_at
from boardsup.web.worksheets import words as said
from boardsup.web.worksheets.pieces import Answers, Ask, Example, Key, Line, Paper, Part, Sheet
from boardsup.web.worksheets.setting import code, line, picture, plain, value
from boardsup.web.worksheets.words import words

PartOfPacket = Literal["all", "sheets", "key"]


@dataclass(frozen=True, slots=True)
class Pupil:
    """Who a sheet is for: the place of the tile, counted from 0, and the language of the page."""

    name: str
    place: int
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class Look:
    """How the sheets look: letters, an example on top, and where the templates and the words are."""

    client: Path
    is_large: bool = False
    has_example: bool = False


@dataclass(frozen=True, slots=True)
class Packet:
    """What is printed: which questions, for whom, in how many versions.

    `link` gives the address of a sheet's code; `note` is a line for everybody.
    """

    order: Order
    pupils: tuple[Pupil, ...]
    link: Callable[[str], str]
    mix: Mix = "four"
    in_a_row: int = 6
    part: PartOfPacket = "all"
    note: str = ""

    def version(self, pupil: Pupil) -> int:
        """The version that this student has."""
        return version_at(pupil.place, self.mix, self.in_a_row)


Versions = tuple[tuple[Instance, ...], ...]


def paper(bank: Bank, packet: Packet, look: Look) -> Paper:
    """The packet as it is printed. Raises `NoDraw`."""
    drawn = versions_of(bank, packet)
    title = _skills(bank, packet.order)
    made: tuple[Sheet | Key, ...] = ()
    if packet.part != "key":
        made += sheet_pieces(bank, packet, drawn, look)
    if packet.part != "sheets":
        made += (key(title, answers_of(packet, drawn), packet.order),)
    spoken = {pupil.language for pupil in packet.pupils}
    language = spoken.pop() if packet.part == "sheets" and len(spoken) == 1 else "en"
    return Paper(plain(title), language, made, look.is_large)


def versions_of(bank: Bank, packet: Packet) -> Versions:
    """The questions of every version that this packet needs. Raises `NoDraw`."""
    return sheets(bank, packet.order, max(packet.version(pupil) for pupil in packet.pupils))


def sheet_pieces(bank: Bank, packet: Packet, drawn: Versions, look: Look) -> tuple[Sheet, ...]:
    """A sheet for each student."""
    return tuple(_sheet(bank, packet, pupil, drawn[packet.version(pupil) - 1], look) for pupil in packet.pupils)


def answers_of(packet: Packet, drawn: Versions) -> tuple[Answers, ...]:
    """Each version that somebody has, with their names; of sheets that nobody shares the answers alone."""
    holders: dict[int, list[str]] = {}
    for pupil in packet.pupils:
        holders.setdefault(packet.version(pupil), []).append(pupil.name)
    is_own = packet.mix == "own" and len(packet.pupils) > 1
    return tuple(
        Answers(
            f"Version {letters(version)}",
            ", ".join(name for name in names if name),
            answer_rows(drawn[version - 1], asks=not is_own),
        )
        for version, names in sorted(holders.items())
    )


def key(title: str, answers: tuple[Answers, ...], order: Order) -> Key:
    """A key, for the teacher."""
    return Key(
        "en", line(f"Key: {title}"), f"For the teacher. {order.count} questions, numbers {order.seed}", "Page", answers
    )


def answer_rows(questions: tuple[Instance, ...], *, asks: bool) -> tuple[Ask, ...]:
    """The answers of one version, with what was asked where `asks` says so."""
    return tuple(Ask(line(one.question.ask) if asks else (), answer=value(one.question.answer)) for one in questions)


def _sheet(bank: Bank, packet: Packet, pupil: Pupil, questions: tuple[Instance, ...], look: Look) -> Sheet:
    word = words(look.client, pupil.language)
    order = packet.order
    name = order.code(packet.version(pupil), questions)
    return Sheet(
        language=pupil.language,
        title=(Part(text=f"{word(said.PRACTICE)}: "), *line(_skills(bank, order), pupil.language)),
        name_word=f"{word(said.NAME)}:",
        name=pupil.name,
        foot=f"{word(said.SHEET)} {name}" + (f" · {pupil.name}" if pupil.name else ""),
        page_word=word(said.PAGE),
        questions=tuple(
            Ask(line(one.question.ask, pupil.language), tuple(_choice(c, pupil) for c in one.question.choices))
            for one in questions
        ),
        note=packet.note,
        version=letters(packet.version(pupil)),
        code=code(packet.link(name), f"QR: {name}"),
        example=example(bank, order, pupil.language, word(said.EXAMPLE)) if look.has_example else None,
    )


def example(bank: Bank, order: Order, language: Language, title: str) -> Example:
    """A worked example of the first skill, with the picture of its reteach card."""
    pool = bank.pools[order.skills[0]]
    of = vary(pool, pool.shapes[0].id, f"paper|{order.seed}|example")
    lines = tuple((line(f"${one.line}$", language), line(one.why, language)) for one in of.worked)
    visual = of.reteach.visual
    return Example(title, lines, picture(visual) if visual is not None else None)


def _skills(bank: Bank, order: Order) -> str:
    return ", ".join(bank.skills[skill].name for skill in order.skills)


def _choice(text: str, pupil: Pupil) -> Line:
    return line(text, pupil.language) if "$" in text else value(text, pupil.language)
