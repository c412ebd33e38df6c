"""Every id has words, and they agree with what authors write about it."""

from __future__ import annotations

import re

import yaml

from boardsup.maths.missteps.wording import SAYS
from boardsup.web.settings import CHECKOUT

ID = re.compile(r'"([a-z]+[0-9]?\.[a-z_]+)"')
SOURCES = (CHECKOUT / "server" / "boardsup" / "maths" / "missteps").rglob("*.py")


def test_every_id_in_a_procedure_has_words():
    ids = {id for path in SOURCES if path.parent.name != "wording" for id in ID.findall(path.read_text("utf-8"))}
    assert len(ids) > 300
    assert ids - SAYS.keys() == set()


def test_words_are_one_short_sentence_about_the_work():
    for id, line in SAYS.items():
        assert line.endswith("."), id
        assert len(line) <= 110, id
        assert not re.search(r"\b(student|child|wrong|failed|stupid|careless|you)\b", line, re.IGNORECASE), id


def test_authors_and_procedures_share_their_ids():
    """What both describe has one id; most of what authors describe can be made by a procedure."""
    paths = sorted((CHECKOUT / "problems" / "misconceptions").glob("*.yaml"))
    ids = {row["id"] for path in paths for row in yaml.safe_load(path.read_text("utf-8"))["misconceptions"]}
    assert len(ids & SAYS.keys()) / len(ids) > 0.7
