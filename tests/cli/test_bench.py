"""The bench of the maths prints every figure and writes them; what they should be is no matter of a test's clock."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from boardsup.cli import app


def test_the_maths_alone_are_measured_and_written(tmp_path: Path):
    out = tmp_path / "bench.json"
    ran = CliRunner().invoke(app, ["bench", "--only", "maths", "--out", str(out)])
    assert ran.exit_code == 0, ran.output
    maths = json.loads(out.read_text(encoding="utf-8"))["maths"]
    assert maths["marking"]["a_second"] > 0
    assert maths["posing"]["posed"] == maths["posing"]["asked"]
    assert 10 <= maths["posing"]["predictions"] <= 60
    assert "answers marked and named" in ran.output
