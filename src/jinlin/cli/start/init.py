"""`jinlin init`."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Annotated, Final, NamedTuple

import typer

from jinlin.cli.rescue import way_back
from jinlin.complex.building.actions import found_complex
from jinlin.core.call import Call
from jinlin.core.clock import DEFAULT_ZONE, clock_of, parse_day
from jinlin.core.config import database_path
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.people.surnames import SURNAMES
from jinlin.core.text import clean
from jinlin.issue.record.categories import seed_categories
from jinlin.member.branch.profile import NewBranch, found_branch
from jinlin.member.rules.branch import BranchType, parse_term_years
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import Command, called
from jinlin.output.delivery.show import done
from jinlin.store.check.checks import State
from jinlin.store.check.surroundings import folder_finding
from jinlin.store.command.command import creating, refuse_what_is_there

app = typer.Typer(add_completion=False, rich_markup_mode=None)


_STREETS: Final = ("街道", "街道办", "街道办事处", "镇", "乡")
_COMMUNITIES: Final = ("社区", "居委会", "村", "村委会")
"""How the names of streets and of the communities below them end."""


_LONGEST_NAME: Final = 3
"""So many characters a person's name has, mostly."""


class _NewComplex(NamedTuple):
    """Where the complex is, and who is its secretary."""

    name: str
    street: str
    community: str
    secretary: str


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
    place = _place(call, name, street, community, secretary)
    wanted = {
        "--branch": branch, "--short-name": short_name, "--type": type_, "--superior": superior,
        "--term": term, "--term-from": term_from,
    }  # fmt: skip
    new = _branch(call, place, wanted, asking=name is None)
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
    path = database_path(call).absolute()
    done(
        call,
        _("The database of {name} is at {path}").format(name=place.name, path=path),
        number=str(path),
        data={"path": str(path), "name": place.name},
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


def _place(
    call: Call, name: str | None, street: str | None, community: str | None, secretary: str | None
) -> _NewComplex:
    """Return where the complex is, asked for on a terminal where its name is missing.

    Raises:
        UsageError: it has no name, or street and community are mixed up.
    """
    place = _NewComplex(
        *map(
            clean,
            answers(
                call,
                [
                    Question(option="--name", text=_("The complex"), given=name),
                    Question(
                        option="--street",
                        text=_("The street"),
                        given=street,
                        optional=True,
                        check=_check_street,
                    ),
                    Question(
                        option="--community",
                        text=_("The community"),
                        given=community,
                        optional=True,
                        check=_check_community,
                    ),
                    Question(
                        option="--secretary",
                        text=_("The secretary"),
                        given=secretary,
                        optional=True,
                    ),
                ],
            ),
        )
    )
    if not place.name:
        raise UsageError(_("The complex has no name."), hint=_("Write it like --name 梅苑小区."))
    _check_levels(place.street, place.community)
    return place


def _check_street(text: str) -> None:
    """Refuse a community where the street was asked for.

    Raises:
        UsageError: it says so itself.
    """
    if text.endswith(_COMMUNITIES):
        raise _no_street(text, _("The community is asked for next; here the street, or Enter."))


def _check_community(text: str) -> None:
    """Refuse a street, or what may be somebody's name, where the community was asked for.

    Raises:
        UsageError: it is one of these.
    """
    if text.endswith(_STREETS):
        raise _no_community(text, _("Write the community, or Enter."))
    if (
        len(text) <= _LONGEST_NAME
        and text[:1] in SURNAMES
        and "区" not in text
        and not text.endswith(_COMMUNITIES)
    ):
        raise UsageError(
            _("“{text}” looks like somebody's name.").format(text=text),
            hint=_("Write the community in full, such as 榕树社区, or Enter."),
        )


def _check_levels(street: str, community: str) -> None:
    """Refuse a community in the street's place, and the other way round.

    Raises:
        UsageError: they say so themselves; the right words are in the hint.
    """
    low, high = street.endswith(_COMMUNITIES), community.endswith(_STREETS)
    if not (low or high):
        return
    right = [
        f"{option} {text}"
        for option, text in (
            ("--street", community if high else "" if low else street),
            ("--community", street if low else "" if high else community),
        )
        if text
    ]
    hint = _("Write: {options}").format(options=" ".join(right))
    raise _no_street(street, hint) if low else _no_community(community, hint)


def _no_street(text: str, hint: str) -> UsageError:
    return UsageError(_("“{text}” is a community, not a street.").format(text=text), hint=hint)


def _no_community(text: str, hint: str) -> UsageError:
    return UsageError(_("“{text}” is a street, not a community.").format(text=text), hint=hint)


def _branch(
    call: Call, place: _NewComplex, wanted: dict[str, str | None], *, asking: bool
) -> NewBranch:
    """Return the branch: what was given, what was answered, else what is usual."""
    clock = clock_of(call.environment.now(), DEFAULT_ZONE, call.environment.said_days)
    usual_name = f"中共{place.street}{place.community}{place.name}支部委员会"
    superior = f"{place.community}党委" if place.community else ""
    types = list(BranchType.labels().values())

    def question(
        option: str,
        text: str,
        default: str = "",
        *,
        choices: list[str] | None = None,
        check: Callable[[str], object] | None = None,
    ) -> Question:
        return Question(
            option=option,
            text=text,
            given=wanted[option],
            default=default,
            choices=choices or [],
            check=check,
            optional=True,
        )

    said = answers(
        call,
        [
            question("--branch", _("The branch's full name"), usual_name),
            question("--short-name", _("Its short name"), f"{place.name}党支部"),
            question("--type", _("Its type"), types[0], choices=types, check=BranchType.read),
            question("--superior", _("Its superior"), superior),
            question("--term", _("Its term in years, 3 or 5"), check=parse_term_years),
            question(
                "--term-from", _("Elected on"), check=lambda text: parse_day(text, clock)
            ),
        ],
        asking=asking,
    )  # fmt: skip
    name, short_name, kind, above, years, begun = (clean(text) for text in said)
    return NewBranch(
        name=name or usual_name,
        short_name=short_name or None,
        type=BranchType.read(kind) if kind else BranchType.REGULAR,
        superior=above or None,
        term_years=parse_term_years(years) if years else None,
        term_from=parse_day(begun, clock).isoformat() if begun else None,
    )
