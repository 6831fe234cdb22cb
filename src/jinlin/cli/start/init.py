"""`jinlin init`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from jinlin.cli.rescue import way_back
from jinlin.cli.start.new_complex import NewComplex, new_complex
from jinlin.complex.building.actions import found_complex
from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_ZONE, clock_of, parse_day
from jinlin.core.config import database_path
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import clean
from jinlin.issue.record.categories import seed_categories
from jinlin.member.branch.profile import NewBranch, found_branch
from jinlin.member.rules.branch import BranchType, parse_term_years
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import Command, called
from jinlin.output.delivery.show import done
from jinlin.store.check.checks import State
from jinlin.store.check.surroundings import folder_finding
from jinlin.store.command.creation import creating, refuse_what_is_there

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
    short_name: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("What people call the branch."))
    ] = None,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar=_("TYPE"), help=_("regular, joint or overlay branch.")),
    ] = None,
    superior: Annotated[
        str | None, typer.Option(metavar=_("NAME"), help=_("The Party organisation above it."))
    ] = None,
    term: Annotated[
        str | None, typer.Option(metavar=_("YEARS"), help=_("Its term: 3 or 5 years."))
    ] = None,
    term_from: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The day it was elected."))
    ] = None,
    questions: Annotated[
        bool,
        typer.Option("--questions", help=_("Print what only the street office can answer.")),
    ] = False,
) -> None:
    call = called(ctx)
    if questions:
        from jinlin.cli.start.street_questions import show_questions

        show_questions(call)
        return
    refuse_what_is_there(call)
    _mind_backups(call)
    place = new_complex(call, name, street, community, secretary)
    wanted = {
        "--branch": branch, "--short-name": short_name, "--type": type_, "--superior": superior,
        "--term": term, "--term-from": term_from,
    }  # fmt: skip
    new = _branch(call, place, wanted, asking=name is None)
    _found(call, place, new)
    _tell(call, place.name)


def _found(call: Call, place: NewComplex, new: NewBranch) -> None:
    with creating(call) as tx:
        found_complex(
            tx,
            name=place.name,
            street=place.street or None,
            community=place.community or None,
        )
        found_branch(tx, new, secretary=place.secretary or None)
        seed_categories(tx)
        tx.describe(
            Message(N_("Created the database of {name}"), {"name": place.name}),
            reverse=Message(""),
        )


def _tell(call: Call, name: str) -> None:
    """Say where the database is, whether that is a safe place, and what comes next."""
    path = database_path(call).absolute()
    done(
        call,
        _("The database of {name} is at {path}").format(name=name, path=path),
        number=str(path),
        data={"path": str(path), "name": name},
    )
    around = folder_finding(path)
    if around.state is State.WARNING:
        call.tell(_("Mind the folder: {what}").format(what=around.said))
    if call.dry_run:
        return
    call.tell(_("Next: jinlin building add 3 --floors 7, or jinlin household import FILE"))
    call.tell(_("To ask the street office: jinlin init --questions"))


def _mind_backups(call: Call) -> None:
    """Ask before an empty database takes the place of one that is lost and has backups.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: she would rather have the backup.
    """
    path = database_path(call)
    if not os.path.lexists(path) and (advice := way_back(path, call.environment)):
        call.environment.tell(advice)
        confirm(call, _("There are backups of an earlier database; a new, empty one is created."))


def _branch(
    call: Call, place: NewComplex, wanted: dict[str, str | None], *, asking: bool
) -> NewBranch:
    """Return the branch: what was given, what was answered, else what is usual."""
    clock = clock_of(call.environment.now(), DEFAULT_ZONE, call.environment.said_days)
    usual_name = f"中共{place.street}{place.community}{place.name}支部委员会"
    superior = f"{place.community}党委" if place.community else ""
    types = list(BranchType.labels().values())

    questions = [
        Question("--branch", _("The branch's full name"), None, default=usual_name),
        Question("--short-name", _("Its short name"), None, default=f"{place.name}党支部"),
        Question(
            "--type", _("Its type"), None, choices=types, check=BranchType.read, default=types[0]
        ),
        Question("--superior", _("Its superior"), None, default=superior),
        Question("--term", _("Its term in years, 3 or 5"), None, check=parse_term_years),
        Question(
            "--term-from", _("Elected on"), None, check=lambda text: parse_day(text, clock)
        ),
    ]  # fmt: skip
    given = [one._replace(given=wanted[one.option], optional=True) for one in questions]
    said = answers(call, given, asking=asking)
    name, short_name, kind, above, years, begun = (clean(text) for text in said)
    return NewBranch(
        name=name or usual_name,
        short_name=short_name or None,
        type=BranchType.read(kind) if kind else BranchType.REGULAR,
        superior=above or None,
        term_years=parse_term_years(years) if years else None,
        term_from=parse_day(begun, clock).isoformat() if begun else None,
    )
