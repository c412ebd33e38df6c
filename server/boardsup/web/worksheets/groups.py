"""A lesson's groups on paper: a page a group, or one a student with numbers of their own; coach cards; the key."""

from __future__ import annotations

from dataclasses import dataclass, replace

from boardsup.items.bank import Bank
from boardsup.lesson.languages import ENGLISH, Language
from boardsup.lesson.materials import PracticeSet
from boardsup.lesson.views.printed import GroupSheet, Printed
from boardsup.lesson.worksheets import MOST_QUESTIONS, Order, can_draw
from boardsup.web.worksheets import words as said
from boardsup.web.worksheets.packets import Look, Packet, Pupil, answers_of, sheet_pieces, versions_of
from boardsup.web.worksheets.pieces import Answers, Ask, Coach, Example, Key, Line, Paper, Part, Piece, Sheet
from boardsup.web.worksheets.setting import code, line, plain, value
from boardsup.web.worksheets.words import words

AT_A_TABLE = 2
"""Seats in a row at a table: with four versions, those beside and across have other numbers."""


@dataclass(frozen=True, slots=True)
class Printing:
    """The lesson that is printed: its title and code, and the origin of the addresses in its QR codes."""

    title: str
    code: str
    origin: str


def group_pages(found: Printed, lesson: Printing, look: Look) -> Paper:
    """A page for each group, coach cards, then the key; before there are groups, a page for each set."""
    pieces: list[Piece] = []
    for group in found.sheets or tuple(GroupSheet(practice.title, (), practice) for practice in found.sets):
        pieces += _of_group(group, found.note, lesson, look)
    answers = tuple(Answers(plain(one.title), "", _answered(one)) for one in found.sets)
    return Paper(lesson.title, "en", (*pieces, _key(lesson, answers)), look.is_large)


def student_pages(bank: Bank, found: Printed, lesson: Printing, look: Look) -> Paper:
    """A page for each student of a group, with other numbers than the screens and the neighbours have; then the key.

    A set on a skill without items has one page, the same for all of its group. Raises `NoDraw`.
    """
    pieces: list[Piece] = []
    keys: list[Answers] = []
    for group in found.sheets:
        order = Order((group.practice.skill,), min(len(group.practice.questions), MOST_QUESTIONS), lesson.code)
        if not can_draw(bank, order):
            pieces += _of_group(group, found.note, lesson, look)
            keys.append(Answers(group.label, ", ".join(group.names), _answered(group.practice)))
            continue
        packet = _packet(group, found.note, lesson, order)
        drawn = versions_of(bank, packet)
        pieces += sheet_pieces(bank, packet, drawn, replace(look, has_example=True))
        pieces += _coach_card(group, look)
        keys += [replace(one, title=f"{group.label}: {one.title}") for one in answers_of(packet, drawn)]
    return Paper(lesson.title, "en", (*pieces, _key(lesson, tuple(keys))), look.is_large)


def _packet(group: GroupSheet, note: str, lesson: Printing, order: Order) -> Packet:
    spoken = group.speaks or (ENGLISH,) * len(group.names)
    pupils = tuple(Pupil(name, i, language) for i, (name, language) in enumerate(zip(group.names, spoken, strict=True)))
    link = f"{lesson.origin}/desk/sheets/"
    note = f"{group.label}. {note}" if note else group.label
    return Packet(order, pupils, lambda name: link + name, in_a_row=AT_A_TABLE, note=note)


def _of_group(group: GroupSheet, note: str, lesson: Printing, look: Look) -> tuple[Piece, ...]:
    """The group's page, and the card of its coach."""
    language = _language(group)
    word = words(look.client, language)
    sheet = Sheet(
        language=language,
        title=line(group.label, language),
        name_word=f"{word(said.NAME)}:",
        name=", ".join(group.names),
        foot=f"{lesson.title} · {plain(group.label)}",
        page_word=word(said.PAGE),
        questions=_asked(group.practice, language),
        note=note,
        code=code(f"{lesson.origin}/room/{lesson.code}/materials", f"QR: {lesson.code}"),
        example=_example(group.practice, language, word(said.EXAMPLE)),
    )
    return (sheet, *_coach_card(group, look))


def _coach_card(group: GroupSheet, look: Look) -> tuple[Coach, ...]:
    if not group.coach:
        return ()
    language = _language(group)
    word = words(look.client, language)
    asks = tuple(line(word(text), language, written=language) for text in group.coach)
    return (Coach(language, word(said.COACH), ", ".join(group.names), group.label, word(said.PAGE), asks),)


def _language(group: GroupSheet) -> Language:
    """The language of all of them, where they have one in common."""
    return group.speaks[0] if len(set(group.speaks)) == 1 else "en"


def _example(of: PracticeSet, language: Language, title: str) -> Example | None:
    lines = tuple((_line(one.line, language), line(one.why, language)) for one in of.worked)
    return Example(title, lines) if lines else None


def _asked(of: PracticeSet, language: Language) -> tuple[Ask, ...]:
    return tuple(
        Ask(line(one.ask, language), tuple(_line(choice, language) for choice in one.choices)) for one in of.questions
    )


def _answered(of: PracticeSet) -> tuple[Ask, ...]:
    return tuple(Ask(line(one.ask), answer=value(one.answer)) for one in of.questions)


def _line(text: str, language: Language) -> Line:
    return line(text, language) if "$" in text else value(text, language)


def _key(lesson: Printing, answers: tuple[Answers, ...]) -> Key:
    return Key("en", (Part(text=f"Key: {lesson.title}"),), "For the teacher", "Page", answers)
