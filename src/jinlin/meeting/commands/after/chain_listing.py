"""Major matters step by step as a listing, with the record that proves each step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.meeting.chain.steps import Chain, ChainStep, StepState
from jinlin.output.listing.listing import Cell, Listing


def chain_listing(rows: Sequence[Chain], *, public: bool = False) -> Listing:
    """Return major matters, a column a step; for the board days stand for inner numbers."""
    shown = _day if public else Chain.shown
    labels = dict(StepState.labels())
    if public:  # nothing on the board accuses: the secretary knows what is missing
        labels[StepState.MISSING] = _("no record")
    cells: list[Cell[Chain]] = [] if public else [Cell("number", _("Number"))]
    cells += [
        Cell("text", _("Matter decided"), personal=Personal.TEXT),
        Cell("matter", _("Major matter"), lambda one: one.matter.name),
        *(
            Cell(
                step.value,
                step.label,
                _of(shown, step),
                Kind.DATE if public else Kind.TEXT,
                labels=labels,
            )
            for step in ChainStep
        ),
    ]
    return Listing.of(
        "chains",
        _("Major matters step by step"),
        cells,
        rows,
        empty=_("No major matter was decided yet."),
        notes=(
            _("What the list of major matters does not ask for is left empty."),
            *(
                ()
                if public
                else (
                    _("Only records prove a step. Items tied by --for or --about are one matter."),
                )
            ),
        )
        if rows
        else (),
    )


def _of(
    shown: Callable[[Chain, ChainStep], str | None], step: ChainStep
) -> Callable[[Chain], str | None]:
    return lambda chain: shown(chain, step)


def _day(chain: Chain, step: ChainStep) -> str | None:
    proof = chain.proofs.get(step)
    return proof.day if proof else chain.state(step)
