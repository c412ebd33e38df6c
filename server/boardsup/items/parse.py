"""From the text of an item file to a `Skill`, or to the one thing that its author should mend first.

The format is documented for teachers in problems/README.md; `parse_shape` reads one shape, `parse_cards` the rest.
"""

from __future__ import annotations

from functools import partial

from boardsup.items.fields import Fields
from boardsup.items.parse_shape import shape
from boardsup.items.sheet import sheet
from boardsup.items.skill import Link, Skill

FEWEST_SHAPES = 2


def parse(text: str, *, file: str) -> Skill:
    """The skill that an item file states; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    found = _skill(fields, file)
    fields.done()
    return found


def _skill(fields: Fields, file: str) -> Skill:
    id = fields.identity("skill")
    name = fields.text("name")
    strand = fields.identity("strand")
    ccss = fields.words("ccss", is_needed=True)
    prerequisites = fields.words("prerequisites")
    practice = fields.each("practice", _link)
    shared = fields.shared("hints", "worked", "reteach")
    shapes = fields.each("shapes", partial(shape, skill=id, shared=shared), is_needed=True)
    if len(shapes) < FEWEST_SHAPES:
        fields.stop(fields.line, f"there are {len(shapes)} shapes", f"write at least {FEWEST_SHAPES}")
    return Skill(id, name, strand, ccss, prerequisites, practice, shapes, file)


def _link(fields: Fields) -> Link:
    title = fields.text("title")
    line, url = fields.line_and_text("url")
    if not url.startswith("https://") or any(c.isspace() or c in "<>\"'" for c in url):
        fields.stop(line, "the link is no https:// address", "copy it from the browser")
    return Link(title, url)
