"""How fast one tab may talk, and how often all together may guess."""

from __future__ import annotations

from itertools import count

import pytest
from starlette.types import Message

from boardsup.web.limits import LARGEST_REQUEST, Bucket, LargestRequest


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_passes_and_then_the_rate_holds() -> None:
    clock = Clock()
    bucket = Bucket(2.0, 3.0, clock)

    waits = [bucket.take() for _ in range(5)]

    assert waits == [0, 0, 0, 0.5, 1.0]
    clock.now = 10.0
    assert bucket.take() == 0


def test_a_guess_that_is_turned_away_costs_nothing() -> None:
    clock = Clock()
    bucket = Bucket(1.0, 1.0, clock)

    assert [bucket.has_one() for _ in range(3)] == [True, False, False]
    clock.now = 1.0
    assert bucket.has_one()


async def answered(chunks: list[bytes], *, swallow: bool = False) -> list[Message]:
    """What a browser is sent when it posts these chunks to something that reads them all."""
    sent: list[Message] = []
    left = iter(chunks)

    async def receive() -> Message:
        body = next(left, b"")
        return {"type": "http.request", "body": body, "more_body": bool(body)}

    async def send(message: Message) -> None:
        sent.append(message)

    async def application(scope, receive, send) -> None:
        try:
            for _ in count():
                if not (await receive()).get("more_body"):
                    break
        except Exception:
            if not swallow:
                raise
            await send({"type": "http.response.start", "status": 400, "headers": []})
            await send({"type": "http.response.body", "body": b"oops"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})

    await LargestRequest(application)({"type": "http"}, receive, send)
    return sent


async def test_an_ordinary_form_passes() -> None:
    assert [m.get("status") for m in await answered([b"x" * 1_000])] == [200, None]


@pytest.mark.parametrize("swallow", [False, True])
async def test_a_megabyte_is_refused_once_with_a_sentence_whatever_reads_it(*, swallow: bool) -> None:
    sent = await answered([b"x" * (LARGEST_REQUEST // 4)] * 64, swallow=swallow)

    assert [m.get("status") for m in sent] == [413, None]
    assert b"larger than this page can take" in sent[1]["body"]
