"""`jinlin rollup publish`."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.clock import Month
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.files.disk import make_folder
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import FOLDER, choice
from jinlin.output.delivery.files import check_free, file_error, write_whole
from jinlin.output.delivery.show import done
from jinlin.output.listing.formats import BY_ENDING
from jinlin.rollup.commands.office.asked import opened_lake
from jinlin.rollup.commands.office.words import InFolder, OfMonth, month_meant
from jinlin.rollup.office.folder import office_folder
from jinlin.rollup.office.ledger import Ledger, reading_ledger, writing_ledger
from jinlin.rollup.office.publication import (
    OTHERS,
    publication,
    publication_page,
    publication_rows,
)
from jinlin.rollup.rules.tree import OrgLevel

_ENDINGS: Final = (".html", ".xlsx", ".csv", ".json")
_PUBLISHED: Final = frozenset({
    OrgLevel.PROVINCE, OrgLevel.CITY, OrgLevel.DISTRICT, OrgLevel.STREET,
})  # fmt: skip


def publish(
    call: Call,
    month: OfMonth = None,
    *,
    into: Annotated[
        str,
        FOLDER.option(
            "--output", "-o", help=N_("The folder of what is published, month by month.")
        ),
    ],
    by: Annotated[
        OrgLevel | None,
        choice(OrgLevel).option(help=N_("By what it is published; by street if left away.")),
    ] = None,
    folder: InFolder = None,
) -> None:
    level = by or OrgLevel.STREET
    if level not in _PUBLISHED:
        raise UsageError(
            _("Nothing is published of communities and complexes: what is small tells of homes."),
            hint=_("Publish by street or above: --by street"),
        )
    stretch = month_meant(call, month)
    target = call.environment.path(into).absolute()
    files = {ending: target / f"{stretch}{ending}" for ending in _ENDINGS}
    at = office_folder(call, folder)
    with reading_ledger(at) as ledger:
        before = _others(ledger, Month(stretch.first.year, stretch.first.month), level)
    with opened_lake(call, folder, stretch, None, level) as (lake, name):
        published = publication(lake, name, before)
    page, rows = publication_page(published), publication_rows(published)
    for path in files.values():
        check_free(call, str(path))
    if not call.dry_run:
        try:
            make_folder(target)
        except OSError as error:
            raise file_error(target, error) from error
        with at.locked(), writing_ledger(at) as ledger, ledger.transaction():
            ledger.note_publication(str(stretch), level, published.others)
            for ending, path in files.items():
                what = rows if ending == ".csv" else page
                write_whole(call, str(path), partial(BY_ENDING[ending], call, what))
    done(
        call,
        _("{month}: {count} units are published in {path}.").format(
            month=stretch, count=len(published.units), path=target
        ),
        number=str(target),
        data={"month": str(stretch), "folder": str(target), OTHERS: sorted(published.others)},
    )


def _others(ledger: Ledger, month: Month, level: OrgLevel) -> Collection[str]:
    """Return who stood together the month before, and when this one was published already.

    In January it begins anew.

    Raises:
        RuleError: this month was published on another level.
    """
    earlier = ledger.published(str(month))
    if earlier and earlier[0] is not level:
        raise RuleError(
            _(
                "{month} is published by {level} already; a second table on another level would"
                " show by subtraction what is hidden."
            ).format(month=month, level=earlier[0].label),
            hint=_("Publish it as before: --by {level}").format(level=earlier[0].label),
        )
    before = ledger.published(str(month.previous)) if month.month > 1 else None
    return frozenset().union(*(one[1] for one in (earlier, before) if one))
