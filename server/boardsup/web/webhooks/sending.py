"""The sender: takes messages that are due from the database, and notes what came of each.

It runs beside everything else and waits for nobody: few at once, short time-outs, no redirects, no proxy, and of an
answer a few kilobytes at most. Where nothing is due it sleeps until something is, or until it is woken.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import ssl
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import httpx
from sqlalchemy.exc import SQLAlchemyError

from boardsup.store.clock import Now
from boardsup.store.database import Database
from boardsup.store.failures import Unwritable
from boardsup.store.hooks import CLAIMED_MS, Claimed, claim, next_due, note_answer
from boardsup.web.webhooks.addresses import Target, Unreachable, resolve
from boardsup.web.webhooks.signing import EVENT, SIGNATURE, signature

log = logging.getLogger("boardsup.webhooks")

AT_ONCE = 4
"""Messages that are on their way at the same time, so that one slow receiver holds up nobody."""

TRY = 6.0
"""Seconds that a try may take in all; less than it is claimed for."""

CONNECT = 3.0
LOOK = 30.0
"""Seconds until the next look, if nothing is due before."""

MOST_READ = 4_096
"""Bytes of an answer that are read; nothing of them is kept."""

NO_ANSWER = "No answer in time."
NO_CONNECTION = "No connection."

assert TRY * 1_000 < CLAIMED_MS

_LOOKING_UP = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="look-up")
"""Names are looked up in threads of their own: one that hangs holds up no lesson."""

_TRUSTED = httpx.create_ssl_context(trust_env=False)


class Sender:
    """Sends what is due, until cancelled."""

    def __init__(self, database: Database, now: Now, *, on_this_machine: bool) -> None:
        self._database, self._now, self._on_this_machine = database, now, on_this_machine
        self._news = asyncio.Event()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Callable[[], None]]:
        """Send until the block ends; gives what wakes the sender up, from any thread."""
        loop = asyncio.get_running_loop()
        sending = [asyncio.create_task(self._send_all()) for _ in range(AT_ONCE)]
        try:
            yield lambda: _call(loop, self._news.set)
        finally:
            for task in sending:
                task.cancel()
            await asyncio.gather(*sending, return_exceptions=True)

    async def _send_all(self) -> None:
        while True:
            self._news.clear()
            try:
                wait = await self._send_one()
            except (Unwritable, SQLAlchemyError) as error:
                log.warning("messages for other programs have to wait: %s", type(error).__name__)
                wait = LOOK
            if wait:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._news.wait(), wait)

    async def _send_one(self) -> float:
        """Send the message that is due, if there is one; the seconds to wait before the next look."""
        claimed, wait = await asyncio.to_thread(self._claim)
        if claimed is None:
            return wait
        status, says = await answer_to(claimed, on_this_machine=self._on_this_machine)
        await asyncio.to_thread(self._note, claimed, status, says)
        return 0.0

    def _claim(self) -> tuple[Claimed | None, float]:
        with self._database.session() as session:
            now = self._now()
            due = next_due(session)
            if due is not None and due <= now:
                return claim(session, now=now), 0.05
            return None, LOOK if due is None else min(LOOK, (due - now) / 1_000 + 0.01)

    def _note(self, sent: Claimed, status: int, says: str) -> None:
        with self._database.session() as session:
            note_answer(session, sent, status, says, now=self._now())


async def answer_to(
    message: Claimed, *, on_this_machine: bool = False, tls: ssl.SSLContext | None = None, within: float = TRY
) -> tuple[int, str]:
    """Send a message; the answer's status, or 0 and a sentence where there was none `within` these seconds.

    `tls` says whose certificates are trusted; without it those that come with httpx.
    """
    look_up = partial(resolve, message.url, on_this_machine=on_this_machine)
    try:
        async with asyncio.timeout(within):
            target = await asyncio.get_running_loop().run_in_executor(_LOOKING_UP, look_up)
            return await _posted(target, message, tls or _TRUSTED), ""
    except Unreachable as unreachable:
        return 0, str(unreachable)
    except (TimeoutError, httpx.TimeoutException):
        return 0, NO_ANSWER
    except (httpx.HTTPError, httpx.InvalidURL, OSError):
        return 0, NO_CONNECTION


async def _posted(target: Target, message: Claimed, tls: ssl.SSLContext) -> int:
    """Connect to the address that was checked, in the name of its host, and read the beginning of the answer."""
    body = message.body.encode()
    headers = {
        "Host": target.authority,
        "Content-Type": "application/json",
        "User-Agent": "BoardsUp",
        EVENT: message.id,
        SIGNATURE: signature(message.secret, body, at=int(time.time())),
    }
    limits = httpx.Timeout(TRY, connect=CONNECT)
    async with httpx.AsyncClient(timeout=limits, verify=tls, trust_env=False, follow_redirects=False) as client:
        # The certificate has to be the host's, although the connection goes to an address.
        extensions = {"sni_hostname": target.host}
        async with client.stream("POST", target.url, content=body, headers=headers, extensions=extensions) as answer:
            read = 0
            async for piece in answer.aiter_raw(1_024):
                read += len(piece)
                if read >= MOST_READ:
                    break
            return answer.status_code


def _call(loop: asyncio.AbstractEventLoop, what: Callable[[], None]) -> None:
    """Have the loop do this, unless it is over."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(what)
