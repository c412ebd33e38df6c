"""A small problems folder without anything to mend, as texts; tests spoil one line of it at a time."""

from __future__ import annotations

MAP = """\
strands: [equations]
checks:
  - {target: eq-two, asks: [eq-one]}
practice:
  - {site: Somewhere, search: "https://example.org/?q={words}"}
"""

STRAND = """\
strand: equations
name: Equations
skills:
  - skill: eq-one
    name: One step
    ccss: [6.EE.B.7]
    search: one-step & more
  - skill: eq-two
    name: Two steps
    ccss: [7.EE.B.4a]
    prerequisites: [eq-one]
"""

MISCONCEPTIONS = """\
misconceptions:
  - id: eq1.same_operation
    says: Did the same operation again instead of undoing it.
    wrote: x = 14 + 5
    right: x = 14 - 5
    reteach: eq-one
    source: classroom knowledge
  - id: eq1.answer_sign
    says: Right size, other sign.
    wrote: x = -9
    right: x = 9
    reteach: eq-one
    sources:
      - {work: "Somebody 1999", checked: exact}
      - {work: "Somebody Else 2001", checked: memory}
"""

SHAPE = """\
  - shape: plus
    ask: Solve $x + {a} = {b}$.
    kind: equation_solution
    variables: x
    answer: x = {k}
    draw: {a: 2..12, k: 2..15}
    let: {b: a + k}
    where: k != 9
    mistakes:
      - id: eq1.same_operation
        as_if: {solve: "x = {b} + {a}"}
        wrote: x = {b} + {a}
        right: x = {b} - {a}
      - id: eq1.answer_sign
        as_if: {value: -k}
        says: Wrote {-k}, the other sign.
        wrote: x = {-k}
        right: x = {k}
    examples:
      - numbers: {a: 5, k: 8}
        answers:
          x = 8: correct
          x = 18: eq1.same_operation
          x = -8: eq1.answer_sign
          13 - 5: form.arithmetic
"""

CARDS = """\
skill: eq-one
source: written for this test
hints: [What was done to $x$?]
worked:
  - line: "x + {a} = {b}"
    why: Take {a} off both sides.
  - line: x = {k}
reteach:
  words: ["Take {a} off both pans."]
  balance: {left: [x, "{a}"], right: ["{b}"], move: "- {a}"}
shapes:
"""

ITEMS = CARDS + SHAPE + SHAPE.replace("shape: plus", "shape: right").replace("$x + {a} = {b}$", "${b} = x + {a}$")

WARMUP = """\
notice: growing-rows
title: Growing rows
strand: equations
tiles: {figures: [{label: Step 1, rows: [xo]}, {label: Step 2, rows: [xoo]}]}
listen_for: [Each step adds one tile.]
"""

PROMPTS = """\
prompts:
  - {id: keep-doing, ask: What should our class keep doing?}
  - {id: all-stuck, ask: What can a group try when everybody is stuck?}
"""

ITEM_FILE = "items/equations/eq-one.yaml"
STRAND_FILE = "skills/equations.yaml"
MISCONCEPTION_FILE = "misconceptions/one-step.yaml"
WARMUP_FILE = "warmups/growing-rows.yaml"
COMMUNITY_FILE = "community/all.yaml"

FILES = {
    "skills/map.yaml": MAP,
    STRAND_FILE: STRAND,
    MISCONCEPTION_FILE: MISCONCEPTIONS,
    ITEM_FILE: ITEMS,
    WARMUP_FILE: WARMUP,
    COMMUNITY_FILE: PROMPTS,
}


def spoiled(file: str, old: str, new: str) -> dict[str, str]:
    """The folder with the first place of `old` in a file exchanged."""
    assert old in FILES[file], old
    return {**FILES, file: FILES[file].replace(old, new, 1)}
