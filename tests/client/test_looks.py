"""The visual language, checked: contrast in light and dark, tokens that exist, colours nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boardsup.web.settings import CHECKOUT

CSS = CHECKOUT / "client" / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
DEFINED = {
    name for sheet in CSS.glob("*.css") for name in re.findall(r"(--[\w-]+):", sheet.read_text(encoding="utf-8"))
}
LEGIBLE = 4.5
"""WCAG 2.2, 1.4.3: the least contrast of text of ordinary size."""

VISIBLE = 3.0
"""WCAG 2.2, 1.4.11: the least contrast of what one has to see to use a control."""

TEXTS = [
    *((ink, ground) for ink in ("ink", "ink-soft", "pen", "go", "stop", "look") for ground in ("paper", "board")),
    *((ink, ground) for ink in ("ink", "ink-soft") for ground in ("sunk", "marker")),
    *((ink, ground) for ink in ("ink", "ink-soft") for ground in ("pen-wash", "go-wash", "look-wash")),
    ("pen", "pen-wash"), ("pen-deep", "pen-wash"), ("go", "go-wash"), ("stop", "stop-wash"), ("look", "look-wash"),
    ("on-pen", "pen"), ("on-pen", "pen-deep"), ("pen", "sunk"),
]  # fmt: skip
EDGES = [(edge, ground) for edge in ("line-strong", "frame", "pen") for ground in ("paper", "board")]


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme, by name; dark overrides light."""
    light, _, rest = TOKENS.partition("@media (prefers-color-scheme: dark)")
    dark = rest.partition("@media")[0]
    found = dict(re.findall(r"--([\w-]+): (#\w{6});", light))
    return found | dict(re.findall(r"--([\w-]+): (#\w{6});", dark)) if scheme == "dark" else found


def luminance(colour: str) -> float:
    """Relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read_on_its_ground(scheme: str, ink: str, ground: str):
    colours = tokens(scheme)
    assert contrast(colours[ink], colours[ground]) >= LEGIBLE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_the_edge_of_a_control_can_be_seen(scheme: str, edge: str, ground: str):
    colours = tokens(scheme)
    assert contrast(colours[edge], colours[ground]) >= VISIBLE


@pytest.mark.parametrize("sheet", sorted(CSS.glob("*.css")), ids=lambda sheet: sheet.name)
def test_a_sheet_names_colours_by_token_alone(sheet: Path):
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= DEFINED
    if sheet.name != "tokens.css":
        assert not re.findall(r"#[0-9a-f]{3,8}\b(?=[^{]*;)|\brgba?\(|\bhsla?\(", text)


@pytest.mark.parametrize("sheet", sorted(CSS.glob("*.css")), ids=lambda sheet: sheet.name)
def test_a_sheet_knows_no_left_and_right(sheet: Path):
    """Start and end instead, so that a language that runs from right to left needs no sheet of its own."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.findall(
        r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right)|[\s;{](?:left|right):",
        text,
    )
