"""Firefox and WebKitGTK, driven by what they speak themselves: WebDriver BiDi, and WebDriver over HTTP.

Enough for a story: go to a page, wait until something is so, click, type. Playwright drives neither as it is installed.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import re
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import httpx
from websockets.asyncio.client import ClientConnection, connect

from setting_up.engines import mini_browser

PATIENCE = 30.0
"""Seconds; an engine that starts on a busy machine needs some of them."""

CAME_TRUE = """new Promise((done) => {{
  const look = () => ({expression}) ? done(true) : setTimeout(look, 30);
  look();
}})"""

MIDDLE = """(() => {{
  const element = document.querySelector({selector});
  element.scrollIntoView({{ block: "center" }});
  const box = element.getBoundingClientRect();
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}})()"""


class Engine(Protocol):
    """One window of one browser."""

    async def resize(self, width: int, height: int) -> None: ...

    async def go_to(self, url: str) -> None: ...

    async def value(self, expression: str) -> Any: ...

    async def sees(self, expression: str) -> None: ...

    async def click(self, selector: str) -> None: ...

    async def type(self, selector: str, text: str) -> None: ...


class Firefox:
    """Firefox over WebDriver BiDi, on the socket that it opens itself."""

    def __init__(self, line: ClientConnection) -> None:
        self._line = line
        self._ids = itertools.count(1)
        self._tab = ""

    async def begin(self) -> None:
        """Make a session, and take its window."""
        await self._ask("session.new", capabilities={})
        self._tab = (await self._ask("browsingContext.getTree"))["contexts"][0]["context"]

    async def resize(self, width: int, height: int) -> None:
        """Make the page exactly this large."""
        size = {"width": width, "height": height}
        await self._ask("browsingContext.setViewport", context=self._tab, viewport=size)

    async def go_to(self, url: str) -> None:
        """Open this page."""
        await self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    async def value(self, expression: str) -> Any:
        """What a JavaScript expression, or what it promises, is worth on the page."""
        asked = f"Promise.resolve({expression}).then((value) => JSON.stringify(value ?? null))"
        found = await self._ask("script.evaluate", expression=asked, target={"context": self._tab}, awaitPromise=True)
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    async def sees(self, expression: str) -> None:
        """Wait until this is so."""
        await self.value(CAME_TRUE.format(expression=expression))

    async def click(self, selector: str) -> None:
        """A click in the middle of the first element that fits."""
        x, y = await self.value(MIDDLE.format(selector=json.dumps(selector)))
        steps = [{"type": "pointerMove", "x": x, "y": y}]
        steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        await self._act({"type": "pointer", "id": "mouse", "actions": steps})

    async def type(self, selector: str, text: str) -> None:
        """Click there, and press these keys."""
        await self.click(selector)
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        await self._act({"type": "key", "id": "keyboard", "actions": keys})

    async def _act(self, source: dict[str, Any]) -> None:
        await self._ask("input.performActions", context=self._tab, actions=[source])

    async def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        number = next(self._ids)
        await self._line.send(json.dumps({"id": number, "method": method, "params": params}))
        async with asyncio.timeout(PATIENCE):
            while (heard := json.loads(await self._line.recv())).get("id") != number:
                pass
        assert heard["type"] == "success", heard
        return heard["result"]


class WebKit:
    """WebKitGTK's own small browser over WebDriver."""

    def __init__(self, line: httpx.AsyncClient) -> None:
        self._line = line
        self._session = ""

    async def begin(self, browser: str) -> None:
        """Make a session in this browser."""
        options = {"webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]}}
        made = await self._ask("POST", "/session", capabilities={"alwaysMatch": options})
        self._session = f"/session/{made['sessionId']}"

    async def resize(self, width: int, height: int) -> None:
        """Make the window about this large; it is no narrower than its own buttons."""
        await self._ask("POST", f"{self._session}/window/rect", x=0, y=0, width=width, height=height)

    async def end(self) -> None:
        """Close the window."""
        await self._ask("DELETE", self._session)

    async def go_to(self, url: str) -> None:
        """Open this page."""
        await self._ask("POST", f"{self._session}/url", url=url)

    async def value(self, expression: str) -> Any:
        """What a JavaScript expression, or what it promises, is worth on the page."""
        script = f"const done = arguments[0]; Promise.resolve({expression}).then(done);"
        return await self._ask("POST", f"{self._session}/execute/async", script=script, args=[])

    async def sees(self, expression: str) -> None:
        """Wait until this is so."""
        await self.value(CAME_TRUE.format(expression=expression))

    async def click(self, selector: str) -> None:
        """A click on the first element that fits."""
        await self._ask("POST", f"{await self._element(selector)}/click")

    async def type(self, selector: str, text: str) -> None:
        """Press these keys in that element."""
        await self._ask("POST", f"{await self._element(selector)}/value", text=text)

    async def _element(self, selector: str) -> str:
        found = await self._ask("POST", f"{self._session}/element", using="css selector", value=selector)
        return f"{self._session}/element/{next(iter(found.values()))}"

    async def _ask(self, method: str, path: str, **fields: Any) -> Any:
        answer = await self._line.request(method, path, json=fields if method == "POST" else None)
        assert answer.is_success, answer.text
        return answer.json()["value"]


@asynccontextmanager
async def firefox(program: str, home: Path) -> AsyncIterator[Firefox]:
    """A Firefox without a screen."""
    words = ["--headless", "--remote-debugging-port", "0", "--profile", str(home), "--no-remote", "about:blank"]
    with _running([program, *words], "WebDriver BiDi listening on (ws://\\S+)", home) as where:
        async with connect(f"{where}/session", max_size=None) as line:
            found = Firefox(line)
            await found.begin()
            yield found


@asynccontextmanager
async def webkit(program: str, home: Path) -> AsyncIterator[WebKit]:
    """A WebKitGTK on a screen that nobody sees."""
    screen = ["Xvfb", "-displayfd", "2", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with _running(screen, "^(\\d+)$", home) as display:
        own = {"DISPLAY": f":{display}", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        port = _free_port()
        with _running([program, f"--port={port}"], "", home, **own):
            transport = httpx.AsyncHTTPTransport(retries=8)
            here = f"http://127.0.0.1:{port}"
            async with httpx.AsyncClient(base_url=here, transport=transport, timeout=PATIENCE) as line:
                found = WebKit(line)
                await found.begin(mini_browser())
                try:
                    yield found
                finally:
                    await found.end()


@contextmanager
def _running(command: list[str], says: str, home: Path, **own: str) -> Iterator[str]:
    """A program while the block runs; what the group of `says` was in its first line that fits."""
    environment = {**os.environ, "HOME": str(home), "MOZ_CRASHREPORTER_DISABLE": "1", **own}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as program:
        try:
            lines = program.stderr if says else ()
            found = (match for line in lines or () if (match := re.search(says, line.strip())))
            yield next(found)[1] if says else ""
        finally:
            program.terminate()
            with suppress(subprocess.TimeoutExpired):
                program.wait(5)
            program.kill()


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
