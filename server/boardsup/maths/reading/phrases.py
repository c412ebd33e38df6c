"""Whole answers in words: no solution, all real numbers, in English and Spanish, however they are written."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from boardsup.maths.tree import Word

Meaning = Literal["no_solution", "all_real_numbers", "yes", "no", "undefined"]

PHRASES: dict[Meaning, tuple[str, ...]] = {
    "no_solution": (
        "no solution", "no solutions", "no sol", "no soln", "no real solution", "no real solutions", "none",
        "there is no solution", "there are no solutions", "zero solutions", "0 solutions",
        "empty set", "the empty set", "null set", "never true", "never", "not possible", "impossible",
        "does not exist", "dne", "sin solucion", "no hay solucion", "no tiene solucion", "ninguna solucion", "ninguna",
        "conjunto vacio",
    ),
    "all_real_numbers": (
        "all real numbers", "all real number", "all reals", "all real #s", "all numbers", "any number",
        "any real number", "every number", "every real number", "infinitely many solutions", "infinitely many",
        "infinite solutions", "infinite number of solutions", "an infinite number of solutions", "infinite",
        "always true", "always", "true for all real numbers", "identity", "todos los numeros reales",
        "todos los reales", "todos los numeros", "cualquier numero", "cualquier numero real", "infinitas soluciones",
    ),
    "yes": ("yes", "si"),
    "no": ("no",),
    "undefined": ("undefined", "indefinido", "no definido"),
}  # fmt: skip

_MEANINGS: dict[str, Meaning] = {phrase: meaning for meaning, all_of in PHRASES.items() for phrase in all_of}
LONGEST = 60

_LETTERS = re.compile(r"[^\W\d_]{2}")
_LATEX = re.compile(r"\\(?:text|mathrm|textrm|operatorname)\s*\{([^{}]*)\}|\\([ ,;:!])")
_IN_FRONT = re.compile(r"^[a-z](?: *[=∈] *| (?:is|has|can be) )")


def phrase(text: str) -> Word | None:
    """The word that a whole text means, case, accents and a letter in front ("x = all reals") left aside."""
    if len(text) > LONGEST or _LETTERS.search(text) is None:
        return None
    if "\\" in text:
        text = _LATEX.sub(lambda found: found.group(1) or " ", text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = _IN_FRONT.sub("", " ".join(plain.replace("-", " ").strip(" .!\"'").split()), count=1)
    meaning = _MEANINGS.get(plain)
    return None if meaning is None else Word(meaning)
