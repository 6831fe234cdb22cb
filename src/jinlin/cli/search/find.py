"""`jinlin find`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Final, NamedTuple

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.core.text import folded
from jinlin.output.command.grammar import PersonalListingCommand
from jinlin.output.command.kinds import TEXT
from jinlin.output.command.verb import taking_call
from jinlin.output.contribution.rooms import contributed
from jinlin.output.contribution.searching import Hit, Searched, Sought
from jinlin.output.delivery.show import show
from jinlin.output.listing.discretion import not_public
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.output.listing.values import masked
from jinlin.store.command.command import reading

EACH: Final = 8
"""So many of each kind stand on a screen."""
_SHORTEST_INITIALS: Final = 2
_ISO_DAY: Final = 10


app = typer.Typer(add_completion=False, rich_markup_mode=None)


class _FoundLine(NamedTuple):
    """One line of the listing."""

    kind: str
    number: str
    text: str
    day: date | None
    opened: bool


def find(
    call: Call,
    text: Annotated[
        str,
        TEXT.argument(
            help=N_("Words, a name, a home, a phone's end, or the first letters of their pinyin.")
        ),
    ],
) -> None:
    sought = _sought(call, text)
    rows: list[_FoundLine] = []
    more: list[tuple[str, int]] = []
    total = 0
    with reading(call) as reader:
        for part in (part for room in contributed("search") for part in room.SEARCH):
            found, count = part.ask(reader, sought)
            total += count
            rows += (_row(call, reader.clock, part, one) for one in found)
            if count > len(found):
                more.append((_(part.kind), count - len(found)))
    if not total:
        raise NotFoundError(
            _("“{text}” is found nowhere.").format(text=text),
            hint=_("Try fewer words or a part of one; a home like 3-1-502; initials like ldbl."),
        )
    cells: tuple[Cell[_FoundLine], ...] = (
        Cell("kind", _("What it is")),
        Cell("number", _("Number")),
        Cell("text", _("Text"), personal=Personal.TEXT),
        Cell("day", _("Date"), kind=Kind.DATE),
    )
    title = _("Found for “{text}”").format(text=text)
    notes = tuple(_notes(rows, more))
    show(call, Listing.of("found", title, cells, rows, notes=notes))


app.command(
    "find", cls=PersonalListingCommand, help=N_("Find anything: words, people, homes, numbers.")
)(taking_call(find, PersonalListingCommand))


def _sought(call: Call, text: str) -> Sought:
    """Return what is looked for; letters alone may be initials."""
    said = folded(text)
    letters = said.lower().replace(" ", "")
    initials = letters.isascii() and letters.isalpha() and len(letters) >= _SHORTEST_INITIALS
    wanted = rows_wanted(call)
    return Sought(
        text=text,
        words=said.split(),
        letters=letters if initials else None,
        limit=EACH if wanted and call.limit is None else wanted,
    )


def _row(call: Call, clock: Clock, part: Searched, found: Hit) -> _FoundLine:
    named = call.unmask or found.personal is not Personal.NAME
    text = found.text if named else masked(found.text, found.personal)
    text = not_public(text) if found.private else text
    return _FoundLine(
        kind=_(part.kind),
        number=found.number,
        text=_("{text} ({aside})").format(text=text, aside=found.aside) if found.aside else text,
        day=_day(clock, found.day),
        opened=part.opened,
    )


def _day(clock: Clock, kept: str | None) -> date | None:
    """Return the civil day of a day or a moment as it is kept."""
    if kept is None:
        return None
    return date.fromisoformat(kept) if len(kept) == _ISO_DAY else clock.local(kept).date()


def _notes(rows: Sequence[_FoundLine], more: Sequence[tuple[str, int]]) -> Iterator[str]:
    if more:
        told = _(", ").join(_("{kind} {count}").format(kind=kind, count=n) for kind, n in more)
        yield _("Not shown: {told}. All of them: add --limit all").format(told=told)
    number = next((row.number for row in rows if row.opened), None)
    if number:
        yield _("To look at one: jinlin {number}").format(number=number)
