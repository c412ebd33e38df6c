"""`boardsup twin SKILL --seed S`: a drawn item with its answer and the wrong answers that are predicted."""

from __future__ import annotations

from pathlib import Path

import typer

from boardsup.items.instance import Instance
from boardsup.items.sheet import Unusable
from boardsup.items.vary import NoDraw, vary
from boardsup.store.problems import load_bank


def twin(problems: Path, skill: str, seed: str, shape: str) -> int:
    """Print the item that a seed draws in this shape, or in every shape; 0 when there is one."""
    try:
        pool = load_bank(problems).pools.get(skill)
        shapes = [found.id for found in pool.shapes if shape in ("", found.id)] if pool else []
        if pool is None or not shapes:
            typer.echo(f"There is no item of {skill}{f' with the shape {shape}' if shape else ''}.", err=True)
            return 1
        typer.echo("\n\n".join(_shown(vary(pool, id, seed)) for id in shapes))
    except (NoDraw, Unusable) as error:
        typer.echo(str(error), err=True)
        return 1
    return 0


def _shown(item: Instance) -> str:
    """The item as lines: what is asked, the answer, each predicted wrong answer with what it says of the work."""
    question = item.question
    lines = [f"{item.skill}, {item.shape}, seed {item.seed}", f"  {question.ask}", f"  answer  {question.answer}"]
    if question.choices:
        lines.append(f"  choices {' · '.join(question.choices)}")
    width = max((len(found.value) for found in question.predictions), default=0)
    lines += [
        f"  not yet {found.value.ljust(width)}  {found.says} ({', '.join(found.ids)})" for found in question.predictions
    ]
    return "\n".join(lines)
