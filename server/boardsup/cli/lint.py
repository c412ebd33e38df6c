"""`boardsup lint [PATH…]`: problem files as their author should see them, finding by finding."""

from __future__ import annotations

from pathlib import Path

import typer

from boardsup.items.bank import MAP
from boardsup.items.lint import lint as findings_in
from boardsup.items.sheet import Unusable
from boardsup.store.problems import problem_texts
from boardsup.web.settings import CHECKOUT


def lint(paths: list[Path]) -> int:
    """Print every finding with its file, its line and how to mend it; 0 when there is none."""
    root = _root(paths)
    try:
        texts = problem_texts(root)
        only = _chosen(paths, root, texts)
        findings = findings_in(texts, only)
    except Unusable as unusable:
        only, findings = frozenset(), (unusable.finding,)
    for finding in findings:
        typer.echo(f"{root.name}/{finding}")
    if paths and not only and not findings:
        typer.echo("There is no problem file here.", err=True)
        return 1
    if not findings:
        typer.echo(f"{len(only or texts)} files, nothing to mend.")
    return 1 if findings else 0


def _root(paths: list[Path]) -> Path:
    """The folder that the first path belongs to: it holds the skill map. Else the one that ships."""
    for path in paths[:1]:
        for folder in (path.resolve(), *path.resolve().parents):
            if (folder / MAP).exists():
                return folder
    return CHECKOUT / "problems"


def _chosen(paths: list[Path], root: Path, texts: dict[str, str]) -> frozenset[str]:
    """The names of the files that were asked for; none when all are."""
    inside = [path.resolve().relative_to(root).as_posix() for path in paths if path.resolve().is_relative_to(root)]
    if "." in inside:
        return frozenset(texts)
    return frozenset(name for name in texts for given in inside if name == given or name.startswith(f"{given}/"))
