"""`jinlin member find`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Personal
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.member.register.people import everybody
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import reading


def find(
    call: Call,
    text: Annotated[
        str,
        TEXT.argument(help=N_("A name or part of one, a home, a phone's end, pinyin, initials.")),
    ],
) -> None:
    with reading(call) as reader:
        found, total = everybody(reader, text, limit=rows_wanted(call))
    if not total:
        raise NotFoundError(
            _("“{text}” finds nobody.").format(text=text),
            hint=_("Try a part of the name, the room, the last four digits of the phone, or zmh."),
        )
    show(
        call,
        Listing.of(
            "people",
            _("People"),
            (
                Cell("number", _("Number"), "person.label"),
                Cell(
                    "name",
                    _("Name"),
                    lambda f: _name(call, f.person, acting=f.acting),
                    personal=Personal.ACTING,
                ),
                Cell("phone", _("Phone"), "person.phone", personal=Personal.PHONE),
                Cell("roles", _("What they are")),
            ),
            found,
            total=total,
        ),
    )


def _name(call: Call, person: PersonRow, *, acting: bool) -> str:
    """Return the name as a list may show it; who acts in a post is named."""
    return person.name if acting or call.unmask else masked(person.name, Personal.NAME)
