"""The three carriages (三驾马车, 1+3+N): how many seats their bodies have, and who N are.

What N stands for differs from street to street, so that nothing holds until somebody says it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.member.rules.cross_posting import MANAGES, Seat
from jinlin.member.rules.posts import Body
from jinlin.store.transaction.tx import Reader

SEATS: Final[Mapping[Body, str]] = {
    Body.OWNERS_COMMITTEE: N_("owners_committee_seats"),
    Body.SUPERVISORY_BOARD: N_("supervisory_board_seats"),
}
"""The settings that say how many seats a body has."""
OTHERS: Final = N_("others_pulling")
"""The setting that says who N are in 1+3+N."""


def seats(reader: Reader) -> dict[Body, int]:
    """Return how many seats bodies have, those of which somebody said it."""
    rows = reader.rows(
        "SELECT key, value FROM setting WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps([*SEATS.values()]),),
    )
    said = {row["key"]: int(row["value"]) for row in rows}
    return {body: said[key] for body, key in SEATS.items() if key in said}


def one_three_n(held: Iterable[Seat], sizes: Mapping[Body, int], others: str | None) -> str:
    """Return 1+3+N in one line: the branch, the three carriages, and who pulls beside them.

    Args:
        held: who sits where.
        sizes: how many seats bodies have.
        others: who N are; None where nobody said.
    """
    where = [(seat.body, seat.person_id) for seat in held]

    def people(*bodies: Body) -> int:
        return len({person for body, person in where if body in bodies})

    def told(body: Body) -> str:
        size = sizes.get(body)
        text = _("{body} {people}") if size is None else _("{body} {people} of {seats}")
        return text.format(body=body.label, people=people(body), seats=size)

    managing = _("{body} {people}").format(
        body=Body.PROPERTY_COMPANY.label, people=people(*MANAGES)
    )
    three = (told(Body.OWNERS_COMMITTEE), told(Body.SUPERVISORY_BOARD), managing)
    return " + ".join((told(Body.BRANCH), _(", ").join(three), others or "N"))
