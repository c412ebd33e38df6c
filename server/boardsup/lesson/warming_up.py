"""From the library of warm-ups to a segment: one of the target's own strand, where there is one."""

from __future__ import annotations

from collections.abc import Mapping

from boardsup.items.warmups import NoticeWonder, WarmUp
from boardsup.lesson.segments import Notice, Option, Segment, Warmup
from boardsup.teaching.chance import chance


def warm_up(
    library: Mapping[str, WarmUp], strand: str, seed: str, wanted: str = "", id: str = "warm"
) -> Segment | None:
    """The warm-up of this name; without one, one of this strand, drawn by the seed; of all, where the strand has none.

    None where there are none.
    """
    if wanted in library:
        return segment_of(library[wanted], id)
    of_strand = [one for one in library.values() if one.strand == strand] or list(library.values())
    if not of_strand:
        return None
    return segment_of(of_strand[int(chance(seed, "warm-up") * len(of_strand))], id)


def segment_of(found: WarmUp, id: str = "warm") -> Segment:
    """The segment, with each picture by its name (`boardsup.items.warmups.pictures`)."""
    if isinstance(found, NoticeWonder):
        return Notice(id, found.ask, found.id)
    options = tuple(
        Option(c.label, c.text, f"{found.id}-{c.label.lower()}" if c.picture else "") for c in found.choices
    )
    return Warmup(id, found.ask, options, again=found.again)
