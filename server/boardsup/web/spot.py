"""A question typed on the spot, foreseen beside the event loop: for the preview, and before it is put to the class."""

from __future__ import annotations

import asyncio
from functools import lru_cache

from boardsup.lesson.commands import Ask, AskForeseen
from boardsup.lesson.foreseeing import Foreseen, Unforeseen, foresee
from boardsup.lesson.refused import Refused
from boardsup.lesson.regions import Expected, SpotPreview
from boardsup.lesson.spot import question_on_the_spot
from boardsup.web.wire import Preview

SHOWN = 4
"""Predicted wrong answers that the preview shows."""


async def prepared(wish: Ask) -> Ask | AskForeseen:
    """The wish with what was foreseen, where the question was understood."""
    found = await asyncio.to_thread(_foreseen, wish.ask)
    return AskForeseen(wish.ask, wish.answer, found) if isinstance(found, Foreseen) else wish


async def previewed(wish: Preview) -> SpotPreview:
    """How the question is read, its answer, and the first wrong answers to expect."""
    if not wish.ask.strip():
        return SpotPreview()
    found = await asyncio.to_thread(_foreseen, wish.ask)
    if isinstance(found, Unforeseen):
        return SpotPreview(message=found.reason)
    try:
        question = question_on_the_spot("preview", wish.ask, wish.answer, found)
    except Refused as refused:
        return SpotPreview(found.ask, found.answer, message=str(refused))
    expected = tuple(Expected(one.value, one.says) for one in found.predictions[:SHOWN])
    return SpotPreview(found.ask, found.answer, expected, marked=question.predictions == found.predictions)


@lru_cache(maxsize=256)
def _foreseen(text: str) -> Foreseen | Unforeseen:
    return foresee(text)
