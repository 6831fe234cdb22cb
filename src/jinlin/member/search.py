"""Where words are looked for around the branch: people, what is offered, what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.core.columns import Personal
from jinlin.core.i18n import N_, _
from jinlin.member.register.people import everybody
from jinlin.output.contribution.searching import Hit, Searched, Shown, Sought, in_columns
from jinlin.store.transaction.tx import Reader


def _people(reader: Reader, sought: Sought) -> tuple[Sequence[Hit], int]:
    people, total = everybody(reader, sought.text, limit=sought.limit)
    found = [
        Hit(
            one.person.label,
            one.person.name,
            personal=Personal.ACTING if one.acting else Personal.NAME,
            aside=_("; ").join(role["name"] for role in one.roles),
        )
        for one in people
    ]
    return found, total


SEARCH: Final = (
    Searched(N_("Person"), _people),
    Searched(
        N_("Service offered"),
        in_columns(
            "offer AS t",
            Shown(number="'T' || t.number", title="t.what", day="t.since"),
            also=("t.who", "t.supplier"),
        ),
    ),
    Searched(
        N_("Purse entry"),
        in_columns(
            "fund_entry AS t",
            Shown(number="'F' || t.number", title="t.purpose", day="t.day"),
            live="1",
            also=("t.counterparty",),
        ),
    ),
)
