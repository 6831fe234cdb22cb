"""What the log can be asked for."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.listing.filter import Filter, FilterTerm, each, having, moments

LOG: Final = Filter(
    (
        *moments("e.at"),
        FilterTerm("by", N_("Only what this person did."), N_("WHO"), where=having("e.user")),
        FilterTerm(
            "text", N_("Words in what was done: numbers, names."), N_("TEXT"),
            where=each(
                "EXISTS (SELECT 1 FROM json_each(e.did, '$.values') AS v"
                " WHERE instr(lower(v.value), lower(?)))"
            ),
        ),
    )
)  # fmt: skip
