"""Pictures are SVG that a screen reader can read, a theme can colour, and nobody can abuse."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.items.cards import AreaModel, Balance, Bar, Jump, Mark, NumberLine, Part, Tape, Visual
from boardsup.items.visuals import BadPicture, drawn
from boardsup.items.visuals.paper import shown

SVG = "{http://www.w3.org/2000/svg}"

ALLOWED = {SVG + tag for tag in ["svg", "title", "desc", "text", "line", "rect", "path", "circle", "polygon"]}

PICTURES = {
    "area model": AreaModel(("5",), ("x", "-7"), ("5x", "-35")),
    "number line": NumberLine(
        "-9", "1", "1", (Mark("-8"), Mark("-3", "here", is_open=True)), (Jump("-8", "-3", "+ 5"),)
    ),
    "ray": NumberLine("0", "10", "1/2", (Mark("4", is_open=True),), (), "right"),
    "tape": Tape((Bar((Part("x"), Part("x"), Part("4", "2/3")), "pens", "16"),)),
    "balance": Balance(("x", "x", "3"), ("11",), "- 3"),
}


def tree(picture: Visual) -> ElementTree.Element:
    """The elements of a drawn picture."""
    return ElementTree.fromstring(drawn(picture))  # noqa: S314 - it is our own picture


every_picture = pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES.keys())


@every_picture
def test_a_picture_has_a_title_and_a_description_that_it_is_labelled_by(picture):
    root = tree(picture)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text
    assert description is not None
    assert description.text
    assert root.get("role") == "img"
    assert root.get("aria-labelledby", "").split() == [title.get("id"), description.get("id")]


@every_picture
def test_a_picture_is_drawn_in_the_colour_of_the_text_around_it(picture):
    colours = {
        value for element in tree(picture).iter() for name, value in element.items() if name in ("fill", "stroke")
    }
    assert colours <= {"currentColor", "none"}


@every_picture
def test_a_picture_holds_no_script_style_or_address(picture):
    for element in tree(picture).iter():
        assert element.tag in ALLOWED
        assert not {name for name, _ in element.items() if name.startswith("on") or name in ("style", "href")}


@every_picture
def test_nothing_is_drawn_outside_of_a_picture(picture):
    root = tree(picture)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    for element in root.iter():
        for name, value in element.items():
            if name in ("x", "x1", "x2", "cx"):
                assert 0 <= float(value) <= width
            if name in ("y", "y1", "y2", "cy"):
                assert 0 <= float(value) <= height


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20))
def test_a_text_in_a_picture_stays_a_text(text: str):
    """Seen to fail when `words` did not escape: a < broke the tree."""
    root = tree(Balance((f"<script>{text}", f'"/>{text}'), ("&amp;",), f"</svg>{text}"))
    assert {element.tag for element in root.iter()} <= ALLOWED


def test_a_description_says_what_the_picture_shows():
    description = tree(PICTURES["area model"]).find(f"{SVG}desc")
    assert description is not None
    assert description.text == (
        "A rectangle with 5 along the side and x and −7 along the top. 5 times x is 5x; 5 times −7 is −35."
    )


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (NumberLine("x", "3", "1"), "low is “x”, which is no number"),
        (NumberLine("3", "3", "1"), "there is no line from 3 to 3"),
        (NumberLine("0", "1000000", "1"), "at most 60 steps"),
        (NumberLine("0", "5", "0"), "steps of 0"),
        (NumberLine("0", "5", "1", (Mark("6"),)), "6 lies outside"),
        (NumberLine("0", "5", "1", (), (Jump("2", "2"),)), "a jump goes nowhere"),
        (Tape((Bar((Part("x", "0"),)),)), "sizes have to be above 0"),
        (Tape((Bar((Part("x", "1"), Part("y", "900"))),)), "at most 60 times"),
        (Balance(("x",) * 11, ("1",)), "at most 10 boxes"),
    ],
)
def test_a_picture_that_cannot_be_drawn_says_why(picture, reason: str):
    with pytest.raises(BadPicture, match=reason):
        drawn(picture)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("-7", "−7"),
        ("5x - 35", "5x − 35"),
        ("x^2", "x²"),
        ("x^(-10)", "x⁻¹⁰"),
        ("x-bars", "x-bars"),
        ("x >= 2*3", "x ≥ 2·3"),
    ],
)
def test_mathematics_in_a_picture_is_printed_with_its_signs(typed: str, printed: str):
    assert shown(typed) == printed
