"""Values become HTML here, through Jinja with autoescape; math is typeset from our own tree.

A region has one template, named as its class; a page has one too. Nothing else makes HTML.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from boardsup.lesson.regions import Region, StudentRegion
from boardsup.lesson.sketches import Sketch, kept_sketch, read_sketch
from boardsup.maths.printing.mathml import mathml
from boardsup.maths.prompt import prompt_html, prompt_plain, read_prompt
from boardsup.maths.reading import Unread, read

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


def _sketch(text: str) -> Sketch:
    """A drawing as paths, made from numbers alone."""
    return read_sketch(kept_sketch(text) or "-")


class Pages:
    """The templates, and the versioned addresses of the files beside them."""

    def __init__(self, client: Path, *, local_htmx: bool = False, pictures: Mapping[str, str] = NO_PICTURES) -> None:
        self._pictures = pictures
        self._static = client / "static"
        self._environment = Environment(
            loader=FileSystemLoader(client / "templates"),
            autoescape=True,
            auto_reload=False,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(
            math=typeset, prompt=prompt, plain=plain, picture=self._picture, sketch=_sketch
        )
        self._templates: dict[type, Template] = {}
        self._shared = lru_cache(maxsize=2_048)(self._region)
        self.asset = lru_cache(maxsize=256)(self._asset)
        self._environment.globals.update(asset=self.asset, local_htmx=local_htmx)

    def page(self, name: str, /, **values: object) -> str:
        """A whole page."""
        return self._environment.get_template(name).render(**values)

    def region(self, region: Region) -> str:
        """A region as HTML. What many students are shown is kept; a console's large ones change too often for that."""
        return self._shared(region) if isinstance(region, StudentRegion) else self._region(region)

    def _region(self, region: Region) -> str:
        template = self._templates.get(type(region))
        if template is None:
            template = self._templates[type(region)] = self._environment.get_template(template_of(type(region)))
        return template.render(it=region)

    def _picture(self, name: str) -> Markup:
        """The picture of this name, drawn by our own hand from parsed numbers; nothing where there is none."""
        return Markup(self._pictures.get(name, ""))  # noqa: S704 (our own drawings)

    def _asset(self, path: str) -> str:
        """The address of a file below static/, with a version that changes with its bytes."""
        digest = hashlib.sha256((self._static / path).read_bytes()).hexdigest()[:12]
        return f"/static/{path}?v={digest}"
