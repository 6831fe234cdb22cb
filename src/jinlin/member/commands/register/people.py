"""`jinlin member find`, `duplicates` and `merge`: people, members or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final

import typer

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.columns import Column, Personal
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.member.register.duplicates import REASON_LABELS, duplicates
from jinlin.member.register.people import everybody
from jinlin.output.asking import confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.person.merging.merging import Merge, merge, plan
from jinlin.person.people.queries import PersonRow
from jinlin.person.references.table_names import table_name
from jinlin.store.command.command import reading, writing


def find(
    ctx: typer.Context,
    text: Annotated[
        str,
        typer.Argument(
            metavar=_("TEXT"),
            help=_("A name or part of one, a home, a phone's end, pinyin, initials."),
        ),
    ],
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        found, total = everybody(reader, text, limit=rows_wanted(call))
    if not total:
        raise NotFoundError(
            _("“{text}” finds nobody.").format(text=text),
            hint=_("Try a part of the name, the room, the last four digits of the phone, or zmh."),
        )
    show(
        call,
        Listing(
            key="people",
            title=_("People"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name"), personal=Personal.ACTING),
                Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="roles", heading=_("What they are")),
            ),
            rows=[
                (f.person.label, _name(call, f.person, acting=f.acting), f.person.phone, f.roles)
                for f in found
            ],
            total=total,
        ),
    )


def duplicates_(ctx: typer.Context) -> None:
    call = called(ctx)
    with reading(call) as reader:
        found = duplicates(reader)
    labels = {reason.word: _(label) for reason, label in REASON_LABELS.items()}
    wanted = rows_wanted(call)
    notes: tuple[str, ...] = ()
    if found:
        first = found[0]
        notes = (
            _("If two are one person: jinlin member merge {other} {kept}").format(
                other=first.other.label, kept=first.kept.label
            ),
        )
    show(
        call,
        Listing(
            key="duplicates",
            title=_("Who may be recorded twice"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name"), personal=Personal.NAME),
                Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="other_number", heading=_("The other")),
                Column(key="other_name", heading=_("Name"), personal=Personal.NAME),
                Column(key="other_phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="reason", heading=_("Reason"), labels=labels),
            ),
            rows=[
                (
                    pair.kept.label, pair.kept.name, pair.kept.phone,
                    pair.other.label, pair.other.name, pair.other.phone, pair.reasons[0].word,
                )
                for pair in (found[:wanted] if wanted else found)
            ],
            total=len(found),
            empty=_("Nobody seems to be recorded twice."),
            notes=notes,
        ),
    )  # fmt: skip


def merge_(
    ctx: typer.Context,
    who: Annotated[
        str, typer.Argument(metavar=_("WHO"), help=_("The record that is given up: P12."))
    ],
    into: Annotated[str, typer.Argument(metavar=_("INTO"), help=_("The record that stays: P7."))],
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        gone, kept = find_person(reader, who), find_person(reader, into)
        planned = plan(reader, gone, kept)
    for line in _merge_lines(gone, kept, planned):
        call.tell(line)
    confirm(
        call,
        _("{gone} becomes one with {kept}.").format(gone=named(gone), kept=named(kept)),
    )
    with writing(call) as tx:
        merge(tx, gone, kept)
    done(
        call,
        _("{gone} and {kept} are one person now: {number}. To take it back: jinlin undo").format(
            gone=gone.label, kept=kept.label, number=kept.label
        ),
        number=kept.label,
        data={
            "number": kept.label,
            "merged": gone.label,
            "moved": dict(planned.moved),
            "doubled": dict(planned.doubled),
            "filled": list(planned.filled),
        },
    )


def _name(call: Call, person: PersonRow, *, acting: bool) -> str:
    """Return the name as a list may show it; who acts in a post is named."""
    return person.name if acting or call.unmask else masked(person.name, Personal.NAME)


def named(person: PersonRow) -> str:
    """Return how a question names the person it is about."""
    phone = f" {masked(person.phone, Personal.PHONE)}" if person.phone else ""
    return f"{person.label} {person.name}{phone}"


def _merge_lines(gone: PersonRow, kept: PersonRow, planned: Merge) -> list[str]:
    lines = [
        _("{gone} is given up, {kept} stays.").format(gone=named(gone), kept=named(kept)),
        _("Goes over: {what}").format(what=counted(planned.moved)) if planned.moved else "",
        _("Both have it, one stays: {what}").format(what=counted(planned.doubled))
        if planned.doubled
        else "",
        _("Taken over: {fields}").format(fields=_fields(planned.filled)) if planned.filled else "",
        _("Differs; that of {kept} stays: {fields}").format(
            kept=kept.label, fields=_fields(planned.stays)
        )
        if planned.stays
        else "",
    ]
    return [line for line in lines if line]


def counted(counts: Mapping[str, int]) -> str:
    """Return how many rows of which tables, as people call them."""
    return _(", ").join(f"{table_name(table)} {count}" for table, count in counts.items())


def _fields(names: tuple[str, ...]) -> str:
    return _(", ").join(_(FIELDS[name]) for name in names)


FIELDS: Final[Mapping[str, str]] = {
    "name": N_("Name"),
    "phone": N_("Phone"),
    "other_phone": N_("Other phone"),
    "id_number": N_("Id number"),
    "id_purpose": N_("Purpose of the id"),
    "id_override": N_("Reason for the id"),
    "birth_on": N_("Birthday"),
    "sex": N_("Sex"),
    "note": N_("Remark"),
}
"""What people call the columns of the people table."""
