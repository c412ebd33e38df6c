"""Pictures of warm-ups are SVG that a screen reader can read, a theme can colour, and nobody can abuse."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.items.cards import AreaModel
from boardsup.items.drawings import BadPicture, Drawing, drawn
from boardsup.items.drawings.pictures import (
    Axis,
    Bars,
    Caption,
    Figure,
    Graph,
    Line,
    Measure,
    Point,
    Polygon,
    Shapes,
    Table,
    Tiles,
)

SVG = "{http://www.w3.org/2000/svg}"
TAGS = "svg title desc text line rect path circle polygon polyline"
ALLOWED = {SVG + tag for tag in TAGS.split()}
NAMES = {"on", "st", "hr", "xl"}
"""How the names of attributes begin that run something, style something or point somewhere."""

FOUR = Axis("-4", "4", "1", "x"), Axis("-4", "4", "1", "y")
TRIANGLE = Polygon((("0", "0"), ("4", "0"), ("4", "3")), is_shaded=True)

PICTURES: dict[str, Drawing] = {
    "tiles": Tiles((Figure(("x", "xo"), "Step 1"), Figure((".o.", "oxo", ".o."), "Step 2"))),
    "dots": Tiles((Figure(("xxooo",)),), "dots"),
    "dot paper": Shapes(5, 4, (TRIANGLE, Polygon((("0", "1"), ("1", "1"), ("1/2", "4"))))),
    "lines": Graph(*FOUR, (Line(rule="2 - x"), Line((("2", "-4"), ("2", "4")), label="B"))),
    "points": Graph(*FOUR, (), (Point(("1", "2")), Point(("0", "-1"), "P", is_open=True))),
    "curves": Graph(*FOUR, (Line(rule="x^2 - 3"), Line(rule="1/x"), Line(rule="abs(x)"))),
    "story": Graph(Axis("0", "20", "2", "Minutes"), Axis("0", "9", "1", "Blocks"), (Line((("0", "8"), ("20", "2"))),)),
    "no numbers": Graph(*FOUR, (Line(rule="x"),), has_numbers=False),
    "bars": Bars((Measure("2", "3"), Measure("4", "?")), "9", "3", "Cups"),
    "table": Table(("x", "y"), (("1", "3"), ("2", "?"))),
    "card": AreaModel(("5",), ("x", "-7"), ("5x", "-35")),
}


def tree(picture: Drawing) -> ElementTree.Element:
    """The elements of a drawn picture."""
    return ElementTree.fromstring(drawn(picture))  # noqa: S314 - it is our own picture


def said(picture: Drawing) -> str:
    """The description that a screen reader says."""
    return tree(picture).findtext(f"{SVG}desc") or ""


every_picture = pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES.keys())


@every_picture
def test_a_picture_has_a_title_and_a_description_that_it_is_labelled_by(picture: Drawing):
    root = tree(picture)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text
    assert description is not None
    assert description.text
    assert root.get("role") == "img"
    assert root.get("aria-labelledby", "").split() == [title.get("id"), description.get("id")]


@every_picture
def test_a_picture_has_no_colour_of_its_own(picture: Drawing):
    given = {value for element in tree(picture).iter() for name, value in element.items() if name in ("fill", "stroke")}
    classes = {element.get("class") for element in tree(picture).iter()}
    assert given <= {"currentColor", "none"}
    assert classes <= {None, "ink-1", "ink-2"}


@every_picture
def test_a_picture_holds_no_script_style_or_address(picture: Drawing):
    for element in tree(picture).iter():
        assert element.tag in ALLOWED
        names = {name for name, _ in element.items() if name[:2] in NAMES}
        assert all(name.startswith("stroke") for name in names)


@every_picture
def test_nothing_is_drawn_outside_of_a_picture(picture: Drawing):
    root = tree(picture)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    for element in root.iter():
        pairs = [tuple(map(float, pair.split(","))) for pair in element.get("points", "").split()]
        across = [float(element.get(name, 0)) for name in ("x", "x1", "x2", "cx")] + [x for x, _ in pairs]
        down = [float(element.get(name, 0)) for name in ("y", "y1", "y2", "cy")] + [y for _, y in pairs]
        assert all(0 <= at <= width for at in across)
        assert all(0 <= at <= height for at in down)


@every_picture
def test_a_picture_is_always_drawn_the_same(picture: Drawing):
    assert drawn(picture) == drawn(picture)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=10))
def test_a_text_in_a_picture_stays_a_text(text: str):
    """Seen to fail when a label went through str.format: a brace stopped the drawing."""
    bad = f'<b on="{text}'
    caption = Caption(f"<script>{text}", f"</desc>{text}")
    hostile: tuple[Drawing, ...] = (
        Tiles((Figure(("x",), bad),), caption=caption),
        Shapes(5, 4, (TRIANGLE,), caption=caption),
        Graph(Axis("0", "4", "1", bad), Axis("0", "4", "1", bad), (), (Point(("1", "1"), bad),), caption=caption),
        Bars((Measure(bad, "1"),), "4", "1", bad, caption),
        Table((bad[:16],), ((bad[:16],),), caption),
    )
    for picture in hostile:
        assert {element.tag for element in tree(picture).iter()} <= ALLOWED


@pytest.mark.parametrize(
    ("name", "description"),
    [
        (
            "tiles",
            "Step 1: 2 rows of tiles, from the top: 1 filled; 1 filled and 1 open. Step 2: 3 rows of tiles, from the "
            "top: 1 empty and 1 open; 1 open, 1 filled and 1 open; 1 empty and 1 open.",
        ),
        ("dots", "One row of dots: 2 filled and 3 open."),
        (
            "lines",
            "x from −4 to 4; y from −4 to 4. Line 1: straight through (−2, 4), (0, 2), (2, 0) and (4, −2). "
            "B: straight from (2, −4) to (2, 4).",
        ),
        ("points", "x from −4 to 4; y from −4 to 4. A dot at (1, 2). P, ring at (0, −1)."),
        ("story", "Minutes (across) from 0 to 20; Blocks (up) from 0 to 9. A line: straight from (0, 8) to (20, 2)."),
        ("no numbers", "x; y. A line: straight through (−4, −4), (−2, −2), (0, 0), (2, 2) and (4, 4)."),
        ("bars", "Cups. 2: 3. 4: not known."),
        ("table", "A table with the columns x and y. Row 1: 1, 3. Row 2: 2, ?."),
    ],
)
def test_a_picture_describes_itself(name: str, description: str):
    assert said(PICTURES[name]) == description


def test_an_author_s_own_title_and_description_come_first():
    picture = Table(("x",), (("1",),), Caption("One number", "A table that holds one."))
    assert tree(picture).findtext(f"{SVG}title") == "One number"
    assert said(picture) == "A table that holds one."


def test_a_tile_for_every_letter_and_none_for_a_point():
    marks = tree(PICTURES["tiles"]).findall(f"{SVG}rect")
    assert [mark.get("class") for mark in marks].count("ink-1") == 3
    assert len(marks) == 8


def test_a_rule_is_cut_where_it_leaves_the_grid():
    (line,) = tree(Graph(*FOUR, (Line(rule="2*x"),))).findall(f"{SVG}polyline")
    places = [tuple(map(float, pair.split(","))) for pair in line.get("points", "").split()]
    grid = tree(PICTURES["no numbers"]).findall(f"{SVG}line")
    top, foot = min(float(one.get("y1", 0)) for one in grid[:9]), max(float(one.get("y2", 0)) for one in grid[:9])
    assert {places[0][1], places[-1][1]} == {top, foot}


def test_a_rule_that_leaves_the_grid_and_comes_back_is_drawn_in_two_parts():
    assert len(tree(Graph(*FOUR, (Line(rule="1/x"),))).findall(f"{SVG}polyline")) == 2


def test_a_second_line_is_dashed_so_that_it_is_not_told_by_colour_alone():
    first, second = tree(PICTURES["lines"]).findall(f"{SVG}polyline")
    assert first.get("stroke-dasharray") is None
    assert second.get("stroke-dasharray")


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (Tiles(()), "there are 0 figures"),
        (Tiles((Figure(("xz",)),)), "a row is written with x"),
        (Tiles((Figure(("x" * 21,)),)), "at most 14 rows of 20"),
        (Shapes(0, 4, (TRIANGLE,)), "1 to 20 steps"),
        (Shapes(3, 3, (TRIANGLE,)), "the corner 4, 0 lies outside the paper, 3 by 3"),
        (Shapes(4, 4, (Polygon((("0", "0"), ("1", "1"))),)), "3 to 12 corners"),
        (Shapes(4, 4, ()), "there are 0 shapes"),
        (Graph(Axis("4", "0"), Axis("0", "4"), (Line(rule="x"),)), "x does not go from 4 to 0"),
        (Graph(Axis("0", "999"), Axis("0", "4"), (Line(rule="x"),)), "at most 24 steps"),
        (Graph(*FOUR), "a graph has one to 4 lines"),
        (Graph(*FOUR, (Line(),)), "a line has a rule, or goes through"),
        (Graph(*FOUR, (Line((("0", "0"),)),)), "two points at least"),
        (Graph(*FOUR, (Line((("0", "0"), ("0", "5"))),)), re.escape("(0, 5) lies outside the grid")),
        (Graph(*FOUR, (Line(rule="x + 90"),)), "lies outside the grid"),
        (Graph(*FOUR, (Line(rule="y + 1"),)), "is no rule"),
        (Graph(*FOUR, (), (Point(("a", "1")),)), "a point is “a”, which is no number"),
        (Bars((Measure("a", "5"),), "4"), "a bar of 5 does not fit"),
        (Bars((Measure("a", "-1"),), "4"), "does not fit"),
        (Bars((), "4"), "there are 0 bars"),
        (Bars((Measure("a", "1"),), "4", "0"), "no scale from 0 to 4"),
        (Table(("x", "y"), (("1",),)), "a row has 1 cells and the table 2 columns"),
        (Table(("x",), ()), "at most 6 columns and 12 rows"),
        (Table(("x",), (("1" * 17,),)), "at most 16 characters"),
    ],
)
def test_a_picture_that_cannot_be_drawn_says_why(picture: Drawing, reason: str):
    with pytest.raises(BadPicture, match=reason):
        drawn(picture)
