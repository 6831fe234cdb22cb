"""`jinlin branch edit`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from jinlin.core.clock import Clock, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member import own_branch
from jinlin.member.branch.profile import edit_branch
from jinlin.member.commands.branch.show import cautions_told
from jinlin.member.rules.branch import (
    FIELD_LABELS,
    BranchType,
    parse_term_years,
)
from jinlin.member.rules.party_days import parse_party_day
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing


def edit(
    ctx: typer.Context,
    name: Annotated[
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
    founded: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The day or month it was founded."))
    ] = None,
    term: Annotated[
        str | None, typer.Option(metavar=_("YEARS"), help=_("Its term: 3 or 5 years."))
    ] = None,
    term_from: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("The day it was elected."))
    ] = None,
    term_to: Annotated[
        str | None,
        typer.Option(metavar=_("DATE"), help=_("The end of its term, if it is another day.")),
    ] = None,
    permission: Annotated[
        str | None,
        typer.Option(
            metavar=_("TEXT"), help=_("What the superior allows an overlay branch, in its words.")
        ),
    ] = None,
) -> None:
    call = called(ctx)
    words = {
        "name": name, "short_name": short_name, "type": type_, "superior": superior,
        "founded_on": founded, "term_years": term, "term_from": term_from, "term_to": term_to,
        "overlay_permission": permission,
    }  # fmt: skip
    if all(word is None for word in words.values()):
        raise UsageError(
            _("Nothing to change was named."),
            hint=_("For example: jinlin branch edit --term 3 --term-from 2024-06-18"),
        )
    with writing(call) as tx:
        changes = _read(words, tx.clock)
        now = edit_branch(tx, changes)
        told = list(cautions_told(now, own_branch.roll(tx), own_branch.holders(tx)))
    text = _("The branch was changed: {fields}.").format(
        fields=_(", ").join(_(FIELD_LABELS[field]) for field in changes)
    )
    if now.term_to and {"term_from", "term_years", "term_to"} & changes.keys():
        text += _(" Its term ends on {day}.").format(day=now.term_to)
    done(call, text, data={"changed": sorted(changes), "term_to": now.term_to})
    if {"type", "overlay_permission"} & changes.keys():
        for caution in told:
            call.tell(caution)


def _read(words: Mapping[str, str | None], clock: Clock) -> dict[str, str | int | None]:
    """Return the values that were given; an empty one clears its field, where that is possible."""
    values: dict[str, str | int | None] = {}
    for field, text in words.items():
        if text is None:
            continue
        said = clean(text)
        if not said and field in {"name", "type"}:
            raise UsageError(
                _("The branch needs its {field}.").format(field=_(FIELD_LABELS[field])),
                hint=_("See: jinlin branch show"),
            )
        values[field] = _value(field, said, clock) if said else None
    return values


def _value(field: str, said: str, clock: Clock) -> str | int:
    match field:
        case "type":
            return BranchType.read(said).value
        case "term_years":
            return parse_term_years(said)
        case "founded_on":
            return parse_party_day(said, clock)
        case "term_from":
            return parse_day(said, clock).isoformat()
        case "term_to":
            return parse_day(said, clock, planned=True).isoformat()
    return said
