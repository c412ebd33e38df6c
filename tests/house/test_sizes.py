"""Small files and small functions, so that each can be read whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from checkout import files, none_found, shown

LONGEST_FILE = 250
LONGEST_FUNCTION = 40


def test_no_file_is_longer_than_250_lines():
    sources = (*files(".py", ".js", ".css", ".html", under="server"), *files(".js", ".css", ".html", under="client"))
    assert sources
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    none_found(f"{name} has {lines} lines" for name, lines in lengths.items() if lines > LONGEST_FILE)


def test_no_python_function_is_longer_than_40_lines():
    none_found(too_long(files(".py", under="server"), python_functions))


def test_no_javascript_function_is_longer_than_40_lines():
    none_found(too_long(files(".js", under="client/static/js"), javascript_functions))


@pytest.mark.parametrize(
    ("source", "lengths"),
    [
        ("function one() {\n  two()\n}", {"one": 3}),
        ("export async function one(a, b = {}) {\n}\nconst two = () => {\n\n\n}", {"one": 2, "two": 4}),
        ("class A {\n  go(at) {\n    if (at) {\n      x()\n    }\n  }\n}", {"go": 5}),
        ("const a = '{'\nfunction b() { return `}${'{'}` } // {\n/* { */", {"b": 1}),
        ("on('x', (e) => {\n  y()\n})", {"line 1": 3}),
        ("function one() {\n  return /[{/]\\/{2}/.test(x)\n}", {"one": 3}),
    ],
)
def test_the_length_of_a_javascript_function_is_that_of_its_braces(source: str, lengths: dict[str, int]):
    assert dict(javascript_functions(source)) == lengths


def too_long(paths, functions) -> Iterator[str]:
    """Every function over the limit, by file and name."""
    for path in paths:
        for name, lines in functions(path.read_text(encoding="utf-8")):
            if lines > LONGEST_FUNCTION:
                yield f"{shown(path)}: {name} has {lines} lines"


def python_functions(source: str) -> Iterator[tuple[str, int]]:
    """Name and length of every function, decorators not counted."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.end_lineno - node.lineno + 1


BLANKED = re.compile(
    r"/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\\n])*'|\"(?:\\.|[^\"\\\n])*\"|`(?:\\.|[^`\\])*`"
    r"|(?<=[=(,:!&|?;\n])\s*/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n])+/|(?<=return)\s+/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n])+/",
    re.DOTALL,
)
"""Comments, strings, templates and regular expressions: braces in them open nothing."""

NO_FUNCTION = {"if", "for", "while", "switch", "catch", "with"}


def javascript_functions(source: str) -> Iterator[tuple[str, int]]:
    """Name, or first line, and length of every function, from its opening brace to its closing one."""
    text = BLANKED.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)
    opened: list[tuple[str, int]] = []
    for brace in re.finditer(r"[{}]", text):
        line = text.count("\n", 0, brace.start()) + 1
        if brace[0] == "{":
            opened.append((function_name(text[: brace.start()], line), line))
            continue
        name, since = opened.pop()
        if name:
            yield name, line - since + 1


def function_name(before: str, line: int) -> str:
    """The name of the function whose body opens after this text; empty where the brace opens something else."""
    before = before.rstrip()
    if before.endswith("=>"):
        named = re.search(r"(?:const|let)\s+(\w+)\s*=\s*(?:async\s*)?(?:\([^()]*\)|\w+)\s*=>$", before)
        return named[1] if named else f"line {line}"
    if not before.endswith(")"):
        return ""
    depth = 0
    for at in range(len(before) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(before[at], 0)
        if depth == 0:
            break
    word = re.search(r"(\w*)\s*$", before[:at])[1]
    return "" if word in NO_FUNCTION else word or f"line {line}"
