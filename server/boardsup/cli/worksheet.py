"""`boardsup worksheet SKILL --students 30`: worksheets and their key as one PDF, and how long each step took."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from boardsup.items.vary import NoDraw
from boardsup.lesson.languages import Language
from boardsup.lesson.worksheets import Mix, Order, can_draw
from boardsup.rostering.names import Refusal, names_in
from boardsup.store.problems import load_bank
from boardsup.web.settings import Settings
from boardsup.web.worksheets.packets import Look, Packet, Pupil, paper
from boardsup.web.worksheets.press import NotPrinted, Press

WARMING = "warming"
"""The seed of what is printed before anything is measured."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is wanted, as it was typed."""

    skills: tuple[str, ...]
    count: int
    seed: str
    mix: Mix
    language: Language


def worksheet(wanted: Sheets, whose: Path | int, out: Path, here: str, look: Mapping[str, bool]) -> int:
    """Write the PDF and print what it cost; 0 when there is one. `whose` is a file of names, or how many sheets."""
    settings = Settings(out.parent)
    bank = load_bank(settings.problems)
    order = Order(wanted.skills, wanted.count, wanted.seed)
    if not can_draw(bank, order):
        typer.echo("There are no such worksheets: one to four skills that have items, a seed of letters.", err=True)
        return 1
    press = Press(settings.client)
    try:
        packet = Packet(order, _pupils(whose, wanted.language), lambda code: f"{here}/desk/sheets/{code}", wanted.mix)
        kind = Look(settings.client, is_large=look["large"], has_example=look["example"])
        # Other numbers first: a server's press is warm, and its compiler remembers what it has typeset before.
        press.pdf(paper(bank, replace(packet, order=replace(order, seed=WARMING)), kind))
        start = time.perf_counter()
        made = paper(bank, packet, kind)
        drawn = time.perf_counter()
        pdf = press.pdf(made)
        pressed = time.perf_counter()
        out.write_bytes(pdf)
    except (NoDraw, NotPrinted, Refusal, OSError) as error:
        typer.echo(str(error), err=True)
        return 1
    finally:
        press.close()
    count = len(packet.pupils)
    typer.echo(
        f"{out}: {count} sheet{'s' * (count > 1)} and the key, {len(pdf) / 1024:,.0f} KiB."
        f" Numbers drawn in {_ms(drawn - start)}, typeset in {_ms(pressed - drawn)}."
    )
    return 0


def _pupils(whose: Path | int, language: Language) -> tuple[Pupil, ...]:
    """The students of a file of names, or sheets to write a name on. Raises `Refusal` or OSError."""
    names = [""] * whose if isinstance(whose, int) else names_in(whose.read_text(encoding="utf-8"))
    return tuple(Pupil(name, place, language) for place, name in enumerate(names))


def _ms(seconds: float) -> str:
    return f"{1000 * seconds:,.0f} ms"
