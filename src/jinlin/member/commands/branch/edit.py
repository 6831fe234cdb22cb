"""`jinlin branch show` and `edit`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

import typer

from jinlin.core.clock import Clock, parse_day
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.member import own_branch
from jinlin.member.branch import groups, venue
from jinlin.member.branch.profile import edit_branch
from jinlin.member.fund import queries
from jinlin.member.fund.queries import PurseRow
from jinlin.member.own_branch import BranchRow, Holder
from jinlin.member.register.voters import Needed, electorate
from jinlin.member.rules.branch import (
    FIELD_LABELS,
    BranchType,
    Roll,
    cautions,
    parse_term_years,
    reelection,
)
from jinlin.member.rules.party_days import parse_party_day
from jinlin.member.rules.purses import Purse
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.command.command import reading, writing


def show_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        known = own_branch.branch(reader)
        holders = own_branch.holders(reader)
        roll = own_branch.roll(reader)
        votes = electorate(reader, on=reader.clock.today).needed
        items = venue.items(reader)
        known_groups = groups.groups(reader)
        purses = queries.purses(reader)
        today = reader.clock.today
    fields = [
        *_profile(known),
        *_people(holders, roll, votes),
        (Column(key="groups", heading=_("Party groups"), kind=Kind.INTEGER), len(known_groups)),
        (
            Column(key="venue", heading=_("Venue")),
            f"{sum(item.met for item in items)}/{len(items)}",
        ),
    ]
    show(
        call,
        Record.of(
            title=known.short_name or known.name,
            fields=fields,
            listings=tuple(_purses(purses)),
            notes=tuple(_notes(known, roll, holders, today)),
        ),
    )


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
        told = list(_cautions(now, own_branch.roll(tx), own_branch.holders(tx)))
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


def _profile(known: BranchRow) -> Iterator[tuple[Column, Any]]:
    labels = BranchType.labels()
    for key, kind in (
        ("name", Kind.TEXT), ("short_name", Kind.TEXT), ("type", Kind.TEXT),
        ("superior", Kind.TEXT), ("overlay_permission", Kind.TEXT), ("founded_on", Kind.DATE),
        ("term_years", Kind.INTEGER), ("term_from", Kind.DATE), ("term_to", Kind.DATE),
    ):  # fmt: skip
        column = Column(key=key, heading=_(FIELD_LABELS[key]), kind=kind)
        value = getattr(known, key)
        yield (column._replace(labels=labels), value.value) if key == "type" else (column, value)


def _people(
    holders: list[Holder], roll: Roll, votes: Needed | None
) -> Iterator[tuple[Column, Any]]:
    def named(*titles: str) -> str | None:
        return "、".join(h.name for h in holders if h.title in titles) or None

    yield Column(key="secretary", heading=_("Secretary")), named("书记")
    yield Column(key="deputy_secretary", heading=_("Deputy secretary")), named("副书记")
    others = [f"{h.name}（{h.title}）" for h in holders if h.title not in {"书记", "副书记"}]
    yield Column(key="committee", heading=_("Committee members")), "、".join(others) or None
    yield _number("full", _("Full members")), roll.full
    yield _number("probationary", _("Probationary members")), roll.probationary
    yield _number("voters", _("May vote here")), votes.entitled if votes else 0
    yield (
        _number("expected_voters", _("Of these expected")),
        votes.should_attend if votes else 0,
    )
    yield _number("reported_in", _("Reported in")), roll.reported_in


def _number(key: str, heading: str) -> Column:
    return Column(key=key, heading=heading, kind=Kind.INTEGER)


def _purses(purses: list[PurseRow]) -> Iterator[Listing]:
    used = [row for row in purses if row.entries]
    yield Listing(
        key="purses",
        title=_("Purses"),
        columns=(
            Column(
                key="purse",
                heading=_("Purse"),
                labels=Purse.labels(),
            ),
            Column(key="balance_fen", heading=_("Balance (yuan)"), kind=Kind.MONEY),
            _number("undisclosed", _("Not disclosed")),
        ),
        rows=[(row.purse.value, row.balance, row.undisclosed) for row in used],
        empty=_("No money is entered yet: jinlin branch fund income"),
    )


def _notes(known: BranchRow, roll: Roll, holders: list[Holder], today: date) -> Iterator[str]:
    due = reelection(known.ends, today)
    if due is not None:
        yield due.text()
    if known.term_to is None:
        yield _("The end of the term is not known: jinlin branch edit --term 3 --term-from DATE")
    yield from _cautions(known, roll, holders)


def _cautions(known: BranchRow, roll: Roll, holders: list[Holder]) -> Iterator[str]:
    """Say what the branch's type means for it, and what does not go with the regulation."""
    if known.type is BranchType.OVERLAY and known.overlay_permission is not None:
        yield _("By the superior's permission it may do more than overlay branches usually do.")
    for caution in cautions(
        known.type, roll, permission=known.overlay_permission, committee=len(holders)
    ):
        yield caution.text()
