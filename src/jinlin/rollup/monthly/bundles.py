"""The bundle of a month that was filed: made once, and the same bytes whenever it is made again."""

from __future__ import annotations

import json
import os
import sqlite3
from typing import BinaryIO, Final, NamedTuple

from jinlin import __version__
from jinlin.core.days.stretch import Stretch
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.member.own_branch import branch
from jinlin.report.edition.filed_reports import Filed, differences, last_filed
from jinlin.report.figures.queries import period_figures
from jinlin.rollup.monthly.counts import month_counts
from jinlin.rollup.monthly.month_cells import month_cells
from jinlin.rollup.rules.bundle import MonthHead, opened, packed
from jinlin.rollup.rules.cells import Cells, cells_in, lines_of
from jinlin.rollup.rules.minisign import SEED, SecretKey
from jinlin.rollup.rules.tables import TABLES
from jinlin.store.transaction.tx import Reader, Tx

DEFINITIONS: Final = "2026-11"
"""Since when the figures are counted as they are now."""


class MonthBundle(NamedTuple):
    """The bundle of a month.

    Attributes:
        content: the file.
        digest: its identity, to be read out and printed.
        first_key: the key that signs it was made for it.
    """

    head: MonthHead
    cells: Cells
    content: bytes
    digest: str
    key: SecretKey
    first_key: bool

    @property
    def file(self) -> str:
        """What the file is called: `350102001004001-2026-10-r0.zip`."""
        return f"{self.head.organisation}-{self.head.period}-r{self.head.revision}.zip"

    def write(self, file: BinaryIO) -> None:
        """Write the file."""
        file.write(self.content)


def month_bundle(tx: Tx, month: Stretch) -> MonthBundle:
    """Return the bundle of a month, whose cells are kept when it is made first.

    Raises:
        RuleError: the complex has no code, or the month is not over, was not filed, or is not what
            was filed any more.
    """
    organisation = branch(tx).organisation
    if organisation is None:
        raise RuleError(
            _("The organisation code of the complex is not on record."),
            hint=_(
                "The street gives it, 15 digits: jinlin branch edit --organisation 350102001004001"
            ),
        )
    if month.last >= tx.clock.today:
        raise RuleError(
            _("{month} is not over yet.").format(month=month),
            hint=_("It can be handed up from {day} on.").format(day=month.next.first),
        )
    filed = last_filed(tx, month)
    if filed is None:
        raise RuleError(
            _("The report on {month} was not filed yet.").format(month=month),
            hint=_("File it first: jinlin report monthly {month} --final").format(month=month),
        )
    known = signing_key(tx)
    key = known or new_key(tx)
    kept = _kept(tx, filed)
    if kept is None:
        _keep(tx, filed, month)
        kept = _kept(tx, filed)
        assert kept is not None
    head = MonthHead(
        organisation=organisation,
        period=str(month),
        revision=filed.revision,
        created=filed.filed_at,
        definitions=kept["definitions"],
        program=kept["program"],
        covers=json.loads(kept["covers"]),
        empty=bool(kept["empty"]),
        reason=None,
        figures_sha256=filed.digest,
    )
    cells = cells_in(kept["cells"].encode())
    content = packed(head, cells, key)
    opening = opened(content)  # as those above do: what they would refuse never leaves the house
    return MonthBundle(head, cells, content, opening.digest, key, first_key=known is None)


_REPORT: Final = (
    "SELECT id FROM filed_report WHERE length = 'month' AND first_on = ? AND revision = ?"
)


def _kept(reader: Reader, filed: Filed) -> sqlite3.Row | None:
    return reader.row(
        f"SELECT * FROM filed_bundle WHERE filed_report_id = ({_REPORT})",  # noqa: S608  (our own)
        (filed.first_on, filed.revision),
    )


def _keep(tx: Tx, filed: Filed, month: Stretch) -> None:
    """Keep the cells of a month as it was filed.

    Raises:
        RuleError: something has changed since, and it must be corrected first.
    """
    figures = period_figures(tx, month)
    if changed := differences(filed, figures):
        raise RuleError(
            _("Since the report on {month} was filed, {count} of its figures have changed.").format(
                month=month, count=len(changed)
            ),
            hint=_(
                "Compare: jinlin report monthly {month}. File the correction:"
                " jinlin report monthly {month} --final --reason REASON"
            ).format(month=month),
        )
    tx.insert(
        "filed_bundle",
        filed_report_id=tx.value(_REPORT, (filed.first_on, filed.revision)),
        program=__version__,
        definitions=DEFINITIONS,
        covers=json.dumps(list(TABLES)),
        empty=int(figures.empty),
        cells=lines_of(month_cells(figures, month_counts(tx, figures.period))).decode(),
    )
    words: dict[str, Value] = {"month": str(month), "revision": filed.revision}
    tx.describe(
        Message(N_("Bundle of {month} made, revision {revision}"), words),
        reverse=Message(N_("take back the bundle of {month}, revision {revision}"), words),
        subject=str(month),
    )


def signing_key(reader: Reader) -> SecretKey | None:
    """Return the key that signs what is handed up; None before the first time."""
    row = reader.row("SELECT key_id, seed FROM signing_key")
    return SecretKey(bytes.fromhex(row["key_id"]), bytes.fromhex(row["seed"])) if row else None


def new_key(tx: Tx) -> SecretKey:
    """Make a key in the place of the one before; the history tells that, and nothing of it."""
    key = SecretKey(os.urandom(8), os.urandom(SEED))
    tx.delete_many("signing_key", [1])
    tx.insert("signing_key", id=1, key_id=key.id.hex(), seed=key.seed.hex(), made_at=tx.clock.stamp)
    tx.noteworthy = True
    tx.describe(
        Message(N_("A key made that signs what is handed up"), {}),
        reverse=Message(""),
    )
    return key
