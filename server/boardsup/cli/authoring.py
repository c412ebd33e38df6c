"""Commands for those who write problems and print them: mark, diagnose, check, draw, print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

authors = typer.Typer()

Versions = Literal["same", "two", "four", "own"]


@authors.command()
def grade(
    expected: Annotated[str | None, typer.Option(help="The right answer.")] = None,
    answer: Annotated[str | None, typer.Option(help="What was answered.")] = None,
    kind: Annotated[str, typer.Option(help="The kind of answer, such as equation_solution.")] = "number",
) -> None:
    """Mark an answer; without options, tab-separated lines of expected, answer and kind from standard input."""
    from boardsup.cli.grade import main as run

    raise typer.Exit(run(expected, answer, kind))


@authors.command(context_settings={"ignore_unknown_options": True})
def diagnose(
    question: Annotated[str | None, typer.Argument(help="A question as one types it, such as 5(x-7)=21.")] = None,
    answer: Annotated[str | None, typer.Argument(help="What was answered.")] = None,
) -> None:
    """Name the misconception behind an answer; without arguments, lines of question<TAB>answer from standard input."""
    from boardsup.cli.diagnose import main as run

    raise typer.Exit(run(question, answer))


@authors.command()
def lint(
    paths: Annotated[list[Path] | None, typer.Argument(help="Files or folders; all when none is given.")] = None,
) -> None:
    """Check problem files; say file, line and how to mend it."""
    from boardsup.cli.lint import lint as run

    raise typer.Exit(run(paths or []))


@authors.command()
def twin(
    skill: Annotated[str, typer.Argument(help="A skill of the map, such as eq-2step.")],
    seed: Annotated[str, typer.Option(help="The same seed draws the same numbers.")] = "1",
    shape: Annotated[str, typer.Option(help="One shape only.")] = "",
) -> None:
    """Print an item with its answer and the wrong answers that are predicted."""
    from boardsup.cli.twin import twin as run
    from boardsup.web.settings import CHECKOUT

    raise typer.Exit(run(CHECKOUT / "problems", skill, seed, shape))


@authors.command()
def worksheet(
    skills: Annotated[list[str], typer.Argument(help="One to four skills of the map, such as eq-2step.")],
    out: Annotated[Path, typer.Option(help="The PDF.")] = Path("worksheet.pdf"),
    names: Annotated[Path | None, typer.Option(help="A file of first names, one a line.")] = None,
    students: Annotated[int, typer.Option(min=1, max=600, help="Without names: how many sheets.")] = 1,
    count: Annotated[int, typer.Option(min=1, max=20, help="Questions on a sheet.")] = 8,
    seed: Annotated[str, typer.Option(help="The same seed prints the same numbers.")] = "1",
    versions: Annotated[Versions, typer.Option(help="How many versions go through the class.")] = "four",
    language: Annotated[Literal["en", "es"], typer.Option(help="English or Spanish.")] = "en",
    large: Annotated[bool, typer.Option(help="Large print.")] = False,
    example: Annotated[bool, typer.Option(help="A worked example on top.")] = False,
    here: Annotated[str, typer.Option(help="The server's address, for the QR codes.")] = "http://127.0.0.1:8000",
) -> None:
    """Print worksheets and their key as PDF, and how long that took."""
    from boardsup.cli.worksheet import Sheets
    from boardsup.cli.worksheet import worksheet as run

    order = Sheets(tuple(skills), count, seed, versions, language)
    raise typer.Exit(run(order, names or students, out, here.rstrip("/"), {"large": large, "example": example}))
