"""What a class's teacher has set for its lessons, beside the class; nothing is kept where it is as shipped."""

from __future__ import annotations

import msgspec
from sqlmodel import Session

from boardsup.lesson.settings import AS_SHIPPED, ClassSettings
from boardsup.store.rosters import NO_CLASS, Refusal, find_class
from boardsup.store.tables import Klass

_decode = msgspec.json.Decoder(ClassSettings).decode


def settings_of(klass: Klass) -> ClassSettings:
    """The settings of a class. A field that a newer version added is as shipped."""
    return _decode(klass.settings) if klass.settings else AS_SHIPPED


def keep_settings(session: Session, class_id: str, settings: ClassSettings) -> None:
    """Keep them for the lessons to come. Raises `Refusal`."""
    klass = find_class(session, class_id)
    if klass is None:
        raise Refusal(NO_CLASS)
    klass.settings = "" if settings == AS_SHIPPED else msgspec.json.encode(settings).decode()
    session.add(klass)
    session.flush()
