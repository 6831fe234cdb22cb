"""`jinlin rollup publish`."""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.clock import Month
from jinlin.core.errors import FileError, UsageError
from jinlin.core.files.disk import make_folder
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import FOLDER
from jinlin.output.delivery.files import check_free, file_error, write_whole
from jinlin.output.delivery.show import done
from jinlin.output.listing.formats import BY_ENDING
from jinlin.rollup.commands.office.asked import ByLevel, opened_lake
from jinlin.rollup.commands.office.words import InFolder, OfMonth, month_meant
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
    by: ByLevel = OrgLevel.STREET,
    folder: InFolder = None,
) -> None:
    if by not in _PUBLISHED:
        raise UsageError(
            _("Nothing is published of communities and complexes: what is small tells of homes."),
            hint=_("Publish by street or above: --by street"),
        )
    stretch = month_meant(call, month)
    target = call.environment.path(into).absolute()
    files = {ending: target / f"{stretch}{ending}" for ending in _ENDINGS}
    before = _others(target, Month(stretch.first.year, stretch.first.month))
    with opened_lake(call, folder, stretch, None, by) as (lake, name):
        published = publication(lake, name, before)
    page, rows = publication_page(published), publication_rows(published)
    for path in files.values():
        check_free(call, str(path))
    if not call.dry_run:
        try:
            make_folder(target)
        except OSError as error:
            raise file_error(target, error) from error
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


def _others(folder: Path, month: Month) -> Collection[str]:
    """Return who was published together the month before; in January it begins anew.

    Raises:
        FileError: the file of that month is not what was published.
    """
    path = folder / f"{month.previous}.json"
    if month.month == 1 or not path.is_file():
        return ()
    try:
        return frozenset(json.loads(path.read_text("utf-8"))["data"][OTHERS])
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise FileError(
            _("{path} is not what was published of the month before.").format(path=path),
            hint=_("Put it back from a copy; it says who was published together."),
        ) from error
