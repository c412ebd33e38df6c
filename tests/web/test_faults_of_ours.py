"""A fault in our own code: a plain sentence, with every header that other answers have, and a line without its text."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from boardsup.web.app import build
from boardsup.web.headers import HEADERS
from boardsup.web.log_lines import Plain
from boardsup.web.settings import Settings


def test_a_fault_is_a_plain_sentence_with_every_header_and_no_word_of_what_was_sent(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = build(Settings(data=tmp_path))

    def faulty(said: str) -> None:
        raise LookupError(said)

    app.get("/faulty")(faulty)
    with TestClient(app, raise_server_exceptions=False) as browser, caplog.at_level(logging.ERROR):
        answer = browser.get("/faulty", params={"said": "Zebulon"})
    assert answer.status_code == 500
    assert "Something went wrong here." in answer.text
    assert HEADERS.items() <= dict(answer.headers).items()
    assert len(answer.headers["x-request-id"]) == 12
    lines = "".join(Plain().format(record) for record in caplog.records)
    assert "Zebulon" not in answer.text + lines
    assert "Traceback" not in answer.text
