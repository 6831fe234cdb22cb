"""`jinlin member id`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean
from jinlin.member.commands.people.shared import AnyWho
from jinlin.member.rules.party import Sex
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.person.people.identity import checked_id, drop_id, identity_of, keep_id
from jinlin.store.command.command import reading, writing

ID_NUMBER: Final = WordKind("id number", N_("NUMBER"), clean)


def id_(
    call: Call,
    who: AnyWho,
    number: Annotated[str | None, ID_NUMBER.option(help=N_("The ID number to record."))] = None,
    purpose: Annotated[str | None, TEXT.option(help=N_("What it is needed for."))] = None,
    override: Annotated[
        str | None, TEXT.option(help=N_("Why a wrong check digit is right."))
    ] = None,
    remove: Annotated[
        bool, flag("--remove", help=N_("Take the number out; it is no longer needed."))
    ] = False,
) -> None:
    if remove and number is not None:
        raise UsageError(
            _("--number and --remove exclude each other."), hint=_("Choose one of the two.")
        )
    if number is None and not remove:
        if purpose is not None or override is not None:
            raise UsageError(
                _("Which id number is meant?"), hint=_("Write it: --number 11010519491231002X")
            )
        _show(call, who)
        return
    with writing(call) as tx:
        person = find_person(tx, who)
        if number is None:
            drop_id(tx, person)
        else:
            today = tx.clock.today.isoformat()
            checked = checked_id(number, purpose=purpose, override=override, today=today)
            keep_id(tx, person, checked, purpose=purpose or "", override=override)
        kept = identity_of(tx, person)
    text = (
        _("The id number of {number} {name} is recorded: born {birth}.")
        if kept.number
        else _("The id number of {number} {name} is removed.")
    )
    done(
        call,
        text.format(number=person.label, name=person.name, birth=kept.birth_on),
        number=person.label,
        data={"number": person.label, "birth_on": kept.birth_on, "sex": kept.sex},
    )


def _show(call: Call, who: str) -> None:
    """Show what is kept; the number masked."""
    with reading(call) as reader:
        person = find_person(reader, who)
        kept = identity_of(reader, person)
    show(
        call,
        Listing(
            key="identity",
            title=_("Identity"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name")),
                Column(key="id_number", heading=_("Id number"), personal=Personal.ID),
                Column(key="birth_on", heading=_("Birthday"), kind=Kind.DATE),
                Column(key="sex", heading=_("Sex"), labels=Sex.labels()),
                Column(key="purpose", heading=_("Purpose of the id"), personal=Personal.TEXT),
                Column(key="override", heading=_("Reason for the id")),
            ),
            rows=[
                (
                    person.label, person.name, kept.number, kept.birth_on, kept.sex, kept.purpose,
                    kept.override,
                )
            ],
        ),
    )  # fmt: skip
