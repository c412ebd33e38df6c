"""The cold-call bag of a class between two lessons: a bag is finished in the next lesson."""

from __future__ import annotations

import msgspec
from sqlmodel import Session

from boardsup.store.shapes import shape_of
from boardsup.store.tables import Klass
from boardsup.teaching.pick import EMPTY_BAG, Bag

_SHAPE = shape_of(Bag)
_decode = msgspec.json.Decoder(_SHAPE.wire).decode


def bag_of(session: Session, class_id: str) -> Bag:
    """The bag as the class's last lesson left it; empty before the first."""
    klass = session.get(Klass, class_id)
    if klass is None or not klass.bag:
        return EMPTY_BAG
    bag: Bag = _SHAPE.up(_decode(klass.bag))
    return bag


def keep_bag(session: Session, class_id: str, bag: Bag) -> None:
    """Keep the bag for the class's next lesson. A class that is gone needs none."""
    klass = session.get(Klass, class_id)
    if klass is not None:
        klass.bag = msgspec.json.encode(_SHAPE.down(bag)).decode()
        session.add(klass)
