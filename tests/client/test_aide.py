"""What an aide's console shows is what the lesson takes from an aide."""

from __future__ import annotations

import re

from boardsup.lesson.commands import FOR_AIDES
from boardsup.web.settings import CHECKOUT
from boardsup.web.wire import name_of


def test_an_aides_console_has_the_forms_that_an_aide_may_send_and_no_other() -> None:
    sheet = (CHECKOUT / "client" / "static" / "css" / "console-aide.css").read_text(encoding="utf-8")
    assert set(re.findall(r'\[value="(\w+)"\]', sheet)) == {name_of(command) for command in FOR_AIDES}
