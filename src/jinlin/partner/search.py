"""Where words are looked for among partners: who they are, and what they gave."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.searching import Searched, Shown, in_columns

SEARCH: Final = (
    Searched(
        N_("Partner"),
        in_columns(
            "partner AS t",
            Shown(number="'D' || t.number", title="t.name", day="t.agreement_on"),
            also=("t.contact", "t.contact_phone"),
            within=(
                ("t.id IN (SELECT s.partner_id FROM partner_support AS s WHERE {})", "s.what"),
            ),
        ),
    ),
)
