"""Run with `python -m jinlin`."""

from jinlin.cli.main import main

main()
