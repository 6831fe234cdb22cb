"""`jinlin meeting first`: what the branch deliberates before the owners do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.record.branch_first import first_matters
from jinlin.meeting.record.first_matters import FIRST_MATTERS
from jinlin.meeting.rules.owners_matters import Confidence
from jinlin.output.command.grammar import ListingCommand
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.output.register.verbs import register_family
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

app = register_family(
    FIRST_MATTERS,
    N_("What the branch deliberates before the owners do."),
    verbs=("list", "add", "edit", "remove"),
    helps={
        "add": N_("Add a matter of the branch's own."),
        "edit": N_("Change a matter of the branch's own."),
        "remove": N_("Take out a matter of the branch's own."),
    },
    own=(
        verb_in(
            __name__, "list", "list_", N_("The matters of the law, and the branch's own."),
            ListingCommand,
        ),
    ),
)  # fmt: skip


class _ListedMatter(NamedTuple):
    """A line of the list."""

    matter: str
    word: str
    name: str
    words: str | None
    basis: str | None
    confidence: Confidence


def list_(call: Call) -> None:
    with reading(call) as reader:
        lines = tuple(_lines(reader))
    show(
        call,
        Listing.of(
            "matters",
            _("What the branch deliberates first"),
            (
                Cell("matter", _("Type it as"), labels={line.matter: line.word for line in lines}),
                Cell("name", _("Matter")),
                Cell("words", _("Words in a title")),
                Cell("basis", _("Basis")),
                Cell("confidence", _("How sure"), labels=Confidence.labels()),
            ),
            lines,
            notes=(
                _("A line of the branch's own: jinlin meeting first add 绿化调整 --words 绿化"),
            ),
        ),
    )
    call.tell(_("An opinion beforehand: the owners decide, and nothing waits for the branch."))


def _lines(reader: Reader) -> Iterator[_ListedMatter]:
    """Yield the matters of the law, then the branch's own."""
    for matter in first_matters():
        yield _ListedMatter(
            matter.code, matter.word, matter.name, None, matter.article, matter.confidence
        )
    for own in FIRST_MATTERS.rows(reader):
        yield _ListedMatter(own.name, own.name, own.name, own.words, own.source, Confidence.OWN)
