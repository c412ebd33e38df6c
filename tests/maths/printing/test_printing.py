"""Printing: what is printed reads back as the same tree; what is spoken sounds as a teacher would say it."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from boardsup.maths import tree as t
from boardsup.maths.printing.mathml import mathml
from boardsup.maths.printing.plain import plain
from boardsup.maths.printing.speech import speech
from boardsup.maths.printing.typst import typst
from boardsup.maths.reading import Unread, read
from maths.printing.trees import statements


@given(statements)
@settings(max_examples=400, deadline=None)
def test_reading_what_plain_prints_gives_a_tree_that_prints_the_same(node: t.Node):
    """Seen to fail with the brackets left out of `_under`: a/(b/c) came back as (a/b)/c."""
    text = plain(node)
    if len(text) > 200:
        return
    again = read(text)
    assert not isinstance(again, Unread), (text, again)
    assert plain(again) == text


@given(statements)
@settings(max_examples=200, deadline=None)
def test_reading_twice_changes_nothing(node: t.Node):
    """Reading what was printed, printing that and reading it again is the identity on trees that were read."""
    first = read(plain(node))
    if isinstance(first, Unread):
        return
    assert read(plain(first)) == first


@given(statements)
@settings(max_examples=100, deadline=None)
def test_mathml_is_well_formed_whatever_the_tree(node: t.Node):
    assert ElementTree.fromstring(mathml(node)).tag == "math"  # noqa: S314 (our own printer's text)


SPOKEN = [
    ("2x-10=-18", "2 x minus 10 equals negative 18", "2 x menos 10 es igual a menos 18"),
    ("3/4", "3 fourths", "3 cuartos"),
    ("1 1/2", "1 and 1 half", "1 y 1 medio"),
    ("x^2", "x squared", "x al cuadrado"),
    ("x^5", "x to the power 5", "x elevado a 5"),
    ("sqrt(2)", "the square root of 2", "la raíz cuadrada de 2"),
    ("5(x-7)=21", "5 times the quantity x minus 7, equals 21", "5 por la cantidad x menos 7, es igual a 21"),
    ("x<=3", "x is less than or equal to 3", "x es menor o igual que 3"),
    ("0.25", "0 point 2 5", "0 punto 2 5"),
    ("25%", "25 percent", "25 por ciento"),
    ("(2,-3)", "the point 2 comma negative 3", "el punto 2 coma menos 3"),
    (
        "(x+1)/(x-2)",
        "the fraction x plus 1 over x minus 2, end fraction",
        "la fracción x más 1 sobre x menos 2, fin de la fracción",
    ),
]


def test_the_bars_of_an_absolute_value_open_and_close_also_within_a_sum():
    """The first and the last of a row; anywhere else a browser sets a bar off like an operator."""
    rows = ElementTree.fromstring(mathml(read("|-7| + |4|"))).iter("mrow")  # noqa: S314 (our own printer's text)
    assert [(row[0].text, row[-1].text) for row in rows if row[0].text == "|"] == [("|", "|")] * 2


@pytest.mark.parametrize(("text", "english", "spanish"), SPOKEN)
def test_math_is_spoken_in_both_languages(text: str, english: str, spanish: str):
    node = read(text)
    assert not isinstance(node, Unread)
    assert speech(node) == english
    assert speech(node, "es") == spanish


TYPESET = [
    ("x=28/5", "x = frac(28, 5)"),
    ("2sqrt(3)", "2 sqrt(3)"),
    ("-(x+1)^2", "-(x + 1)^(2)"),
    ("1 1/2", "1 frac(1, 2)"),
    ("$5", "\\$ 5"),
]


@pytest.mark.parametrize(("text", "source"), TYPESET)
def test_typst_source_holds_only_what_the_tree_says(text: str, source: str):
    node = read(text)
    assert not isinstance(node, Unread)
    assert typst(node) == source
