"""`jinlin meeting resolutions`: the register of resolutions, or major matters step by step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.meeting.chain.steps import Chain
from jinlin.meeting.chain.threads import chains
from jinlin.meeting.commands.after.chain_listing import chain_listing
from jinlin.meeting.commands.after.resolution_listing import resolution_listing
from jinlin.meeting.record import resolution_register
from jinlin.meeting.record.filters import RESOLUTIONS
from jinlin.meeting.record.ties import ToldOutside
from jinlin.output.command.kind import flag
from jinlin.output.contribution.rooms import contributed
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import rows_wanted
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def resolutions(
    call: Call,
    chain: Annotated[
        bool, flag("--chain", help=N_("Major matters step by step, with what is missing."))
    ] = False,
    public: Annotated[
        bool, flag("--public", help=N_("The steps as they may hang, by days instead of numbers."))
    ] = False,
    *,
    asked: FilterWords,
) -> None:
    if public and not chain:
        raise UsageError(
            _("Only the steps of major matters are shown as they may hang."),
            hint=_("Type: jinlin meeting resolutions --chain --public"),
        )
    with reading(call) as reader:
        where = RESOLUTIONS.condition(reader, asked)
        limit = 0 if chain else rows_wanted(call)
        rows, total = resolution_register.resolutions(reader, where, limit=limit)
        if not chain:
            listing = resolution_listing(rows, total)
        else:
            found = [*_chains(reader, {row.label for row in rows} if asked else None)]
            shown = _outside(reader, found) if public else found
            listing = chain_listing(shown, public=public)
    show(call, listing)


def _chains(reader: Reader, wanted: set[str] | None) -> Iterator[Chain]:
    """Yield works and matters; where some resolutions are asked for, the matters they belong to."""
    if wanted is None:
        for room in contributed("chains"):
            yield from room.chains(reader)
    for one in chains(reader):
        if wanted is None or not wanted.isdisjoint(one.labels):
            yield one


def _outside(reader: Reader, found: list[Chain]) -> list[Chain]:
    """Return major matters in words that may hang."""
    texts = ToldOutside(reader).texts((one.number, one.text) for one in found)
    return [one._replace(text=text) for one, text in zip(found, texts, strict=True)]
