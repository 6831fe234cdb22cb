"""`jinlin meeting major`: the major matters, and which steps are due for each."""

from __future__ import annotations

from functools import partial

from jinlin.core.call import Call
from jinlin.core.columns import Kind
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.meeting.chain.own_matters import OWN_MATTERS, own_matters
from jinlin.meeting.chain.steps import ChainStep, MajorMatter, major_matters
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.output.command.grammar import ListingCommand
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, On
from jinlin.output.register.verbs import register_family
from jinlin.store.command.command import reading

app = register_family(
    OWN_MATTERS,
    N_("The major matters, and which steps are due for each."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "add": N_("Add a major matter of the complex's own."),
        "edit": N_("Change a major matter of the complex's own."),
        "remove": N_("Take out a major matter of the complex's own."),
    },
    own=(
        verb_in(
            __name__, "list", "list_", N_("The matters of the list, and the complex's own."),
            ListingCommand,
        ),
    ),
)  # fmt: skip


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = (*own_matters(reader), *major_matters())
    show(
        call,
        Listing.of(
            "major",
            _("Major matters"),
            (
                Cell("code", _("Code"), on=On.FILES),
                Cell("name", _("Major matter")),
                *(
                    Cell(step.value, step.label, partial(_due, step), Kind.BOOLEAN)
                    for step in ChainStep
                ),
                Cell("source", _("Basis"), lambda one: basis_words(one.source) or None),
                Cell("confidence", _("How sure"), labels=Confidence.labels()),
            ),
            found,
            notes=(_("Whether all due steps were taken: jinlin meeting resolutions --chain"),),
        ),
    )


def _due(step: ChainStep, matter: MajorMatter) -> bool:
    return step in matter.steps
