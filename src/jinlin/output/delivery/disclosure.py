"""Personal data into a file: how many people it tells of is said first, and the log keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from jinlin.core.call import Call
from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import _
from jinlin.output.asking import confirm
from jinlin.output.delivery.files import check_free
from jinlin.output.delivery.saving import once_saved
from jinlin.output.listing.listing import Listing, Record
from jinlin.store.command.unmasking import log_unmasking

WARNED_FROM: Final = 25
LOUDLY_FROM: Final = 250
"""Half of what makes unlawful passing on a crime, as it counts for who got the data on duty (法释
〔2017〕10号 art. 5)."""
_NAMES: Final = (Personal.NAME, Personal.ACTING)


@contextmanager
def disclosed(call: Call, target: str, persons: int) -> Iterator[Call]:
    """Ask before personal data goes into a file in full; written in the block, it is in the log.

    Where the file cannot be written the log keeps no line, and where the log can keep none the
    file is taken away again.

    Args:
        call: the command.
        target: the file as it was typed.
        persons: of how many people it tells.

    Raises:
        UsageError: nobody can be asked, or it is a rehearsal.
        FileError: the file exists and `--force` was not given.
        KeyboardInterrupt: she does not agree.
    """
    path = check_free(call, target)
    if persons:
        confirm_file(call, path.name, persons)
    with once_saved(call) as held:
        yield held
        log_unmasking(call, file=path.name, persons=persons)


def confirm_file(call: Call, name: str, persons: int) -> None:
    """Go on only when the user agrees that a file will tell of so many people.

    Raises:
        UsageError: nobody can be asked.
        KeyboardInterrupt: she does not agree.
    """
    if persons >= LOUDLY_FROM:
        call.environment.tell(
            _(
                "WARNING: this is nearly everybody's data. Passing on 250 such records that one got"
                " on duty may be a crime (法释〔2017〕10号 art. 5). Never give it to traders,"
                " decorators or brokers; ask the residents first."
            )
        )
    elif persons >= WARNED_FROM:
        call.environment.tell(
            _(
                "Mind: more than {count} people. Give it only to those who need it for their task,"
                " and only the columns they need (--fields), or masked."
            ).format(count=WARNED_FROM - 1)
        )
    confirm(
        call,
        _("{path} will hold personal data, unmasked; people: {persons}.").format(
            path=name, persons=persons
        ),
    )


def tell_of_keeping(call: Call) -> None:
    """Say what becomes of a file with personal data."""
    call.tell(_("Whoever has this file has the data: delete it when it has done its service."))


def settled(what: Listing | Record) -> Listing | Record:
    """Return a listing or a record whose rows can be read more than once."""
    if isinstance(what, Listing):
        return what._replace(rows=[tuple(row) for row in what.rows])
    return what._replace(
        listings=tuple(one._replace(rows=[tuple(row) for row in one.rows]) for one in what.listings)
    )


def people_in(what: Listing | Record) -> int:
    """Return how many people a listing or a record tells of, so far as they can be told apart.

    Args:
        what: settled; its rows are read.
    """
    if isinstance(what, Listing):
        return len({one for row in what.rows for one in _people(what.columns, tuple(row))})
    return len(
        {
            *_people(what.columns, tuple(what.values)),
            *(
                one
                for x in what.listings
                for row in x.rows
                for one in _people(x.columns, tuple(row))
            ),
        }
    )


def _people(columns: tuple[Column, ...], row: tuple[Any, ...]) -> Iterator[tuple[object, ...]]:
    """Return the people of one row: a name with the phone beside it, or a phone alone."""
    told = [
        (c.personal, value)
        for c, value in zip(columns, row, strict=True)
        if c.personal not in {None, Personal.TEXT} and value
    ]
    beside = tuple(value for what, value in told if what not in _NAMES)
    names = [value for what, value in told if what in _NAMES]
    for name in names:
        if isinstance(name, str):
            yield (name, *beside)
        else:
            yield from ((item.get("name"), item.get("phone")) for item in name)
    if beside and not names:
        yield beside
