"""The outcomes of marking and the codes that say why. Codes are stable: journals, consoles and reports count them.

`eq.` equal in the form asked for · `form.` equal, in another form · `ne.` not equal · `type.` another kind of thing ·
`letter.` `unit.` another letter or unit · `read.` not readable · `hard.` `open.` `key.` the teacher looks.
"""

from __future__ import annotations

from typing import Literal

Outcome = Literal["correct", "equivalent_not_simplified", "incorrect", "unparseable", "check"]
"""What marking says of an answer; `unparseable` and `check` are never counted as wrong."""

FORM_CODES = frozenset(
    {
        "form.arithmetic",
        "form.brackets",
        "form.decimal",
        "form.improper_part",
        "form.left_side",
        "form.like_terms",
        "form.money",
        "form.not_integer",
        "form.percent",
        "form.radical",
        "form.ratio",
        "form.scientific",
        "form.sign",
        "form.slope_intercept",
        "form.unexpanded",
        "form.unfactored",
        "form.unit_extra",
        "form.unit_missing",
        "form.unit_spelling",
        "form.unreduced",
        "form.unsolved",
    }
)
"""Ways in which an equal answer is not yet in the form that the kind asks for."""

TYPE_CODES = frozenset(
    {
        "type.equation",
        "type.expression",
        "type.inequality",
        "type.list",
        "type.number",
        "type.point",
        "type.ratio",
        "type.words",
    }
)
"""The wrong type of thing: what the answer is, where something else was asked for."""

WRONG_CODES = frozenset({"ne.value", "ne.undefined", "letter.other", "unit.other"}) | TYPE_CODES
"""Codes of `incorrect`."""

CHECK_CODES = frozenset(
    {
        "hard.pending",
        "hard.timeout",
        "hard.overload",
        "hard.crash",
        "hard.unsure",
        "hard.too_big",
        "open.unmarked",
        "key.kind",
        "key.unread",
    }
)
"""Codes of `check`: a worker or the teacher decides."""
