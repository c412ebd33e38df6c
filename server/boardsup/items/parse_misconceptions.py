"""From the text of a misconception file to its misconceptions, or to the one thing that its author should mend."""

from __future__ import annotations

import re
from functools import partial

from boardsup.items.fields import Fields
from boardsup.items.misconceptions import CHECKS, CLASSROOM_KNOWLEDGE, Misconception, Source
from boardsup.items.pool import Contrast
from boardsup.items.sheet import sheet

_ID = re.compile(r"[a-z][a-z0-9]{1,15}\.[a-z0-9]+(?:_[a-z0-9]+)*\Z")
OF_VERDICTS = frozenset({"eq", "form", "ne", "type", "letter", "unit", "read", "hard", "open", "key"})
"""Where the codes of verdicts start: no misconception may look like one."""

_UNKIND = re.compile(
    r"\b(students?|child(ren)?|kids?|pupils?|learners?|careless\w*|lazy|fail\w*|wrong\w*|stupid|bad|you|they|he|she)\b",
    re.IGNORECASE,
)


def parse_misconceptions(text: str, *, file: str) -> tuple[Misconception, ...]:
    """The misconceptions of one file; raises `Unusable`."""
    fields = Fields(sheet(text, file=file), file=file, inside="the file")
    found = fields.each("misconceptions", partial(_misconception, file=file), is_needed=True)
    fields.done()
    return found


def unkind_words(says: str) -> str:
    """The first word that speaks of the person or judges; wording describes the work. "" when there is none."""
    found = _UNKIND.search(says)
    return found[0] if found else ""


def _misconception(fields: Fields, *, file: str) -> Misconception:
    at, id = fields.line_and_text("id")
    if not _ID.match(id) or id.partition(".")[0] in OF_VERDICTS:
        fields.stop(at, f"“{id}” cannot be the id of a misconception", "write it like frac.add_tops_and_bottoms")
    line, says = fields.line_and_text("says")
    if unkind := unkind_words(says):
        fields.stop(line, f"the wording says “{unkind}”", "describe the work: Multiplied only the first term.")
    return Misconception(
        id=id,
        says=says,
        contrast=Contrast(fields.text("wrote"), fields.text("right")),
        reteach=fields.identity("reteach"),
        sources=_sources(fields),
        file=file,
        line=fields.line,
    )


def _sources(fields: Fields) -> tuple[Source, ...]:
    """The publications; none where the file says that it is classroom knowledge."""
    line, source = fields.line_and_text("source", "")
    sources = fields.each("sources", _source)
    if bool(source) == bool(sources) or (source and source != CLASSROOM_KNOWLEDGE):
        mend = f"write source: {CLASSROOM_KNOWLEDGE}, or sources: with work: and checked:"
        fields.stop(line, "the source is not clear", mend)
    return sources


def _source(fields: Fields) -> Source:
    work = fields.text("work")
    line, checked = fields.line_and_text("checked")
    if checked not in CHECKS:
        fields.stop(line, f"a source cannot be checked “{checked}”", f"write {', '.join(CHECKS)}")
    return Source(work, checked)
