"""`jinlin db handover`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import StoreError
from jinlin.core.i18n import _
from jinlin.output.grammar import called
from jinlin.output.page import check_page, show_pages
from jinlin.output.show import done, tell
from jinlin.report.handover import Handover
from jinlin.report.handover import handover as asked
from jinlin.report.handover_pages import handover_page
from jinlin.store.backup import back_up
from jinlin.store.command import reading
from jinlin.store.kept import written_digest
from jinlin.store.sealing import ENDING

TEMPLATE = "移交清单"


def handover(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar=_("FILE"),
            help=_("The list, such as 移交清单.docx; beside it a checked backup is laid."),
        ),
    ] = None,
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help=_("Encrypt the backup with a passphrase."))
    ] = False,
    passphrase_file: Annotated[
        str | None,
        typer.Option(metavar=_("FILE"), help=_("Where the passphrase is; for scripts.")),
    ] = None,
) -> None:
    call = called(ctx)
    file = file or call.output
    with reading(call) as reader:
        what = asked(reader, call.user)
    if file is None or call.dry_run:
        shown = call._replace(output=None)
        show_pages(shown, [handover_page(what)], data=_data(what, ""), template=TEMPLATE)
        tell(call, _("With a file name, the list and a checked backup are written."))
        return
    paper = call._replace(output=file, json=False, md=False)
    check_page(paper)
    target = _beside(call, file, sealed=encrypt or passphrase_file is not None)
    passphrase = None
    if encrypt or passphrase_file:
        from jinlin.cli.passphrase import new_passphrase

        passphrase = new_passphrase(call, passphrase_file)
    moment = call.environment.now().astimezone()
    copy = back_up(database_path(call), moment, target, passphrase=passphrase)
    page = handover_page(what, backup=copy.name, digest=written_digest(copy) or "")
    show_pages(paper._replace(quiet=True), [page], data=_data(what, copy.name), template=TEMPLATE)
    path = call.environment.path(file).absolute()
    done(
        call,
        _("The list is at {path}; the checked backup beside it is {backup}.").format(
            path=path, backup=copy.name
        ),
        number=str(path),
        data={"path": str(path), "backup": str(copy), "encrypted": passphrase is not None},
    )
    tell(call, _("Both sign the list after looking through it: jinlin db check --db FILE"))


def _beside(call: Call, file: str, *, sealed: bool) -> Path:
    """Return where the backup goes: beside the list, under its name.

    Raises:
        StoreError: a file is there already.
    """
    target = call.environment.path(file).absolute().with_suffix(".db" + ENDING * sealed)
    if target.exists():
        raise StoreError(
            _("There is a file at {path} already.").format(path=target),
            hint=_("Choose another name for the list."),
        )
    return target


def _data(what: Handover, backup: str) -> dict[str, Any]:
    return {
        "author": what.author,
        "day": what.day.isoformat(),
        "open_issues": [one.label for one in what.open],
        "overdue": what.overdue,
        "plans": [plan.label for plan in what.plans],
        "resolutions": [task.label for task in what.tasks],
        "purses": [
            {"purse": one.purse.value, "balance_fen": one.balance, "entries": one.entries}
            for one in what.purses
        ],
        "posts": [{"post": one.held.text, "name": one.person.name} for one in what.posts],
        "counts": what.counts,
        "papers": what.papers,
        "entries": what.entries,
        "checksum": what.checksum,
        "backup": backup,
    }
