"""From bytes to a command: every command has its form, and nothing else gets through."""

from __future__ import annotations

import dataclasses
import json
from contextlib import suppress
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardsup.lesson import commands as c
from boardsup.web.wire import LONGEST_MESSAGE, Beat, Echo, Garbled, Refresh, name_of, read, read_form

VALUES = {int: "7", str: "abc"}


def form_of(command: type) -> dict[str, str]:
    """A form that means this command, every field filled in."""
    fields = {}
    for name, hint in get_type_hints(command).items():
        kind = get_args(hint)[0] if get_origin(hint) is not None else hint
        fields[name] = kind if get_origin(hint) is not None else VALUES[kind]
    return {"do": name_of(command), **fields}


@pytest.mark.parametrize("command", [*c.BY_BROWSER, Beat, Refresh, Echo], ids=lambda command: command.__name__)
def test_a_form_is_a_command(command: type) -> None:
    fields = form_of(command)

    assert type(read_form(fields)) is command
    assert read(json.dumps(fields)) == read_form(fields)


@pytest.mark.parametrize(
    "command", [c.Tick, c.FellSilent, c.HeardAgain, c.Settle, c.Enrol], ids=lambda command: command.__name__
)
def test_what_only_the_clock_may_say_cannot_come_from_a_browser(command: type) -> None:
    with pytest.raises(Garbled):
        read_form({"do": name_of(command), "student": "s01", "question": "q", "number": "1", "verdict": "equal"})


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "null", "1", '"x"', "{", '{"do":1}', '{"do":"answer"}', '{"do":"nothing"}', "{" * 5_000,
        '{"do":"answer","question":"q","number":"0","text":"1"}',
        '{"do":"answer","question":"q","number":"-1","text":"1"}',
        '{"do":"answer","question":"q","number":"1.5","text":"1"}',
        '{"do":"answer","question":"q","number":"999999999999","text":"1"}',
        '{"do":"answer","question":"q","number":"1","text":1}',
        '{"do":"answer","question":["q"],"number":"1","text":"1"}',
        '{"do":"answer","question":"q","number":"1","text":"' + "9" * 201 + '"}',
        '{"do":"answer","question":"' + "q" * 41 + '","number":"1","text":"1"}',
        '{"do":"judge","question":"q","student":"s","verdict":"genius"}',
        '{"do":"share","question":"q","number":"1","choice":"A","text":"' + "x" * LONGEST_MESSAGE + '"}',
        '{"do":"answer","question":"q","number":"1","text":"\\ud800"}',
        '{"do":"end","x":' + "[" * 4_000, '"\ud800"',
    ],
)  # fmt: skip
def test_what_cannot_be_a_command_is_garbled(text: str) -> None:
    with pytest.raises(Garbled):
        read(text)


@given(st.one_of(st.text(), st.binary(), st.recursive(st.none() | st.text(), st.lists).map(json.dumps)))
def test_any_text_is_a_command_or_garbled(text: str | bytes) -> None:
    """Seen to fail with `msgspec.ValidationError` for `msgspec.MsgspecError` in `read`."""
    with suppress(Garbled):
        assert dataclasses.is_dataclass(read(text))


fields = st.dictionaries(st.sampled_from(["do", "question", "number", "text", "to", "segment"]), st.text(max_size=60))


@given(fields, st.sampled_from([name_of(command) for command in c.BY_BROWSER]))
def test_any_form_is_a_command_or_garbled(found: dict[str, str], do: str) -> None:
    with suppress(Garbled):
        assert dataclasses.is_dataclass(read_form({**found, "do": do}))


def test_a_field_that_nobody_asked_for_changes_nothing() -> None:
    assert read_form({"do": "end", "who": "teacher"}) == c.End()
