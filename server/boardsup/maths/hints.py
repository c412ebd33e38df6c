"""What a student may read about the form of an answer, by code, in English and Spanish.

Before release the words depend on the form alone: a wrong value of the same form gets the same sentence, so that
no hint tells whether the value is right. They speak of the work, never of the student.
"""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "es"]

BEFORE_RELEASE: dict[str, tuple[str, str]] = {
    "form.arithmetic": ("Work it out to one number.", "Haz la cuenta hasta llegar a un solo número."),
    "form.brackets": ("Write it as a point: (a, b).", "Escríbelo como un punto: (a, b)."),
    "form.decimal": ("Write it without a decimal point.", "Escríbelo sin punto decimal."),
    "form.improper_part": (
        "Make the fraction part less than 1.",
        "Haz que la parte fraccionaria sea menor que 1.",
    ),
    "form.left_side": (
        "Write the whole formula, with its left side.",
        "Escribe la fórmula completa, con el lado izquierdo.",
    ),
    "form.like_terms": ("Combine like terms.", "Combina los términos semejantes."),
    "form.money": ("Write it as dollars and cents.", "Escríbelo en dólares y centavos."),
    "form.not_integer": ("Write it as a whole number, with its sign.", "Escríbelo como número entero, con su signo."),
    "form.percent": ("Write it without a percent sign.", "Escríbelo sin el signo de porcentaje."),
    "form.radical": ("Simplify the square root.", "Simplifica la raíz cuadrada."),
    "form.ratio": ("Write it as a ratio: a:b.", "Escríbelo como una razón: a:b."),
    "form.scientific": (
        "Write it as a number from 1 to 10, times a power of 10.",
        "Escríbelo como un número de 1 a 10 por una potencia de 10.",
    ),
    "form.sign": ("Write it with one sign, in front or on top.", "Escríbelo con un solo signo, delante o arriba."),
    "form.slope_intercept": ("Write it as y = mx + b.", "Escríbelo como y = mx + b."),
    "form.unexpanded": ("Multiply out the brackets.", "Desarrolla los paréntesis."),
    "form.unfactored": ("Write it as a product, as far as it goes.", "Escríbelo como producto, hasta donde se pueda."),
    "form.unit_extra": ("No unit is needed here.", "Aquí no hace falta la unidad."),
    "form.unit_missing": ("Add the unit.", "Añade la unidad."),
    "form.unit_spelling": ("Write the unit as in the question.", "Escribe la unidad como en la pregunta."),
    "form.unreduced": ("Write it in lowest terms.", "Escríbelo en su mínima expresión."),
    "form.unsolved": ("Go on until the letter stands alone.", "Sigue hasta que la letra quede sola."),
    "type.equation": ("This question does not ask for an equation.", "Esta pregunta no pide una ecuación."),
    "type.expression": ("Something is missing: read the question again.", "Falta algo: lee otra vez la pregunta."),
    "type.inequality": ("This question does not ask for an inequality.", "Esta pregunta no pide una desigualdad."),
    "type.list": ("This question asks for one thing.", "Esta pregunta pide una sola cosa."),
    "type.number": ("This question asks for words, not a number.", "Esta pregunta pide palabras, no un número."),
    "type.point": ("This question does not ask for a point.", "Esta pregunta no pide un punto."),
    "type.ratio": ("This question asks for one number.", "Esta pregunta pide un solo número."),
    "type.words": (
        "This question asks for numbers or letters, not words.",
        "Esta pregunta pide números o letras, no palabras.",
    ),
    "letter.other": ("Use the letter of the question.", "Usa la letra de la pregunta."),
    "unit.other": ("Use the unit of the question.", "Usa la unidad de la pregunta."),
}
"""Code of the form → (English, Spanish)."""


def hint(form: str, language: Language) -> str:
    """The sentence a student may read at once about the form of an answer; empty when there is nothing to say."""
    words = BEFORE_RELEASE.get(form)
    return "" if words is None else words[language == "es"]


def hint_after_release(form: str, language: Language) -> str:
    """The sentence for an equal answer in another form, once verdicts are released."""
    rest = hint(form, language)
    return f"{'Right value.' if language == 'en' else 'Valor correcto.'} {rest}".strip()


UNREAD: dict[str, tuple[str, str]] = {
    "read.empty": ("There is nothing on your board yet.", "Tu pizarra está vacía todavía."),
    "read.dangling_operator": ("Something is missing after {found}.", "Falta algo después de {found}."),
    "read.missing_operand": ("Something is missing before {found}.", "Falta algo antes de {found}."),
    "read.unbalanced": ("A bracket is missing for {found}.", "Falta un paréntesis para {found}."),
    "read.nothing_inside": ("There is nothing inside {found}.", "No hay nada dentro de {found}."),
    "read.two_numbers": (
        "Two numbers stand side by side. What goes between them?",
        "Hay dos números juntos. ¿Qué va entre ellos?",
    ),
    "read.ambiguous": (
        "{found} can be read in two ways: {readings}.",
        "{found} se puede leer de dos maneras: {readings}.",
    ),
    "read.grouping": (
        "Does the comma in {found} group thousands? Write it without.",
        "¿La coma de {found} separa miles? Escríbelo sin ella.",
    ),
    "read.comma": (
        "{found}: write a decimal with a point, and two values with a space between.",
        "{found}: escribe un decimal con punto, y dos valores con un espacio entre ellos.",
    ),
    "read.exponent": (
        "Write {found} with × 10 and an exponent, or as a plain number.",
        "Escribe {found} con × 10 y un exponente, o como número corriente.",
    ),
    "read.interval": (
        "Write it as an inequality, with < or >.",
        "Escríbelo como desigualdad, con < o >.",
    ),
    "read.mixed_signs": (
        "The signs {found} point in different ways. Write two inequalities.",
        "Los signos {found} apuntan en sentidos distintos. Escribe dos desigualdades.",
    ),
    "read.unknown_word": ("I do not know the word {found}.", "No conozco la palabra {found}."),
    "read.character": ("I cannot read {found} here.", "No puedo leer {found} aquí."),
    "read.latex": ("I cannot read {found} here.", "No puedo leer {found} aquí."),
    "read.too_long": ("This is longer than I can read.", "Es más largo de lo que puedo leer."),
    "read.too_many": ("This is longer than I can read.", "Es más largo de lo que puedo leer."),
    "read.too_deep": ("There are too many brackets to read.", "Hay demasiados paréntesis para leerlo."),
    "read.too_large": ("A number here is too large to read.", "Aquí hay un número demasiado grande."),
    "read.too_many_relations": ("There is one sign too many: {found}.", "Sobra un signo: {found}."),
}
"""Code of what could not be read → (English, Spanish)."""

_COULD_NOT = ("I could not read this. Check it and send it again.", "No pude leer esto. Revísalo y envíalo de nuevo.")
_BLANK = {"en": "a sign", "es": "un signo"}


def unread_hint(code: str, language: Language, found: str = "", readings: tuple[str, str] | tuple[()] = ()) -> str:
    """What to mend in a text that could not be read, as one sentence; it tells nothing of right or not yet."""
    words = UNREAD.get(code, _COULD_NOT)[language == "es"]
    if "{readings}" in words and not readings:
        words = _COULD_NOT[language == "es"]
    joint = " or " if language == "en" else " o "
    return words.format(found=f"“{found}”" if found else _BLANK[language], readings=joint.join(readings))
