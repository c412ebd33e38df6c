"""The teacher's desk: signing in, classes and their tiles, what each student needs, starting a lesson."""

from __future__ import annotations

from fastapi import APIRouter

from boardsup.web.desk import classes, lessons, needs, planning, signing_in

router = APIRouter()
router.include_router(signing_in.router)
router.include_router(classes.router)
router.include_router(needs.router)
router.include_router(lessons.router)
router.include_router(planning.router)
