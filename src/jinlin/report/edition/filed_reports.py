"""Reports that were handed in: the figures kept as they were, and what has changed since.

Kept are counts and money, no names and no texts but what the secretary wrote herself below them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from jinlin.core.days.stretch import Length, Stretch
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.output.listing.filter import Condition, Filter, days
from jinlin.report.edition.figures_json import figures_json
from jinlin.report.figures.figures import PeriodFigures
from jinlin.store.transaction.tx import Reader, Tx

_NOT_KEPT: Final = frozenset(
    {
        "author", "bodies", "branch", "checksum", "complex", "cut_off", "earlier_letters_replied",
        "expected", "letters", "letters_replied", "made_on", "name", "owner", "present", "requests",
        "served", "served_minutes", "served_people", "steward", "street", "superior", "text",
        "title", "undisclosed",
    }
)  # fmt: skip
"""What tells who, what and when, not how many; and what is disclosed by the day of the report.
Later days are no correction of a report, and neither is what reports of earlier versions did not
tell: who came, who served, which letters, who sits where."""

_FILED: Final = (
    "SELECT length, first_on, revision, filed_at, signed_by, reason, figures, digest,"
    " own_text FROM filed_report"
)


class Filed(NamedTuple):
    """One report as it was handed in.

    Attributes:
        revision: 0 for the first, then which correction.
        filed_at: when, as the database keeps it.
        signed_by: who signed it off.
        reason: why it was corrected.
        figures: the figures by their path, such as `issues.received`.
        digest: the SHA-256 of the figures.
        whole: whether the figures still have that digest.
        own_text: what was written by hand below them; None where nothing was.
    """

    length: Length
    first_on: str
    revision: int
    filed_at: str
    signed_by: str
    reason: str | None
    figures: Mapping[str, Any]
    digest: str
    whole: bool
    own_text: str | None


class FigureChange(NamedTuple):
    """A figure that is not what was handed in; None where there was or is none."""

    name: str
    filed: Any
    now: Any


def file_report(
    tx: Tx,
    figures: PeriodFigures,
    *,
    signed_by: str,
    reason: str | None,
    own_text: str | None = None,
) -> Filed:
    """Keep the figures of a report that is handed in.

    Args:
        tx: the transaction.
        figures: what is handed in.
        signed_by: who signs it off.
        reason: why an earlier one is corrected.
        own_text: what was written by hand below them; None for what was filed before, if anything.

    Raises:
        RuleError: it was filed before and nothing has changed since.
        UsageError: nobody signs it, or a correction has no reason, or the first has one.
    """
    stretch = figures.period.stretch
    before = last_filed(tx, stretch)
    if not signed_by:
        raise UsageError(
            _("Nobody signs the report off."),
            hint=_("Say who with --user, or: jinlin config set 书记 NAME"),
        )
    text = _canonical(figures)
    if before is not None:
        own_text = before.own_text if own_text is None else own_text
        _check_correction(before, text, own_text, stretch, reason)
    elif reason:
        raise UsageError(
            _("The report on {period} was not filed yet: there is nothing to correct.").format(
                period=stretch
            ),
            hint=_("Leave --reason out."),
        )
    revision = before.revision + 1 if before else 0
    row = {
        "length": stretch.length.value,
        "first_on": stretch.first.isoformat(),
        "revision": revision,
        "filed_at": tx.clock.stamp,
        "signed_by": signed_by,
        "reason": reason,
        "figures": text,
        "digest": digest_of(text),
        "own_text": own_text,
    }
    tx.insert("filed_report", **row)
    _describe(tx, stretch, revision)
    return _filed(row)


def _describe(tx: Tx, stretch: Stretch, revision: int) -> None:
    words: dict[str, Value] = {"period": str(stretch), "revision": revision}
    did, back = (
        (
            N_("Report on {period} corrected, no. {revision}"),
            N_("take back correction no. {revision} of the report on {period}"),
        )
        if revision
        else (
            N_("Report on {period} filed"),
            N_("take back the filing of the report on {period}"),
        )
    )
    tx.describe(Message(did, words), reverse=Message(back, words), subject=str(stretch))


def _check_correction(
    before: Filed, text: str, own_text: str | None, stretch: Stretch, reason: str | None
) -> None:
    if before.digest == digest_of(text) and before.own_text == own_text:
        raise RuleError(
            _("The report on {period} is filed already, and nothing has changed since.").format(
                period=stretch
            ),
            hint=_("Print it without --final."),
        )
    if not reason:
        raise UsageError(
            _("The report on {period} is filed already; a correction needs a reason.").format(
                period=stretch
            ),
            hint=_("For example: --final --reason 补录了三件事项"),
        )


def last_filed(reader: Reader, stretch: Stretch) -> Filed | None:
    """Return the latest report on a stretch that was handed in."""
    row = reader.row(
        f"{_FILED} WHERE length = ? AND first_on = ? ORDER BY revision DESC LIMIT 1",
        (stretch.length, stretch.first.isoformat()),
    )
    return None if row is None else _filed(row)


PERIODS: Final = Filter(
    days(
        "first_on",
        since=N_("Periods that begin on this day or later."),
        until=N_("Periods that begin by this day."),
    )
)
"""What reports that were handed in can be asked for."""


def all_filed(reader: Reader, where: Condition) -> list[Filed]:
    """Return the reports that were handed in, the latest period first."""
    rows = reader.rows(
        f"{_FILED} WHERE {where.sql} ORDER BY first_on DESC, length, revision DESC", where.values
    )
    return [_filed(row) for row in rows]


def _filed(row: Any) -> Filed:
    return Filed(
        length=Length(row["length"]),
        first_on=row["first_on"],
        revision=row["revision"],
        filed_at=row["filed_at"],
        signed_by=row["signed_by"],
        reason=row["reason"],
        figures=json.loads(row["figures"]),
        digest=row["digest"],
        whole=digest_of(row["figures"]) == row["digest"],
        own_text=row["own_text"],
    )


def differences(filed: Filed, figures: PeriodFigures) -> list[FigureChange]:
    """Return which figures differ from what was handed in."""
    now = kept_figures(figures)
    names = dict.fromkeys((*filed.figures, *now))
    return [
        FigureChange(name, filed.figures.get(name), now.get(name))
        for name in names
        if filed.figures.get(name) != now.get(name)
    ]


def kept_figures(figures: PeriodFigures) -> dict[str, Any]:
    """Return the figures of a report by their path, such as `issues.received`."""
    return dict(_paths(figures_json(figures), ""))


def _paths(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key not in _NOT_KEPT:
                yield from _paths(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from _paths(each, f"{path}.{_key_of(each) or number}")
    elif value is not None:
        yield path, value


NOWHERE: Final = "-"
"""What the row of no building is called."""


def _key_of(row: Any) -> str | None:
    """Return what a row of a list is called, so that another row before it changes nothing."""
    if not isinstance(row, dict):
        return None
    if "building" in row and row["building"] is None and "number" not in row:
        return NOWHERE
    keys = ("number", "category", "building", "type", "purse")
    found = next((row[key] for key in keys if row.get(key) is not None), None)
    return str(found).replace(".", "_") if found is not None else None


def _canonical(figures: PeriodFigures) -> str:
    return json.dumps(
        kept_figures(figures), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def digest_of(text: str) -> str:
    """Return the SHA-256 of figures as they are kept."""
    return hashlib.sha256(text.encode()).hexdigest()
