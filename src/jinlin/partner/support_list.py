"""What partners gave before, from a list: each row a support, recorded like one that is typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import Final

from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.core.reference import Reference, parse_reference
from jinlin.exchange.table.rows import Row, RowError, reason_of
from jinlin.member.rules.purses import Purse
from jinlin.output.importing.outcome import Change, Details, Outcome, Rejected, rejected
from jinlin.partner.kinds import SupportKind
from jinlin.partner.record.giving import NewSupport, record_support
from jinlin.partner.record.partners import PARTNERS, Partner
from jinlin.partner.record.supports import Support, support_of_id
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader, Tx

WANTED: Final = (
    "partner", "support", "support_kind", "given", "given_on", "support_due", "paid_to", "used_for",
)  # fmt: skip
NEEDED: Final = (("partner",), ("support", "given"))
_SAME: Final = ("partner_id", "kind", "what", "amount", "about_kind", "about_number")
"""The columns in which a row of a list and a support on record are the same."""
_TITLED: Final = """
    SELECT printf('%04d-%04d', year, number) FROM issue WHERE title = ?1 AND removed_at IS NULL
    UNION ALL SELECT 'G' || number FROM project WHERE title = ?1 AND removed_at IS NULL"""


def take_supports(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
    """Record each row of a list that is not on record: without a day it is still to come.

    Equal rows are as many supports; each of them means another one on record.

    Args:
        tx: the transaction.
        rows: the rows of the file.
        origin: where the file comes from and on what basis it is used.
    """
    added: list[Support] = []
    there: list[Support] = []
    refused: list[Rejected] = []
    on_record = _SupportsOnRecord(tx)
    find = cache(partial(PARTNERS.find, tx))
    for row in rows:
        try:
            partner = row.read("partner", partial(find, row.required("partner")))
            support, new = _taken(tx, row, partner, on_record)
        except RowError as error:
            refused.append(rejected(row, *error.problems))
        except (NotFoundError, RuleError, UsageError) as error:
            refused.append(rejected(row, row.error("", reason_of(error)).problem))
        else:
            (added if new else there).append(support)
    if added:
        words: dict[str, Value] = {"added": len(added), **origin}
        tx.describe(
            Message(N_("Imported what partners gave: {added} (from {source})"), words),
            reverse=Message(N_("take back the import of what partners gave: {added}"), words),
        )
    return Outcome(
        added=len(added),
        unchanged=len(there),
        rejected=tuple(refused),
        details=Details(added=map(_change, added), unchanged=map(_change, there)),
    )


class _SupportsOnRecord:
    """The supports from before the list, each of which one of its rows may mean.

    What came is known by its day, whom it was paid to and what it was for; what is to come by when
    it is due and what it is for, whenever it was written down.
    """

    def __init__(self, reader: Reader) -> None:
        self._alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        self._meant: set[int] = set()
        for row in reader.rows("SELECT * FROM partner_support ORDER BY id"):
            what = tuple(row[column] for column in _SAME)
            came = row["received_on"] or row["promised_on"]
            self._alike[*what, "came", came, row["paid_to"]].append(row["id"])
            if row["received_on"] != row["promised_on"]:
                self._alike[*what, "due", row["due_on"]].append(row["id"])

    def meant(self, partner: Partner, new: NewSupport, about: Reference | None) -> int | None:
        """Return the row of the table that a row of the list means; None where it is another."""
        what = (
            partner.id, new.kind, new.what, new.amount,
            about and about.kind, about and about.number,
        )  # fmt: skip
        how = ("due", new.due_on) if new.promised else ("came", new.on.isoformat(), new.paid_to)
        left = (one for one in self._alike.get((*what, *how), ()) if one not in self._meant)
        found = next(left, None)
        if found is not None:
            self._meant.add(found)
        return found


def _taken(
    tx: Tx, row: Row, partner: Partner, on_record: _SupportsOnRecord
) -> tuple[Support, bool]:
    """Return the support of a row, and whether it was recorded now."""
    new = _read(tx, row)
    about = known(tx, new.about) if new.about else None
    again = on_record.meant(partner, new, about)
    if again is not None:
        return support_of_id(tx, again), False
    with tx.savepoint():
        return record_support(tx, partner, new), True


def _read(reader: Reader, row: Row) -> NewSupport:
    kind = row.text("support_kind")
    day = row.day("given_on", reader.clock, past=True)
    due = row.day("support_due", reader.clock, planned=True)
    paid_to = row.text("paid_to") or None
    purse = Purse.said(paid_to) if paid_to else None
    said = NewSupport(
        what=row.text("support") or None,
        kind=row.read("support_kind", lambda: SupportKind.read(kind)) if kind else None,
        amount=row.money("given"),
        on=day or reader.clock.today,
        promised=day is None,
        due_on=due.isoformat() if due else None,
        paid_to=None if purse else paid_to,
        purse=purse,
        about=row.read("used_for", lambda: _about(reader, row.text("used_for"))),
    )
    return said.complete()


def _about(reader: Reader, said: str) -> Reference | None:
    """Return what a support is for: its number, or the title of one issue or project."""
    if not said:
        return None
    titled = [str(found[0]) for found in reader.rows(_TITLED, (said,))]
    if len(titled) > 1:
        raise RuleError(
            _("“{title}” is the title of {numbers}: write the number.").format(
                title=said, numbers=_(", ").join(titled)
            )
        )
    return parse_reference(titled[0] if titled else said)


def _change(one: Support) -> Change:
    return Change(one.label, one.what if one.amount is None else yuan(one.amount))
