"""Text that means harm: every line gets an outcome, quickly, and nothing is run, raised or called wrong by accident."""

from __future__ import annotations

import ast
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boardsup.maths.kinds.table import KINDS
from boardsup.maths.mark import mark, pose
from boardsup.maths.reading import Unread, read
from boardsup.web.settings import CHECKOUT

CODE = [
    "__import__('os').system('id')",
    "().__class__.__bases__[0].__subclasses__()",
    "eval('1')",
    "exec('x=1')",
    "open('/etc/passwd').read()",
    "lambda: 0",
    "[x for x in range(9)]",
    "{{7*7}}",
    "{% raw %}",
    "${7*7}",
    "#{7*7}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE event; --",
    "\\input{/etc/passwd}",
    "\\def\\x{\\x}\\x",
    "sympify('1')",
    "Symbol('x')",
    "x.__dict__",
    "f'{1}'",
    "%s%s%s%n",
    "\\write18{id}",
]
LARGE = [
    "9^9^9^9",
    "9**9**9**9",
    "10^(10^10)",
    "99999999999999999999999999",
    "1e999999999",
    "2^99999",
    "(2^32)^32",
    "((2^32)^32)^32",
    "(x+1)^32",
    "(x+y+z+1)^32",
    "((x+1)^32)^32",
    "(x+1)^32*(x+2)^32",
    "1/0",
    "0/0",
    "0^0",
    "0^-1",
    "sqrt(-1)",
    "sqrt(99999999999999)",
    "100!",
    "5!!",
    "factorial(99)",
    "1/3^32",
    "(1/3+1/7)^32",
    "abs(abs(abs(x)))",
    "sqrt(sqrt(sqrt(sqrt(2))))",
    "x^(1/32)",
    "(x^2+x+1)/(x^3-1)-1/(x-1)",
    "2^(2^(2^2))",
]
DEEP = [
    "(" * 90 + "x" + ")" * 90,
    "-" * 190,
    "(" * 199,
    ")" * 199,
    "^" * 100,
    "sqrt(" * 30 + "2" + ")" * 30,
    "|" * 99,
    "{" * 99,
    "\\frac" * 30,
    "\\sqrt{" * 28 + "2" + "}" * 28,
    "1/" * 99 + "1",
    "x^" * 99 + "2",
    "+-" * 90,
    "=" * 50,
    "x=" * 90,
    "1," * 99,
    "((((((((((1+2)+3)+4)+5)+6)+7)+8)+9)+10)+11)",
    "1+" * 99 + "1",
    "x" * 199,
    "9" * 200,
]
ODD = ["\x00", "1\x002", "\u202e12", "\u2066x\u2069", "\ud800", "\ufffd", "1\u200b2", "x\u0301", "\t5", "5\n", "5\r\n6"]
ODD += [
    "²",
    "x²³⁴",
    "①",
    "Ⅷ",
    "１２",
    "٣",
    "५",
    "🧮",
    "e",
    "i",
    "π",
    "∞",
    "NaN",
    "inf",
    "-0",
    "+0",
    "0x10",
    "0b1",
    "1_000",
    "1'000",
    "½½",
    "1½½",
    "٪",
    "％",
    "−",
    "‐1",
    "–2",
    "—3",
    "ﬁ",
    "à",
    "=5",
    "5=",
    "x==5",
]
ODD += ["1 000", "<>", "><", "≤≥", "x<5>3", "1<2<3<4", " ", ""]
HOSTILE = [*CODE, *LARGE, *DEEP, *ODD]
HOSTILE += [f"{a}{b}" for a in ("x=", "2", "(", "-") for b in (*CODE[:12], *LARGE[:20], *DEEP[:12])]
KINDS_AND_KEYS = [
    ("number", "3/4"),
    ("equation_solution", "x = 28/5"),
    ("expression", "2x + 6"),
    ("point", "(2, 3)"),
    ("expression_factored", "(x + 2)(x + 3)"),
    ("inequality", "x < 3"),
    ("solution_set", "2, -2"),
    ("system_solution:x,y", "(2, 5)"),
    ("radical_simplified", "2sqrt(3)"),
    ("money", "12.50"),
    ("formula_for:y", "(12-3x)/4"),
    ("choice", "B"),
    ("open", ""),
]
KEYS = [pose(kind, answer) for kind, answer in KINDS_AND_KEYS]
SLOWEST = 0.05
"""Seconds of its own work that one line may take: the median of three tries, as the machine is shared."""


def test_there_are_a_few_hundred_lines():
    assert len(HOSTILE) >= 250


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.kind)
def test_every_hostile_line_gets_an_outcome_at_once(key):
    for text in HOSTILE:
        found = mark(key, text)
        assert found.outcome in ("correct", "equivalent_not_simplified", "incorrect", "unparseable", "check")
        assert sorted(_seconds(key, text) for _ in range(3))[1] < SLOWEST, text[:40]


def _seconds(key, text: str) -> float:
    began = time.thread_time()
    mark(key, text)
    return time.thread_time() - began


@given(st.text(max_size=220), st.sampled_from(KEYS))
@settings(max_examples=600, deadline=None)
def test_marking_is_total_for_any_text(text, key):
    """Seen to fail with `Undefined` not caught by `mark`, for the text 1/0 given as an example."""
    assert mark(key, text).code


@given(st.text(alphabet="0123456789xy+-*/^=<>().,|√ π½%$", max_size=40), st.sampled_from(KEYS))
@settings(max_examples=1_000, deadline=None)
def test_marking_is_total_for_text_that_looks_like_mathematics(text, key):
    """Seen to fail with `Undefined` not caught by `mark`: 0/0 raised within a few hundred tries."""
    assert mark(key, text).code


@given(st.text(max_size=300), st.sampled_from(sorted(KINDS)))
@settings(max_examples=300, deadline=None)
def test_whatever_an_author_writes_as_the_answer_posing_never_raises(text, kind):
    """Seen to fail with `NotAValue` not caught by `pose`."""
    key = pose(kind, text)
    assert mark(key, "1").outcome == "check" or not key.problem


@pytest.mark.parametrize(("text", "at"), [("3 + ", 2), ("5(x - 7", 1), ("2x + * 3", 5), ("x = = 3", 2)])
def test_reading_says_where_it_stopped(text: str, at: int):
    found = read(text)
    assert isinstance(found, Unread)
    assert found.at == at


BUILT_IN = {"eval", "exec", "compile"}
OF_SYMPY = {"sympify", "parse_expr", "parse_latex", "lambdify"}


def test_no_text_reaches_what_would_run_it():
    assert _calls("import sympy\nsympy.sympify(text)\neval(text)") == {"sympify", "eval"}, "a planted breach is found"
    for file in (CHECKOUT / "server" / "boardsup").rglob("*.py"):
        assert not _calls(file.read_text(encoding="utf-8")), file.name


def _calls(source: str) -> set[str]:
    """The forbidden names that are called in a source; a method may be called exec, as that of a database session."""
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    names = {of.id for of in calls if isinstance(of, ast.Name)}
    methods = {of.attr for of in calls if isinstance(of, ast.Attribute)}
    return names & (BUILT_IN | OF_SYMPY) | methods & OF_SYMPY
