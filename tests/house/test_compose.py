"""The compose files: valid, careful, and their commands and health checks work on this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from checkout import ROOT
from fronting import CADDYFILE, Front

DISTRICT = ROOT / "docker-compose.yml"
ONE_MACHINE = ROOT / "server" / "deploy" / "one-machine.yml"
FILES = (DISTRICT, ONE_MACHINE)


def read(file: Path) -> dict:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


ALL = [(file, name) for file in FILES for name in read(file)["services"]]
services = pytest.mark.parametrize(("file", "name"), ALL, ids=[f"{file.stem}-{name}" for file, name in ALL])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_they_keep_to_the_compose_specification(file):
    checker = Path(sys.executable).with_name("check-jsonschema")
    command = [checker, "--builtin-schema", "vendor.compose-spec", file]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@services
def test_every_service_runs_as_nobody_in_particular_without_capabilities_on_a_disk_it_cannot_write(file, name):
    service = read(file)["services"][name]
    assert service["user"].split(":")[0] not in ("0", "root")
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["healthcheck"]["test"][0] == "CMD"


@services
def test_everything_that_a_service_refers_to_is_there(file, name):
    whole = read(file)
    service = whole["services"][name]
    named = {volume.split(":")[0] for volume in service.get("volumes", ())}
    assert named <= set(whole.get("volumes", ()))
    assert set(service.get("depends_on", ())) <= set(whole["services"])
    assert set(service.get("networks", ())) <= set(whole.get("networks", ()))
    assert set(service.get("secrets", ())) <= set(whole.get("secrets", ()))
    for secret in service.get("secrets", ()):
        assert any(value == f"/run/secrets/{secret}" for value in service["environment"].values())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_password_stands_in_the_file(file):
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"PASSWORD(?!_FILE)|://[^\s/]*:[^\s/@]+@", text) == []


def built() -> list[tuple[Path, dict]]:
    return [(file, s) for file in FILES for s in read(file)["services"].values() if "build" in s]


@pytest.mark.parametrize(("file", "service"), built())
def test_the_images_are_built_from_files_that_are_there_and_from_the_lock(file, service):
    assert (file.parent / service["build"]["context"]).resolve() == ROOT
    dockerfile = ROOT / service["build"]["dockerfile"]
    text = dockerfile.read_text(encoding="utf-8")
    sources = [source for line in re.findall(r"^COPY (.+)$", text, re.M) for source in line.split()[:-1]]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    sent = Path(f"{dockerfile}.dockerignore").read_text(encoding="utf-8")
    assert all(f"!{source.split('/')[0]}" in sent or f"!{source}" in sent for source in sources)
    assert f"USER {service['user']}" in text
    if dockerfile.name == "Dockerfile":
        assert "--require-hashes --requirement server/requirements.lock" in text


def test_in_one_container_it_listens_where_it_publishes_and_keeps_its_data_in_the_volume():
    (service,) = read(ONE_MACHINE)["services"].values()
    options = dict(zip(service["command"][2::2], service["command"][3::2], strict=True))
    (published,), (mounted,) = service["ports"], service["volumes"]
    _, folder = mounted.split(":")
    assert published.endswith(f":{options['--port']}")
    assert folder == options["--data"]


def test_for_a_district_caddy_alone_is_published_and_knows_every_process():
    whole = read(DISTRICT)["services"]
    assert [name for name, service in whole.items() if "ports" in service] == ["caddy"]
    apps = [name for name, service in whole.items() if service.get("image") == "boardsup"]
    assert whole["caddy"]["environment"]["BOARDSUP_UPSTREAMS"].split() == [f"{app}:8000" for app in apps]
    assert len(apps) >= 2
    text = CADDYFILE.read_text(encoding="utf-8")
    inside = [port.rpartition(":")[2] for port in whole["caddy"]["ports"]]
    assert [f"{{$BOARDSUP_HTTP_PORT:{inside[0]}}}" in text, f"{{$BOARDSUP_HTTPS_PORT:{inside[1]}}}" in text] == [
        True,
        True,
    ]
    assert whole["caddy"]["healthcheck"]["test"][-1].removeprefix("http://").rstrip("/") in text
    assert whole["database"]["image"].startswith("postgres:18")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_command_serves_and_its_health_check_passes_until_the_server_is_gone(file, start_server, request):
    service = next(s for s in read(file)["services"].values() if s["image"] == "boardsup")
    program, word, *options = service["command"]
    assert (program, word) == ("boardsup", "serve")
    is_large = file == DISTRICT
    server = start_server(*options, database=request.getfixturevalue("postgres").new_database() if is_large else "")
    assert health(service, server.port) == 0
    server.kill()
    assert health(service, server.port) != 0


def test_caddy_takes_the_file_and_its_health_check_passes_until_it_is_gone(server, tmp_path):
    front = Front([server], tmp_path).start()
    try:
        check = [*read(DISTRICT)["services"]["caddy"]["healthcheck"]["test"][1:]]
        check[-1] = check[-1].replace("127.0.0.1:8088", f"127.0.0.1:{front.alive}")
        asks = [sys.executable, "-c", f"import urllib.request as web; web.urlopen({check[-1]!r}, timeout=4).close()"]
        assert subprocess.run(asks, capture_output=True, check=False).returncode == 0
    finally:
        front.kill()
    assert subprocess.run(asks, capture_output=True, check=False).returncode != 0


def health(service: dict, port: int) -> int:
    """The exit code of the health check, asked of the server at this port."""
    kind, program, *words = service["healthcheck"]["test"]
    assert (kind, program) == ("CMD", "python")
    words = [word.replace(":8000/", f":{port}/") for word in words]
    return subprocess.run([sys.executable, *words], capture_output=True, check=False).returncode
