"""docker-compose.yml: valid, careful, and its command and its health check work on this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from checkout import ROOT

COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "server" / "deploy" / "Dockerfile"


@pytest.fixture(scope="module")
def service() -> dict:
    """The one service of the file."""
    (only,) = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"].values()
    return only


def test_it_keeps_to_the_compose_specification():
    checker = Path(sys.executable).with_name("check-jsonschema")
    command = [checker, "--builtin-schema", "vendor.compose-spec", COMPOSE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_its_command_serves_and_its_health_check_passes_until_the_server_is_gone(service, start_server):
    program, word, *options = service["command"]
    assert (program, word) == ("boardsup", "serve")
    server = start_server(*options)
    assert server.get("/healthz")[0] == 200
    assert health(service, server.port) == 0
    server.kill()
    assert health(service, server.port) != 0


def test_it_listens_on_the_port_that_it_publishes_and_keeps_its_data_in_the_volume(service):
    options = dict(zip(service["command"][2::2], service["command"][3::2], strict=True))
    (published,), (mounted,) = service["ports"], service["volumes"]
    volume, folder = mounted.split(":")
    assert published.endswith(f":{options['--port']}")
    assert folder == options["--data"]
    assert volume in yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["volumes"]


def test_it_runs_as_nobody_in_particular_and_can_write_only_its_data(service):
    assert service["user"].split(":")[0] not in ("0", "root")
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]


def test_the_image_is_built_from_files_that_are_there_and_from_the_lock(service):
    assert (ROOT / service["build"]["dockerfile"]) == DOCKERFILE
    text = DOCKERFILE.read_text(encoding="utf-8")
    sources = [source for line in re.findall(r"^COPY (.+)$", text, re.M) for source in line.split()[:-1]]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert "--require-hashes --requirement server/requirements.lock" in text
    assert f"USER {service['user']}" in text


def health(service: dict, port: int) -> int:
    """The exit code of the health check, asked of the server at this port."""
    kind, program, *words = service["healthcheck"]["test"]
    assert (kind, program) == ("CMD", "python")
    words = [word.replace(":8000/", f":{port}/") for word in words]
    return subprocess.run([sys.executable, *words], capture_output=True, check=False).returncode
