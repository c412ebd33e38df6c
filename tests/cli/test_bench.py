"""The bench prints every figure and writes them; what they should be is no matter of a test's clock."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from boardsup.cli import app
from boardsup.cli.bench.bare import bare
from boardsup.cli.bench.floor import Sockets
from boardsup.cli.bench.reach import Line, noise, ratio


def test_the_maths_alone_are_measured_and_written(tmp_path: Path):
    out = tmp_path / "bench.json"
    ran = CliRunner().invoke(app, ["bench", "--only", "maths", "--out", str(out)])
    assert ran.exit_code == 0, ran.output
    maths = json.loads(out.read_text(encoding="utf-8"))["maths"]
    assert maths["marking"]["a_second"] > 0
    assert maths["posing"]["posed"] == maths["posing"]["asked"]
    assert 10 <= maths["posing"]["predictions"] <= 60
    assert "answers marked and named" in ran.output


def test_a_line_passes_at_its_limit_and_is_short_above_it():
    assert Line("frames an answer", 1.5, 1.5, "").row() == ("frames an answer", "1.5 ", "≤ 1.5 ", "pass")
    assert Line("frames an answer", 1.51, 1.5, "").row()[-1] == "SHORT"
    assert not Line("CPU", 3.1, 3.0).kept()["is_reached"]


def test_a_ratio_is_that_of_the_medians_and_noise_is_the_farthest_repeat():
    assert ratio([2.0, 3.0, 100.0], [1.0, 1.5, 1.5]) == 2.0
    assert noise([90.0, 100.0, 130.0]) == 30.0


async def test_the_bare_server_echoes_broadcasts_and_says_what_that_cost():
    async with bare() as floor:
        echo, broadcast = Sockets(floor, "/echo"), Sockets(floor, "/broadcast")
        await echo.open(5, with_page=True)
        assert await echo.echoes(4) >= 0
        await broadcast.open(5)
        assert await broadcast.broadcasts(3, (10, 2_000)) >= 0
        assert (sum(echo.heard), sum(broadcast.heard)) == (5 + 5 * 4, 5 + 5 * 3 * 2)
        await echo.close()
        await broadcast.close()
