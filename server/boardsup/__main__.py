"""`python -m boardsup`, where the command `boardsup` is not on the path."""

from boardsup.cli import app

app()
