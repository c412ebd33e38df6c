"""The command `boardsup`: what can be done from a terminal, one command a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from boardsup.cli import accounts
from boardsup.cli.authoring import authors
from boardsup.cli.places import HERE, HOME, Data, Database, Here

Only = Literal["all", "maths"]
Log = Literal["plain", "json"]

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Boards Up.")
app.add_typer(accounts.app, name="account")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "0.0.0.0",  # noqa: S104 (a class joins)
    port: Annotated[int, typer.Option(envvar="PORT", help="The port, or the next free one.")] = 8000,
    data: Data = HOME,
    shown_at: Annotated[str, typer.Option(envvar="BOARDSUP_SHOWN_AT", help="The address on the wall.")] = "",
    local_htmx: Annotated[bool, typer.Option(envvar="BOARDSUP_LOCAL_HTMX", help="Never ask a CDN.")] = False,
    max_pages: Annotated[int, typer.Option(envvar="BOARDSUP_MAX_PAGES", help="SQLite's limit; 0: none.")] = 0,
    database: Database = "",
    metrics: Annotated[bool, typer.Option(envvar="BOARDSUP_METRICS", help="Serve /metrics, for Prometheus.")] = False,
    plain_lines: Annotated[bool, typer.Option(envvar="BOARDSUP_PLAIN_LINES", help="All frames through ASGI.")] = False,
    log: Annotated[Log, typer.Option(envvar="BOARDSUP_LOG", help="How the log is written.")] = "plain",
    hooks_here: Annotated[bool, typer.Option(help="Webhooks may go to this machine itself, for tests.")] = False,
    workers: Annotated[int, typer.Option(envvar="BOARDSUP_WORKERS", min=1, help="Processes behind this port.")] = 1,
    inside: Annotated[str, typer.Option(envvar="BOARDSUP_INSIDE", help="HOST:PORT for others on this database.")] = "",
    worker: Annotated[str, typer.Option(hidden=True)] = "",
) -> None:
    """Serve lessons from this machine."""
    from boardsup.cli.plainly import plainly
    from boardsup.cli.serve import Place
    from boardsup.cli.serve import serve as run
    from boardsup.web.settings import Settings

    address = shown_at.rstrip("/")
    listening, _, line = worker.partition(",")
    numbers = (int(listening), int(line)) if worker else None
    settings = Settings(data, address, local_htmx, max_pages or None, database=database, metrics=metrics, log=log)
    settings = replace(settings, plain_lines=plain_lines, hooks_here=hooks_here)
    with plainly():
        run(replace(settings, providers=accounts.providers()), Place(host, port, inside, workers, numbers))


@app.command()
def signin(here: Here = HERE, data: Data = HOME, database: Database = "") -> None:
    """Print a new sign-in link; it works once, for a day."""
    from boardsup.cli.plainly import plainly
    from boardsup.cli.signin import new_link
    from boardsup.store.database import database_in

    with plainly():
        data.mkdir(parents=True, exist_ok=True)
        typer.echo(new_link(database_in(data, database), here.rstrip("/")))


@app.command()
def demo(
    keep: Annotated[bool, typer.Option(envvar="KEEP", help="Leave the server running afterwards.")] = False,
    speed: Annotated[float, typer.Option(min=1, help="How many times faster than people the class is.")] = 12,
) -> None:
    """Play a whole lesson with a class of thirty simulated students, and count every answer."""
    from boardsup.cli.demo import demo as run

    raise typer.Exit(run(keep=keep, speed=speed))


@app.command()
def replay(
    code: Annotated[str, typer.Argument(help="The lesson's code.")], data: Data = HOME, database: Database = ""
) -> None:
    """Compute a lesson again from its journal; exit 1 at the first difference."""
    from boardsup.cli.plainly import plainly
    from boardsup.cli.replay import replay as run
    from boardsup.store.database import database_in

    with plainly():
        raise typer.Exit(run(database_in(data, database), code))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The new file.")], data: Data = HOME, database: Database = ""
) -> None:
    """Write everything into one new file, also while lessons run."""
    from boardsup.cli.backup import backup as run
    from boardsup.store.database import database_in

    raise typer.Exit(run(database_in(data, database), file))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")], data: Data = HOME, database: Database = ""
) -> None:
    """Fill an empty data folder, or an empty PostgreSQL database, from a backup."""
    from boardsup.cli.backup import restore as run
    from boardsup.store.database import database_in

    raise typer.Exit(run(file, database_in(data, database)))


@app.command()
def move(
    source: Annotated[str, typer.Argument(help="A data folder, a SQLite file, or postgresql://USER@HOST/NAME.")],
    target: Annotated[str, typer.Argument(help="The same; it must be empty.")],
) -> None:
    """Copy a school into another database, and compare the journals on both sides. Stop the server first."""
    from boardsup.cli.backup import move as run

    raise typer.Exit(run(source, target))


@app.command()
def simulate(
    lessons: Annotated[int, typer.Option(min=1, help="Lessons in each row of the tables.")] = 3000,
    seed: Annotated[str, typer.Option(help="The same seed plays the same lessons.")] = "1",
) -> None:
    """Play thousands of simulated lessons against the live flags; print false go and false stop."""
    from boardsup.cli.simulate import simulate as run

    raise typer.Exit(run(lessons=lessons, seed=seed))


@app.command()
def bench(
    out: Annotated[Path, typer.Option(help="Where the full figures go, as JSON.")] = Path("bench.json"),
    classes: Annotated[int, typer.Option(min=1, help="How many lessons at once.")] = 33,
    size: Annotated[int, typer.Option(min=1, help="Students in each.")] = 30,
    hall: Annotated[int, typer.Option(min=1, help="Students of the one large lesson.")] = 1_000,
    crowd: Annotated[int, typer.Option(min=1, help="Students of all classes of the last part.")] = 5_000,
    repeats: Annotated[int, typer.Option(min=1, help="How often what takes turns is measured.")] = 3,
    only: Annotated[Only, typer.Option(help="Which part.")] = "all",
) -> None:
    """Measure what an answer costs, beside a bare echo on the same stack, and the maths alone."""
    from boardsup.cli.bench import Size
    from boardsup.cli.bench import bench as run

    raise typer.Exit(run(out, None if only == "maths" else Size(classes, size, hall, crowd, repeats)))


@app.command()
def load(
    scenario: Annotated[
        list[str] | None, typer.Argument(help="burst, steady, join-storm, …; all when none is named.")
    ] = None,
    classes: Annotated[int, typer.Option(min=1, max=1_000, help="How many lessons at once.")] = 1,
    size: Annotated[int, typer.Option(min=1, max=2_000, help="Students in each.")] = 200,
    seconds: Annotated[float, typer.Option(min=0.1, max=3_600, help="How long the answers come.")] = 1.0,
    rate: Annotated[float, typer.Option(min=0, max=50_000, help="Answers a second; 0: one of each student.")] = 0.0,
    slow: Annotated[int, typer.Option(min=1, max=1_000, help="Of each class, how many read nothing (slow).")] = 1,
    soak: Annotated[float, typer.Option(min=0, max=600, help="Minutes of a soak instead.")] = 0.0,
    here: Annotated[str, typer.Option(help="A server that runs already; without one, an own server here.")] = "",
    link: Annotated[str, typer.Option(help="A one-time sign-in link of that server.")] = "",
    pid: Annotated[list[int] | None, typer.Option(help="A process of it whose CPU time counts.")] = None,
    look_into: Annotated[str, typer.Option(help="Its database, or data folder, to compare with every hand-in.")] = "",
    out: Annotated[Path, typer.Option(help="Where the figures go, as JSON.")] = Path("load.json"),
) -> None:
    """Put whole classes on a server at scheduled moments; count what was lost, doubled or crossed; 1 if anything."""
    from boardsup.cli.load import Asked, There
    from boardsup.cli.load import load as run
    from boardsup.cli.load.scenarios import SCENARIOS, Pace
    from boardsup.cli.plainly import plainly
    from boardsup.store.database import database_in

    database = database_in(Path(look_into), "") if look_into and Path(look_into).is_dir() else look_into or None
    there = There(here, link, tuple(pid or ()), database) if here else None
    names = tuple(scenario or SCENARIOS)
    if not set(names) <= set(SCENARIOS):
        raise typer.BadParameter(f"Scenarios are {', '.join(SCENARIOS)}.")
    with plainly():
        raise typer.Exit(run(out, Asked(names, classes, size, Pace(seconds, rate), slow, soak), there))


app.add_typer(authors)
