"""The words of the pages in other languages, from the catalogues in client/locale/ that anybody can translate.

A catalogue is a .po file of gettext's; the English sentence is the key. What it does not hold stays English.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import get_args

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from boardsup.lesson.languages import Language


def load_words(client: Path) -> dict[Language, NullTranslations]:
    """The catalogues by language; one without a file speaks English."""
    return {language: _catalogue(client / "locale" / f"{language}.po") for language in get_args(Language)}


def _catalogue(file: Path) -> NullTranslations:
    if not file.exists():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as text:
        write_mo(compiled, read_po(text, locale=file.stem))
    compiled.seek(0)
    return Translations(compiled)
