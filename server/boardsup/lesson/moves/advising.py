"""How recommendations, and what the teacher made of them, change a lesson."""

from __future__ import annotations

from dataclasses import replace

from boardsup.lesson.advising import count_of, family
from boardsup.lesson.events import CardChosen, CardDrawn
from boardsup.lesson.state import Lesson
from boardsup.teaching.limits import NOTHING_YET, done


def card_drawn(lesson: Lesson, event: CardDrawn) -> Lesson:
    """The card of this question."""
    return replace(lesson, cards=lesson.cards.set(event.question, event))


def card_chosen(lesson: Lesson, event: CardChosen) -> Lesson:
    """What is done now counts towards what there is room for today."""
    key = family(lesson, event.question)
    so_far = done(lesson.so_far.get(key, NOTHING_YET), event.action, count_of(lesson, lesson.asked[event.question]))
    return replace(
        lesson, chosen=lesson.chosen.set(event.question, event.action), so_far=lesson.so_far.set(key, so_far)
    )


def without_card(lesson: Lesson, questions: tuple[str, ...]) -> Lesson:
    """Open again, so there is nothing to recommend yet."""
    cards = lesson.cards
    for question in questions:
        cards = cards.delete(question) if question in cards else cards
    return replace(lesson, cards=cards)
