"""The time while somebody sets the machine's clock: it goes on, and is the machine's again when nothing runs."""

from __future__ import annotations

import time

import pytest

from boardsup.store.clock import QUIET, Steady, now_ms

HOUR = 3_600_000


class Machine:
    """A clock that can be set, and one that cannot."""

    def __init__(self) -> None:
        self.shows, self.counts = 1_800_000_000_000, 5_000

    def passes(self, ms: int, *, set_by: int = 0) -> None:
        self.shows += ms + set_by
        self.counts += ms


@pytest.mark.parametrize("set_by", [-HOUR, HOUR, -30 * 24 * HOUR, 2_000], ids=["back", "ahead", "far back", "a little"])
def test_a_jump_is_not_followed_while_somebody_looks_often(set_by: int) -> None:
    """Seen to fail with the machine's clock alone."""
    machine = Machine()
    clock = Steady(lambda: machine.shows, lambda: machine.counts)
    began = clock()
    for i in range(20):
        machine.passes(250, set_by=set_by if i == 7 else 0)
        assert clock() == began + 250 * (i + 1)


def test_after_a_quiet_while_the_machine_is_believed() -> None:
    machine = Machine()
    clock = Steady(lambda: machine.shows, lambda: machine.counts)
    machine.passes(250, set_by=HOUR)
    assert clock() == machine.shows - HOUR
    machine.passes(QUIET + 1)
    assert clock() == machine.shows


def test_a_clock_that_is_set_right_little_by_little_is_followed() -> None:
    machine = Machine()
    clock = Steady(lambda: machine.shows, lambda: machine.counts)
    for _ in range(100):
        machine.passes(250, set_by=50)
        assert clock() == machine.shows


def test_it_is_the_machines_own_time() -> None:
    assert abs(now_ms() - time.time() * 1_000) < 5_000
