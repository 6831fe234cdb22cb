"""Which partners are handed over: those whose agreement is not over, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.days.written import written_short
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.documents.page import Block, Heading, Table
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.output.listing.listed_texts import as_listed
from jinlin.partner.record.partners import PARTNERS
from jinlin.partner.record.waiting import open_promises
from jinlin.store.transaction.tx import Reader


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    left = [one for one in PARTNERS.rows(reader) if one.ended_on is None]
    promised = open_promises(reader)
    blocks: list[Block] = []
    if left:
        agreed = tuple(
            (
                one.label,
                one.name,
                written_short(one.agreement_on),
                written_short(one.agreement_until),
                yuan(one.received) if one.received else "",
            )
            for one in left
        )
        headings = (
            _("Number"), _("Partner"), _("Agreement of"), _("Agreement until"),
            _("Money received (yuan)"),
        )  # fmt: skip
        blocks += (
            Heading(_("Partners")),
            Table(headings, agreed, numeric=(False, False, False, False, True)),
        )
    if promised:
        whats = as_listed(reader, (one.what for one in promised))
        to_come = tuple(
            (
                one.label,
                one.partner,
                whats[one.what],
                yuan(one.amount) if one.amount else "",
                written_short(one.due_on),
            )
            for one in promised
        )
        headings = (
            _("Number"), _("Partner"), _("What is given"), _("Amount (yuan)"), _("To come by"),
        )  # fmt: skip
        blocks += (
            Heading(_("What partners promised and is to come")),
            Table(headings, to_come, numeric=(False, False, False, True, False)),
        )
    yield HandoverPart(
        24,
        data={
            "partners": [one.label for one in left],
            "promises": [one.label for one in promised],
        },
        blocks=tuple(blocks),
    )


SHARE: Final = HandoverShare(registers={"partner": N_("partners")}, parts=_parts)
