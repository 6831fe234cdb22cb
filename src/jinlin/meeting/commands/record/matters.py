"""`jinlin meeting matters`: what owners decide, and what each matter needs."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.meeting.chain.steps import ChainStep, MajorMatter, major_matters
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.meeting.rules.owners_matters import matters as all_matters
from jinlin.notice.rules.matters import Mark
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, On


def matters(
    call: Call,
    major: Annotated[
        bool, flag("--major", help=N_("The major matters, and which steps are due for each."))
    ] = False,
) -> None:
    show(call, _major() if major else _owners())


def _major() -> Listing:
    return Listing.of(
        "major",
        _("Major matters"),
        (
            Cell("code", _("Code"), on=On.FILES),
            Cell("name", _("Major matter")),
            *(
                Cell(step.value, step.label, partial(_due, step), Kind.BOOLEAN)
                for step in ChainStep
            ),
            Cell("source", _("Basis"), lambda one: basis_words(one.source)),
            Cell("mark", _("How sure"), labels=Mark.labels()),
        ),
        major_matters(),
        notes=(_("Whether all due steps were taken: jinlin meeting resolutions --chain"),),
    )


def _due(step: ChainStep, matter: MajorMatter) -> bool:
    return step in matter.steps


def _owners() -> Listing:
    return Listing.of(
        "matters",
        _("What owners decide"),
        (
            Cell(
                "matter",
                _("Type it as"),
                "code",
                labels={one.code: one.word for one in all_matters().values()},
            ),
            Cell("item", _("Item of art. 278"), kind=Kind.INTEGER),
            Cell("name", _("Matter")),
            Cell(
                "pass",
                _("Passes with"),
                "passing.code",
                labels={one.passing.code: one.passing.words for one in all_matters().values()},
            ),
            Cell("reason", _("Why")),
            Cell("source", _("Basis"), lambda one: basis_words(one.source)),
            Cell("confidence", _("How sure"), labels=Confidence.labels()),
            Cell("other_practice", _("Elsewhere"), lambda one: one.other_practice or None),
        ),
        all_matters().values(),
        notes=(
            _("Always: at least 2/3 of the heads and of the area take part (Civil Code art. 278)."),
        ),
    )
