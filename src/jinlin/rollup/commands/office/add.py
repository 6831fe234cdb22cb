"""`jinlin rollup add`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import FileError
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import NamedThing, WordKind
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.rollup.commands.office.words import InFolder, office_clock
from jinlin.rollup.office.adding import Addition, add_paths
from jinlin.rollup.office.folder import office_folder
from jinlin.rollup.office.judging import Refusal, Refused
from jinlin.rollup.office.ledger import BundleState, writing_ledger
from jinlin.rollup.rules.checks import checks

PATH = WordKind("file", N_("PATH"), str, names=NamedThing.FILE)

_SUCH_AS: Final = "350102001004001-2026-10-r0.zip"


def add(
    call: Call,
    paths: Annotated[
        list[str],
        PATH.argument(help=N_("Files, folders or a stick; any number, in any order, again too.")),
    ],
    *,
    folder: InFolder = None,
) -> None:
    at = office_folder(call, folder)
    named = [call.environment.path(path) for path in paths]
    with at.locked(), writing_ledger(at) as ledger:
        came = add_paths(ledger, office_clock(call), named, rehearsing=call.dry_run)
    in_csv = call.csv or (call.output or "").lower().endswith(".csv")
    show(call, _refused(came.refused) if in_csv and came.refused else _told(came))
    if came.uncounted:
        call.tell(
            _("Kept and not counted, since only a newer jinlin knows it: {measures}.").format(
                measures=_(", ").join(came.uncounted)
            )
        )
    if came.refused:
        raise FileError(
            _("{count} files were not taken; the rest is in.").format(count=len(came.refused)),
            hint=_("Each is listed with why."),
        )


def _told(came: Addition) -> Record:
    counts = [
        (Column(key=state, heading=state.label.capitalize(), kind=Kind.INTEGER),
         came.states.get(state, 0))
        for state in BundleState
    ]  # fmt: skip
    return Record.of(
        title=_("Files taken in"),
        fields=[
            *counts,
            (Column(key="same", heading=_("Known already"), kind=Kind.INTEGER), came.same),
        ],
        notes=tuple(_notes(came)),
        extra={"months": list(came.periods), "passed_by": came.passed_by},
        listings=(_refused(came.refused),) if came.refused else (),
    )


def _notes(came: Addition) -> Iterator[str]:
    if came.periods:
        yield _("New figures of: {months}.").format(months=_(", ").join(came.periods))
    if not (came.states or came.same or came.refused):
        yield _("No file of a month is there: they are called {name}.").format(name=_SUCH_AS)
    if came.passed_by:
        yield _("Not looked at, since not called .zip: {count}.").format(count=came.passed_by)


def _wrong_sums(one: Refused) -> str | None:
    return _("; ").join(checks()[name].label for name in one.checks) or None


def _refused(refused: Sequence[Refused]) -> Listing:
    cells: list[Cell[Refused]] = [
        Cell("file", _("File")),
        Cell("organisation", _("Organisation code"), lambda one: one.of or None),
        Cell("why", _("Not taken because"), labels=Refusal.labels()),
    ]
    if any(one.checks for one in refused):
        cells.append(Cell("checks", _("In what"), _wrong_sums))
    return Listing.of("refused", _("Not taken"), cells, refused)
