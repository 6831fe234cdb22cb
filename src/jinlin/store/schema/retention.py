"""What stays of a person who is forgotten (retention), and what ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

FORGOTTEN: Final = "已删除"
"""The name of somebody who was forgotten."""


class AtHome(NamedTuple):
    """Rows that tell of a home, and so of whoever lives there alone.

    Attributes:
        named: the column that says of whom a row tells: who consented, who was met; None where
            none does.
        dated: the column with the day of which it tells.
        emptied: the columns that go with that person.
    """

    named: str | None
    dated: str
    emptied: tuple[str, ...]


AT_HOME: Final[Mapping[str, AtHome]] = {
    "care": AtHome("consent_by", "consent_on", ("tag", "consent_by", "note")),
    "visit": AtHome("met", "visited_on", ("met", "purpose", "result", "next_on")),
    "survey_paper": AtHome(None, "said_on", ("answers",)),
}
"""Tables of a home. A tag ends with its consent; visits and papers are still counted."""


COUNTED: Final[Mapping[str, frozenset[str]]] = {
    "ownership": frozenset({"share"}),
    "member": frozenset({"party_state", "affiliation", "standing"}),
}
"""Columns that stay when a person is forgotten: reports count by them, and they name nobody."""


KEPT: Final = frozenset({"fund_entry", "elevator_entry", "elevator_account"})
"""Tables that stay as they are when a person is forgotten: accounts must be kept (会计法 23)."""


ENDED: Final = frozenset({"care", "field_value"})
"""Tables whose rows end when a person is forgotten; elsewhere a row is still counted."""
