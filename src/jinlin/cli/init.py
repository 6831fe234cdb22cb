"""`jinlin init`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.actions import found_complex
from jinlin.core.config import database_path
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import clean
from jinlin.issue.categories import seed_categories
from jinlin.member.actions import found_branch
from jinlin.output.asking import Question, answers
from jinlin.output.grammar import Command, called
from jinlin.output.show import done, tell
from jinlin.store.command import creating

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("init", cls=Command, help=_("Create the database of a complex."))
def init(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The complex, such as 梅苑小区."))
    ] = None,
    street: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The street, such as 金山街道."))
    ] = None,
    community: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The community."))
    ] = None,
    secretary: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The secretary's name."))
    ] = None,
    branch: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The branch's full name."))
    ] = None,
) -> None:
    call = called(ctx)
    said = answers(
        call,
        [
            Question(option="--name", text=_("The complex"), given=name),
            Question(option="--street", text=_("The street"), given=street, optional=True),
            Question(option="--community", text=_("The community"), given=community, optional=True),
            Question(option="--secretary", text=_("The secretary"), given=secretary, optional=True),
        ],
    )
    complex_name, street_name, community_name, secretary_name = (clean(text) for text in said)
    if not complex_name:
        raise UsageError(_("The complex has no name."), hint=_("Write it like --name 梅苑小区."))
    with creating(call) as tx:
        found_complex(
            tx, name=complex_name, street=street_name or None, community=community_name or None
        )
        found_branch(
            tx,
            name=branch or f"中共{street_name}{community_name}{complex_name}支部委员会",
            superior=f"{community_name}党委" if community_name else None,
            secretary=secretary_name or None,
        )
        seed_categories(tx)
        tx.describe(
            Message(N_("Created the database of {name}"), {"name": complex_name}),
            reverse=Message(""),
        )
    path = database_path(call).absolute()
    done(
        call,
        _("The database of {name} is at {path}").format(name=complex_name, path=path),
        number=str(path),
        data={"path": str(path), "name": complex_name},
    )
    if call.dry_run:
        return
    tell(call, _("Next: jinlin building add 3 --floors 7, or jinlin household import FILE"))
