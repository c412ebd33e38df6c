"""The teacher's sign-in: a link that works once, a desk that is the teacher's alone, and forms of other sites."""

from __future__ import annotations

import asyncio
import subprocess
from urllib.parse import urlsplit

from attending import fetched, posted
from boardsup.cli.simulated.browser import Browser
from serving import BOARDSUP


async def test_the_link_works_once(start_server):
    server = start_server()
    path = urlsplit(server.sign_in).path
    first, second = Browser(server.here), Browser(server.here)
    assert (await first.get(path))[0] == 200
    status, said = await second.get(path)
    assert status == 403
    assert "has been used" in said
    assert "desk" not in second.cookies


async def test_the_one_who_is_signed_in_may_open_the_link_again(start_server):
    server = start_server()
    browser = Browser(server.here)
    await browser.get(urlsplit(server.sign_in).path)
    assert (await browser.get(urlsplit(server.sign_in).path))[0] == 200


async def test_a_new_link_is_printed_while_the_server_runs(start_server):
    server = start_server()
    await Browser(server.here).get(urlsplit(server.sign_in).path)
    command = [BOARDSUP, "signin", "--here", server.here, "--data", server.data]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=True)
    link = done.stdout.strip()
    assert link.startswith(f"{server.here}/signin/")
    assert (await Browser(server.here).get(urlsplit(link).path))[0] == 200


async def test_a_sign_in_outlives_a_restart(start_server):
    server = start_server()
    browser = Browser(server.here)
    await browser.get(urlsplit(server.sign_in).path)
    server.restart()
    assert (await browser.get("/desk"))[0] == 200


async def test_the_desk_is_closed_to_everybody_else(start_server):
    server = start_server()
    for path in ("/desk", "/desk/classes/x"):
        status, _, said = await asyncio.to_thread(fetched, server, path, {})
        assert status == 403
        assert "sign in first" in said
    for path in ("/desk/classes", "/desk/classes/sample", "/desk/classes/x/lessons", "/desk/classes/x/students"):
        assert (await asyncio.to_thread(posted, server, path, {"name": "x", "names": "Ana"}, {}))[0] == 403


async def test_a_form_of_another_site_changes_nothing_on_the_desk(start_server):
    server = start_server()
    browser = Browser(server.here)
    await browser.get(urlsplit(server.sign_in).path)
    form = {"name": "Planted class", "names": "Ana"}
    elsewhere = {"Origin": "http://elsewhere.example"}
    status, _ = await asyncio.to_thread(posted, server, "/desk/classes", form, browser.cookies, **elsewhere)
    assert status == 403
    assert "Planted class" not in (await browser.get("/desk"))[1]


async def test_signing_out_ends_it_on_this_browser(start_server):
    server = start_server()
    browser = Browser(server.here)
    await browser.get(urlsplit(server.sign_in).path)
    await browser.post("/signout", {})
    assert (await browser.get("/desk"))[0] == 403


async def test_the_link_is_in_no_log_line_once_it_is_used(start_server):
    server = start_server()
    before = len(server.said)
    await Browser(server.here).get(urlsplit(server.sign_in).path)
    assert not any("signin" in line for line in server.said[before:])
