"""The API for other programs, below /api/v1: an application of its own, with errors and documents of its own."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.datastructures import State

from boardsup.web.api import documents, items, lessons, results, rosters
from boardsup.web.api.callers import paces
from boardsup.web.api.etags import ETags
from boardsup.web.api.problems import HANDLERS

PATH = "/api/v1"


def build_api(state: State) -> FastAPI:
    """The API; `state` is that of the whole application, where its door stands."""
    api = FastAPI(
        title="Boards Up",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        generate_unique_id_function=_named,
    )
    api.state = state
    state.paces = paces()
    api.add_middleware(ETags)
    for mishap, answer in HANDLERS.items():
        api.add_exception_handler(mishap, answer)
    for router in (rosters.router, lessons.router, results.router, items.router, documents.router):
        api.include_router(router)
    return api


def _named(route: APIRoute) -> str:
    """The id of an operation is the name of its function, and stays when its path is written otherwise."""
    return route.name


__all__ = ["PATH", "build_api"]
