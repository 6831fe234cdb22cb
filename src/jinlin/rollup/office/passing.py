"""What goes on to the next level: the bundles that count, unchanged, with what is known of each."""

from __future__ import annotations

from typing import BinaryIO

from jinlin.rollup.office.archive import contents, usual_name
from jinlin.rollup.office.ledger import Ledger
from jinlin.rollup.rules.consignment import IndexLine, PublishedMonth, write_consignment


def passed_on(ledger: Ledger, period: str) -> int:
    """Return how many bundles of a month go on."""
    return len(ledger.kept("period = ? AND state = 'accepted'", (period,)))


def pass_on(ledger: Ledger, period: str, file: BinaryIO) -> None:
    """Write the consignment of a month.

    Raises:
        StoreError: the archive is damaged.
    """
    bundles = ledger.kept("period = ? AND state = 'accepted'", (period,))
    codes: dict[tuple[str, int], set[str]] = {}
    for one in ledger.problems(period):
        codes.setdefault((one.organisation, one.revision), set()).add(one.code)
    index = {
        one.digest.hex(): IndexLine(
            min(one.received_on, one.received_below or one.received_on),
            tuple(sorted(codes.get((one.organisation, one.revision), ()))),
        )
        for one in bundles
    }
    named = (
        (usual_name(one.organisation, one.period, one.revision), content)
        for one, content in contents(ledger.folder, bundles)
    )
    office = ledger.office
    own = [office.organisation] * (ledger.published(period) is not None)
    published = PublishedMonth(period, tuple(sorted({*own, *ledger.published_below(period)})))
    write_consignment(
        file, sorted(named), index, office.organisation, office.key,
        published if published.organisations else PublishedMonth(),
    )  # fmt: skip
