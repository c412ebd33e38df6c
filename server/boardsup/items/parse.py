"""From the text of an item file to a `Pool`, or to the one thing that its author should mend first.

The format is documented for teachers in problems/README.md; `parse_shape` reads one shape, `parse_cards` the rest.
"""

from __future__ import annotations

from functools import partial

from boardsup.items.fields import Fields
from boardsup.items.parse_shape import shape
from boardsup.items.pool import Pool
from boardsup.items.sheet import sheet

FEWEST_SHAPES = 2


def parse(text: str, *, file: str) -> Pool:
    """The item pool that a file states; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    pool = _pool(fields, file)
    fields.done()
    return pool


def _pool(fields: Fields, file: str) -> Pool:
    skill = fields.identity("skill")
    source = fields.text("source")
    shared = fields.shared("hints", "worked", "reteach")
    shapes = fields.each("shapes", partial(shape, skill=skill, shared=shared), is_needed=True)
    if len(shapes) < FEWEST_SHAPES:
        fields.stop(fields.line, f"there is only {len(shapes)} shape", f"write at least {FEWEST_SHAPES}")
    ids = [found.id for found in shapes]
    for found in shapes:
        if ids.count(found.id) > 1:
            fields.stop(found.line, f"two shapes are called “{found.id}”", "give each its own name")
    return Pool(skill, shapes, source, file)
