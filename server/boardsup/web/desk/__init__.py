"""The teacher's desk: signing in, classes and tiles, what a student needs, starting a lesson, the quiz, growth."""

from __future__ import annotations

from fastapi import APIRouter

from boardsup.web.desk import (
    accounts,
    cards,
    catching_up,
    classes,
    growth,
    keeping,
    kept,
    lessons,
    lists,
    misconceptions,
    moving,
    needs,
    paper,
    planning,
    practice,
    programs,
    quiz,
    settings,
    sign_ins,
    signing_in,
    skill_map,
    story,
    team,
    welcome,
)
from boardsup.web.desk.items import browsing, importing, one, openers, own, writing

router = APIRouter()
router.include_router(signing_in.router)
router.include_router(welcome.router)
router.include_router(sign_ins.router)
router.include_router(accounts.router)
router.include_router(team.router)
router.include_router(cards.router)
router.include_router(classes.router)
router.include_router(paper.router)
router.include_router(lists.router)
router.include_router(moving.router)
router.include_router(needs.router)
router.include_router(lessons.router)
router.include_router(planning.router)
router.include_router(kept.router)
router.include_router(practice.router)
router.include_router(browsing.router)
router.include_router(one.router)
router.include_router(own.router)
router.include_router(writing.router)
router.include_router(openers.router)
router.include_router(importing.router)
router.include_router(quiz.router)
router.include_router(growth.router)
router.include_router(skill_map.router)
router.include_router(misconceptions.router)
router.include_router(catching_up.router)
router.include_router(story.router)
router.include_router(settings.router)
router.include_router(keeping.router)
router.include_router(programs.router)
