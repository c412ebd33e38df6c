"""What the import rules cannot see: built-in functions that reach outside, and text that is run as a program."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from checkout import files, none_found, shown

PURE = ("maths", "items", "teaching", "lesson")
REACHES_OUTSIDE = {"open", "print", "input", "breakpoint", "__import__"}
BUILT_IN = {"eval", "exec", "compile"}
RUNS_TEXT = BUILT_IN | {"sympify", "parse_expr", "parse_latex", "lambdify"}
"""The built-in three, and SymPy's readers and writers of programs, which call them."""


@pytest.mark.parametrize("layer", PURE)
def test_a_pure_layer_calls_nothing_that_reaches_outside(layer: str):
    none_found(
        f"{shown(path)}:{line}: {name}"
        for path in files(".py", under=f"server/boardsup/{layer}")
        for name, line in called(path.read_text(encoding="utf-8"))
        if name in REACHES_OUTSIDE
    )


def test_nothing_that_somebody_typed_is_ever_run():
    none_found(
        f"{shown(path)}:{line}: {name}"
        for path in files(".py", under="server")
        for name, line in called(path.read_text(encoding="utf-8"))
        if name in RUNS_TEXT
    )


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("eval(text)", ["eval"]),
        ("sympy.parse_expr(text)", ["parse_expr"]),
        ("from sympy import sympify as s\ns(text)", ["sympify"]),
        ("re.compile(text)", []),
        ("session.exec(query)", []),
        ("builtins.exec(text)", ["exec"]),
        ("run = exec", ["exec"]),
    ],
)
def test_a_call_is_found_by_whatever_name_it_goes(source: str, names: list[str]):
    assert [name for name, _ in called(source) if name in RUNS_TEXT] == names


def called(source: str) -> Iterator[tuple[str, int]]:
    """Every function that is named, imported or reached through a module, and its line.

    `re.compile` and a database session's `exec` only share a built-in's name.
    """
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Name(id=name):
                yield name, node.lineno
            case ast.Attribute(value=ast.Name(id="builtins"), attr=name):
                yield name, node.lineno
            case ast.Attribute(attr=name) if name not in BUILT_IN:
                yield name, node.lineno
            case ast.ImportFrom(names=aliases):
                yield from ((alias.name, node.lineno) for alias in aliases)
