"""Lighthouse on every kind of page: accessibility and best practices, each of a hundred; exits 1 below that.

    npm install lighthouse        (anywhere)
    cd tests && python -m browser.measure_lighthouse PATH/TO/node_modules/.bin/lighthouse

Run by hand: Lighthouse comes from npm, which the tests do without. htmx comes from here, not from its CDN.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from browser.lesson import Lesson, lesson
from browsing import FLAGS, Screens
from serving import Server
from setting_up.browser import find

CATEGORIES = "accessibility,best-practices"
PATHS = {
    "join": "/",
    "student": "/room/{code}",
    "console": "/room/{code}/console",
    "wall": "/room/{code}/wall",
    "desk": "/desk",
    "class lists": "/desk/lists",
    "style guide": "/styleguide",
    "guide": "/help/en/first-lesson",
}
ON_A_PHONE = {"join", "student", "class lists", "guide"}


async def main(lighthouse: str) -> int:
    """Start a server and a lesson, measure each page, print a line for each; 1 where one falls short."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), "--local-htmx").start()
        try:
            async with async_playwright() as playing:
                browser = await playing.chromium.launch(executable_path=find(), args=list(FLAGS))
                begun = await lesson(server, Screens(browser))
                cookies = await begun.console.context.cookies()
                headers = Path(folder) / "headers.json"
                headers.write_text(
                    json.dumps({"Cookie": "; ".join(f"{one['name']}={one['value']}" for one in cookies)})
                )
                await begun.console.goto("about:blank")
                return max([await measured(lighthouse, begun, name, headers) for name in PATHS])
        finally:
            server.kill()


async def measured(lighthouse: str, begun: Lesson, name: str, headers: Path) -> int:
    """One page: its scores, and the audits that it does not pass."""
    url = begun.server.here + PATHS[name].format(code=begun.code)
    command = [lighthouse, url, "--quiet", "--output=json", f"--only-categories={CATEGORIES}"]
    command += [f"--extra-headers={headers}", "--chrome-flags=--headless=new --no-sandbox"]
    command += [] if name in ON_A_PHONE else ["--preset=desktop"]
    run = await asyncio.to_thread(
        subprocess.run, command, env=os.environ | {"CHROME_PATH": find()}, capture_output=True, check=True
    )
    found = json.loads(run.stdout)
    scores = {category: round(100 * one["score"]) for category, one in found["categories"].items()}
    weighed = {ref["id"] for one in found["categories"].values() for ref in one["auditRefs"] if ref["weight"]}
    missed = [id for id, audit in found["audits"].items() if id in weighed and audit["score"] not in (None, 1)]
    print(f"{name:<12} {scores} {missed or ''}", flush=True)
    return int(any(score < 100 for score in scores.values()))


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
