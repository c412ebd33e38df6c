"""The teacher's desk: signing in, classes and their tiles, starting a lesson."""

from __future__ import annotations

from fastapi import APIRouter

from boardsup.web.desk import classes, lessons, planning, signing_in

router = APIRouter()
router.include_router(signing_in.router)
router.include_router(classes.router)
router.include_router(lessons.router)
router.include_router(planning.router)
