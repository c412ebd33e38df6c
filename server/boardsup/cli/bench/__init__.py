"""`boardsup bench`: what one answer costs and how long it takes, beside a bare echo on the same stack."""

from boardsup.cli.bench.bench import Size, bench

__all__ = ["Size", "bench"]
