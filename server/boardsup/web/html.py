"""Values become HTML here, through Jinja with autoescape; math is typeset from our own tree.

A region has one template, named as its class; a page has one too. Nothing else makes HTML.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import get_args

from babel.support import NullTranslations
from jinja2 import FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from boardsup.lesson.languages import Language
from boardsup.lesson.regions import Region, StudentRegion
from boardsup.lesson.sketches import Sketch, kept_sketch, read_sketch
from boardsup.maths.printing.mathml import mathml
from boardsup.maths.prompt import prompt_html, prompt_plain, prompt_spoken, read_prompt
from boardsup.maths.reading import Unread, read
from boardsup.web.charts import charted
from boardsup.web.folding import FoldingEnvironment
from boardsup.web.languages import load_words
from boardsup.web.sheets import joined

_SENTENCES = re.compile(r"(?<=[.!?…]) ")
OF_STUDENTS = frozenset(get_args(StudentRegion))
NO_PICTURES: Mapping[str, str] = {}


def template_of(region: type) -> str:
    """The template of a region: QuestionPanel → live/question_panel.html."""
    return f"live/{re.sub(r'(?<!^)(?=[A-Z])', '_', region.__name__).lower()}.html"


@lru_cache(maxsize=4_096)
def typeset(value: str) -> Markup:
    """A value as MathML, printed from our own tree; as plain text where it is no math."""
    reading = read(value)
    return escape(value) if isinstance(reading, Unread) else Markup(mathml(reading))  # noqa: S704 (our own printer)


@lru_cache(maxsize=4_096)
def prompt(text: str) -> Markup:
    """Words, escaped, with the mathematics between dollar signs typeset."""
    return Markup(prompt_html(read_prompt(text)))  # noqa: S704 (our own printer)


def plain(text: str) -> str:
    """The same as one line of plain text, for a label or a title."""
    return prompt_plain(read_prompt(text))


def _spoken(language: Language, text: str) -> str:
    """A prompt as it is read aloud."""
    return prompt_spoken(read_prompt(text), language)


def _sketch(text: str) -> Sketch:
    """A drawing as paths, made from numbers alone."""
    return read_sketch(kept_sketch(text) or "-")


def translated(words: NullTranslations, text: str) -> str:
    """A text of ours in another language: as a whole, or else sentence by sentence."""
    whole: str = words.gettext(text)
    if whole != text:
        return whole
    return " ".join(words.gettext(sentence) if sentence else "" for sentence in _SENTENCES.split(text))


class Pages:
    """The templates, and the versioned addresses of the files beside them."""

    def __init__(self, client: Path, *, local_htmx: bool = False, pictures: Mapping[str, str] = NO_PICTURES) -> None:
        self._pictures = pictures
        self._static = client / "static"
        self._loader = FileSystemLoader(client / "templates")
        self.asset = lru_cache(maxsize=256)(self._asset)
        files = {"asset": self.asset, "sheets": lru_cache(maxsize=64)(self._sheets)}
        self._constant = files | {"icon": partial(self._sign, "icon"), "drawing": partial(self._sign, "drawing")}
        self._globals = {**self._constant, "local_htmx": local_htmx}
        self._environments = {language: self._made(language, words) for language, words in load_words(client).items()}
        self._templates: dict[tuple[type, Language], Template] = {}
        self._shared = lru_cache(maxsize=2_048)(self._region)
        self._last: dict[tuple[type, Language], tuple[Region, str]] = {}

    def page(self, name: str, language: Language = "en", /, **values: object) -> str:
        """A whole page."""
        return self._environments[language].get_template(name).render(language=language, **values)

    def region(self, region: Region, language: Language = "en") -> str:
        """A region as HTML. What many students are shown is kept; a console's large ones change too often for that."""
        kind = type(region)
        last, html = self._last.get((kind, language), (None, ""))
        if region is last:
            return html
        html = (self._shared if kind in OF_STUDENTS else self._region)(region, language)
        self._last[kind, language] = (region, html)
        return html

    def _region(self, region: Region, language: Language) -> str:
        key = (type(region), language)
        template = self._templates.get(key)
        if template is None:
            template = self._environments[language].get_template(template_of(type(region)))
            self._templates[key] = template
        return template.render(it=region)

    def _made(self, language: Language, words: NullTranslations) -> FoldingEnvironment:
        """The templates in one language."""
        made = FoldingEnvironment(
            fold=self._constant | {"_": lambda text: Markup(words.gettext(text)) % {}},  # noqa: S704 (our own words)
            loader=self._loader,
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined] # the extension's own
        filters = {"math": typeset, "prompt": prompt, "plain": plain, "picture": self._picture}
        filters |= {"sketch": _sketch, "charted": charted}
        said = {"translated": partial(translated, words), "spoken": partial(_spoken, language)}
        made.filters.update(filters | said)
        made.globals.update(self._globals)
        return made

    def _picture(self, name: str) -> Markup:
        """The picture of this name, drawn by our own hand from parsed numbers; nothing where there is none."""
        return Markup(self._pictures.get(name, ""))  # noqa: S704 (our own drawings)

    def _sign(self, kind: str, name: str) -> Markup:
        """A picture of the sprite, an icon or a larger drawing. Never alone: a word stands beside it."""
        drawn = '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>'
        return Markup(drawn).format(kind, self.asset("icons.svg"), name)  # noqa: S704 (our own drawing)

    def _sheets(self, *names: str) -> str:
        """The address of these style sheets as one."""
        return f"/static/sheets/{'+'.join(names)}.css?v={_digest(joined(self._static, names))}"

    def _asset(self, path: str) -> str:
        """The address of a file below static/, with a version that changes with its bytes."""
        return f"/static/{path}?v={_digest((self._static / path).read_bytes())}"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
