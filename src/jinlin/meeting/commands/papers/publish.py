"""`jinlin meeting publish`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.meeting.commands.options import Number
from jinlin.meeting.commands.papers.minutes import publish_paper
from jinlin.output.command.grammar import called


def publish(
    ctx: typer.Context,
    number: Number,
    phone: Annotated[
        str | None,
        typer.Option(metavar=_("PHONE"), help=_("Whom residents call with questions.")),
    ] = None,
) -> None:
    publish_paper(called(ctx), number, phone)
