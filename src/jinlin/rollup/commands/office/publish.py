"""`jinlin rollup publish`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.clock import Month
from jinlin.core.days.stretch import Stretch
from jinlin.core.errors import UsageError
from jinlin.core.files.disk import make_folder
from jinlin.core.i18n import N_, _
from jinlin.output.asking import confirm
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import FOLDER, choice
from jinlin.output.delivery.files import check_free, file_error, write_whole
from jinlin.output.delivery.show import done
from jinlin.output.listing.formats import BY_ENDING
from jinlin.rollup.commands.office.asked import opened_lake
from jinlin.rollup.commands.office.words import InFolder, OfMonth, month_meant
from jinlin.rollup.office.editions import check_only_edition, left_out, together_before
from jinlin.rollup.office.folder import OfficeFolder, office_folder
from jinlin.rollup.office.ledger import MonthEdition, reading_ledger, writing_ledger
from jinlin.rollup.office.publication import (
    OTHERS,
    Publication,
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
    only_edition: Annotated[
        bool,
        flag(
            "--only-edition",
            help=N_(
                "Nobody outside has another edition: an earlier one was taken back, no office"
                " above publishes the month."
            ),
        ),
    ] = False,
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
    published = _drawn_up(call, folder, stretch, level, only_edition=only_edition)
    for path in files.values():
        check_free(call, str(path))
    if not call.dry_run:
        _write(call, office_folder(call, folder), level, published, files)
    done(
        call,
        _("{month}: {count} units are published in {path}.").format(
            month=stretch, count=len(published.units), path=target
        ),
        number=str(target),
        data={"month": str(stretch), "folder": str(target), OTHERS: sorted(published.others)},
    )


def _drawn_up(
    call: Call, folder: str | None, stretch: Stretch, level: OrgLevel, *, only_edition: bool
) -> Publication:
    """Return what is published, once it is sure that no other edition is laid beside it.

    Raises:
        RuleError: there is too little, or another edition.
        KeyboardInterrupt: it is to wait for those who are missing.
    """
    month = Month(stretch.first.year, stretch.first.month)
    with reading_ledger(office_folder(call, folder)) as ledger:
        known = None if only_edition else ledger.published(str(month))
        before = together_before(ledger, month, level, known)
        elsewhere = left_out(ledger, month)
    with opened_lake(call, folder, stretch, None, level, elsewhere.complexes) as (lake, name):
        published = publication(lake, name, before, elsewhere.names)
    if not only_edition:
        with reading_ledger(office_folder(call, folder)) as ledger:
            check_only_edition(ledger, month, published.digest)
    missing, expected = published.missing
    if missing and known is None:
        confirm(
            call,
            _(
                "Of {expected} complexes {missing} have not reported on {month}; what is published"
                " now stays so."
            ).format(expected=expected, missing=missing, month=stretch),
        )
    return published


def _write(
    call: Call,
    at: OfficeFolder,
    level: OrgLevel,
    published: Publication,
    files: Mapping[str, Path],
) -> None:
    target = files[_ENDINGS[0]].parent
    try:
        make_folder(target)
    except OSError as error:
        raise file_error(target, error) from error
    page, rows = publication_page(published), publication_rows(published)
    edition = MonthEdition(level, frozenset(published.others), published.digest)
    with at.locked(), writing_ledger(at) as ledger, ledger.transaction():
        ledger.note_publication(published.month, edition)
        for ending, path in files.items():
            what = rows if ending == ".csv" else page
            write_whole(call, str(path), partial(BY_ENDING[ending], call, what))
