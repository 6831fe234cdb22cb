"""`jinlin db path`."""

from __future__ import annotations

import typer

from jinlin.core.config import database_path
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.file.header import check_header


def path(ctx: typer.Context) -> None:
    call = called(ctx)
    found = database_path(call).absolute()
    check_header(found)
    done(call, str(found), number=str(found), data={"path": str(found)})
