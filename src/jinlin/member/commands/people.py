"""`jinlin member find`, `duplicates`, `merge` and `forget`: people, members or not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

import typer

from jinlin.complex.people import find_person
from jinlin.core.call import Call
from jinlin.core.columns import Column, Personal
from jinlin.core.errors import NotFoundError, StoreError
from jinlin.core.i18n import N_, _
from jinlin.member.duplicates import REASON_LABELS, duplicates
from jinlin.member.everybody import everybody
from jinlin.output.asking import confirm
from jinlin.output.grammar import called
from jinlin.output.listing import Listing, rows_wanted
from jinlin.output.masking import masked
from jinlin.output.show import done, show, tell
from jinlin.person.forgetting import Forgetting, forget, survey
from jinlin.person.merging import Merge, merge, plan
from jinlin.person.queries import PersonRow
from jinlin.person.table_names import table_name
from jinlin.store.command import reading, writing
from jinlin.store.forgetting import pack
from jinlin.store.kept import FOLDER

Who = Annotated[
    str,
    typer.Argument(metavar=_("WHO"), help=_("A name, name@building, P12, a phone's end, zmh.")),
]


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
                Column(key="name", heading=_("Name")),
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
        tell(call, line)
    confirm(
        call,
        _("{gone} becomes one with {kept}.").format(gone=_named(gone), kept=_named(kept)),
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


def forget_(ctx: typer.Context, who: Who) -> None:
    call = called(ctx)
    with reading(call) as reader:
        person = find_person(reader, who)
        planned = survey(reader, person)
        path = reader.path
    for line in _forget_lines(BEFORE, person, planned):
        tell(call, line)
    confirm(
        call,
        _("What is kept of {person} is deleted for good; no undo brings it back.").format(
            person=_named(person)
        ),
    )
    with writing(call) as tx:
        told = forget(tx, person)
    if not call.dry_run:
        _pack(path, person)
        for line in _forget_lines(AFTER, person, told):
            tell(call, line)
    done(
        call,
        _("{number} was forgotten. The number stays, and everything is still counted.").format(
            number=person.label
        ),
        number=person.label,
        data={
            "number": person.label,
            "own": dict(told.own),
            "named": dict(told.named),
            "left": sum(told.left.values()),
            "left_in": dict(told.left),
            "kept": dict(told.kept),
            "history": told.changes,
            "entries": told.entries,
            "backups": sorted((*told.copies.holding, *told.copies.perhaps)),
            "backups_unread": list(told.copies.perhaps),
        },
    )


def _pack(path: Path, person: PersonRow) -> None:
    """Write the file anew without the pages that were given up.

    Raises:
        StoreError: it cannot be done; what was kept of the person is overwritten all the same.
    """
    try:
        pack(path)
    except StoreError as error:
        raise StoreError(
            _("{number} was forgotten and saved; only writing the file anew did not work.").format(
                number=person.label
            ),
            hint=_("Nothing need be repeated; free some space before the next command."),
            detail=error.detail or error.message,
        ) from error


def _name(call: Call, person: PersonRow, *, acting: bool) -> str:
    """Return the name as a list may show it; who acts in a post is named."""
    return person.name if acting or call.unmask else masked(person.name, Personal.NAME)


def _named(person: PersonRow) -> str:
    """Return how a question names the person it is about."""
    phone = f" {masked(person.phone, Personal.PHONE)}" if person.phone else ""
    return f"{person.label} {person.name}{phone}"


def _merge_lines(gone: PersonRow, kept: PersonRow, planned: Merge) -> list[str]:
    lines = [
        _("{gone} is given up, {kept} stays.").format(gone=_named(gone), kept=_named(kept)),
        _("Goes over: {what}").format(what=_counts(planned.moved)) if planned.moved else "",
        _("Both have it, one stays: {what}").format(what=_counts(planned.doubled))
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


def _forget_lines(said: Mapping[str, str], person: PersonRow, planned: Forgetting) -> list[str]:
    """Return what is deleted, what stays, and where else to look, before it or after it."""
    names = _(", ")
    words = {
        "own": _counts(planned.own),
        "named": _counts(planned.named),
        "history": planned.changes,
        "left": _counts(planned.left),
        "kept": _counts(planned.kept),
        "holding": names.join(planned.copies.holding),
        "perhaps": names.join(planned.copies.perhaps),
        "elsewhere": FOLDER,
    }
    return [
        _(text).format(
            person=person.label if said is AFTER else _named(person),
            what=words[key],
            entries=planned.entries,
        )
        for key, text in said.items()
        if words[key]
    ]


_STAYING: Final[Mapping[str, str]] = {
    "left": N_("A namesake may be meant, so these stay; look yourself: {what}"),
    "kept": N_(
        "The person's name, phone or id stays in: {what}. Accounts, the sentences of the log and"
        " filed papers are not rewritten."
    ),
    "holding": N_("These backups still hold the person; delete them yourself: {what}"),
    "perhaps": N_("These may hold the person, nobody can look inside; decide yourself: {what}"),
    "elsewhere": N_(
        "Only the folder {what} was searched. Copies elsewhere (papers, exports, handover files,"
        " USB sticks) are yours to delete."
    ),
}
BEFORE: Final[Mapping[str, str]] = {
    "own": N_("To be deleted of {person}: {what}"),
    "named": N_("Name, phone or id will be taken out of: {what}"),
    "history": N_(
        "Values to be deleted from the history: {what}; commands that can then no longer be"
        " undone: {entries}."
    ),
    **_STAYING,
}
"""What is said before somebody is forgotten, by what it is about."""
AFTER: Final[Mapping[str, str]] = {
    "own": N_("Deleted of {person}: {what}"),
    "named": N_("Name, phone or id was taken out of: {what}"),
    "history": N_(
        "Values deleted from the history: {what}; commands that can no longer be undone: {entries}."
    ),
    **_STAYING,
}
"""What is said afterwards."""


def _counts(counts: Mapping[str, int]) -> str:
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
