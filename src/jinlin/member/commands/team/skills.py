"""`jinlin team skills`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.member.rules.skills import skill_labels, usual_skills
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing


def skills(call: Call) -> None:
    usual = usual_skills()
    show(
        call,
        Listing(
            key="skills",
            title=_("Usual skills"),
            columns=(
                Column(key="kind", heading=_("Red steward"), labels=skill_labels()),
                Column(key="skill", heading=_("Usual skill"), labels=skill_labels()),
            ),
            rows=[
                *((kind, word) for kind, words in usual.kinds.items() for word in words),
                *((None, word) for word in usual.others),
            ],
            total=len(usual.words) - len(usual.kinds),
            notes=(_("Any other word may be used as well."),),
        ),
    )
