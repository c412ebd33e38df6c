"""The words of spoken mathematics, per language: a table, so that another language is another entry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that `speech.py` says beside numbers and letters."""

    language: str
    signs: dict[str, str]
    meanings: dict[str, str]
    powers: dict[str, str]
    plus: str
    minus: str
    negative: str
    plus_minus: str
    times: str
    divided: str
    over: str
    fraction: str
    end_fraction: str
    point_mark: str
    repeating: str
    root: str
    nth_root: str
    absolute: str
    the_quantity: str
    to_the: str
    percent: str
    dollars: str
    degrees: str
    point: str
    comma: str
    to: str
    of: str
    or_: str
    and_: str
    capital: str
    nothing: str

    def root_of(self, index: int) -> str:
        """The words for a root that is not a square root."""
        return self.nth_root.format(index=index)


WORDS: dict[str, Words] = {
    "en": Words(
        language="en",
        signs={
            "=": "equals",
            "≠": "does not equal",
            "<": "is less than",
            "≤": "is less than or equal to",
            ">": "is greater than",
            "≥": "is greater than or equal to",
        },
        meanings={
            "no_solution": "no solution",
            "all_real_numbers": "all real numbers",
            "yes": "yes",
            "no": "no",
            "undefined": "undefined",
        },
        powers={"2": "squared", "3": "cubed"},
        plus="plus",
        minus="minus",
        negative="negative",
        plus_minus="plus or minus",
        times="times",
        divided="divided by",
        over="over",
        fraction="the fraction",
        end_fraction="end fraction",
        point_mark="point",
        repeating="repeating",
        root="the square root of",
        nth_root="root {index} of",
        absolute="the absolute value of",
        the_quantity="the quantity",
        to_the="to the power",
        percent="percent",
        dollars="dollars",
        degrees="degrees",
        point="the point",
        comma="comma",
        to="to",
        of="of",
        or_="or",
        and_="and",
        capital="capital",
        nothing="the empty set",
    ),
    "es": Words(
        language="es",
        signs={
            "=": "es igual a",
            "≠": "no es igual a",
            "<": "es menor que",
            "≤": "es menor o igual que",
            ">": "es mayor que",
            "≥": "es mayor o igual que",
        },
        meanings={
            "no_solution": "sin solución",
            "all_real_numbers": "todos los números reales",
            "yes": "sí",
            "no": "no",
            "undefined": "no definido",
        },
        powers={"2": "al cuadrado", "3": "al cubo"},
        plus="más",
        minus="menos",
        negative="menos",
        plus_minus="más o menos",
        times="por",
        divided="entre",
        over="sobre",
        fraction="la fracción",
        end_fraction="fin de la fracción",
        point_mark="punto",
        repeating="periódico",
        root="la raíz cuadrada de",
        nth_root="la raíz {index} de",
        absolute="el valor absoluto de",
        the_quantity="la cantidad",
        to_the="elevado a",
        percent="por ciento",
        dollars="dólares",
        degrees="grados",
        point="el punto",
        comma="coma",
        to="a",
        of="de",
        or_="o",
        and_="y",
        capital="mayúscula",
        nothing="el conjunto vacío",
    ),
}

ORDINALS: dict[str, dict[int, tuple[str, str]]] = {
    "en": {
        2: ("half", "halves"),
        3: ("third", "thirds"),
        4: ("fourth", "fourths"),
        5: ("fifth", "fifths"),
        6: ("sixth", "sixths"),
        7: ("seventh", "sevenths"),
        8: ("eighth", "eighths"),
        9: ("ninth", "ninths"),
        10: ("tenth", "tenths"),
        12: ("twelfth", "twelfths"),
    },
    "es": {
        2: ("medio", "medios"),
        3: ("tercio", "tercios"),
        4: ("cuarto", "cuartos"),
        5: ("quinto", "quintos"),
        6: ("sexto", "sextos"),
        7: ("séptimo", "séptimos"),
        8: ("octavo", "octavos"),
        9: ("noveno", "novenos"),
        10: ("décimo", "décimos"),
    },
}
"""Denominator → what one and what several of it are called."""


def spelled(digits: str, w: Words) -> str:
    """A decimal numeral: the digits behind the point one by one."""
    whole, point, part = digits.partition(".")
    return f"{whole} {w.point_mark} {' '.join(part)}" if point and part else whole
