"""The list of small powers as it hangs, and how the list of today differs from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.notice.queries import IN_STATUS, OF_MATTER, NoticeRow, notices
from jinlin.notice.rules.notices import NoticeStatus
from jinlin.notice.small_powers import POWERS, Power
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.store.transaction.tx import Reader

MATTER: Final = "small_powers"
"""What a notice of the list is of, by the list of what must be public."""
_PART: Final = re.compile(r"[（(]([^（）()]+)[）)]")


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return the list, or the lines whose matter holds a word.

    Raises:
        RuleError: there is no such line.
    """
    lines = [one for one in POWERS.rows(reader) if not which or which in one.matter]
    if not lines:
        raise RuleError(
            _("The list of small powers has no such line."), hint=_("See: jinlin notice powers")
        )
    headings = tuple(_(one.label) for one in Power.fields)
    part = _(" ({what})").format(what=which) if which else ""
    return Drawn(
        matter=MATTER,
        title=_("the list of small powers") + part,
        body="\n".join(sheet_rows(headings, *map(_cells, lines))),
        audience=_("all residents"),
    )


def _cells(line: Power) -> tuple[str, ...]:
    return tuple(getattr(line, one.key) or "" for one in Power.fields)


class PowersSince(NamedTuple):
    """How the list of today differs from the one that hangs.

    Attributes:
        notice: the one that hangs.
        which: the word whose lines hang; empty for all of them.
        added: how many lines do not hang.
        changed: how many hang otherwise.
        gone: how many hang and are no longer on the list.
    """

    notice: NoticeRow
    which: str
    added: int
    changed: int
    gone: int

    @property
    def told(self) -> str:
        """It in words."""
        said = (
            (self.added, _("{count} new")),
            (self.changed, _("{count} changed")),
            (self.gone, _("{count} taken out")),
        )
        return _("List of small powers, changed since it was posted: {how}").format(
            how=_(", ").join(text.format(count=count) for count, text in said if count)
        )


def changed_since(reader: Reader) -> Iterator[PowersSince]:
    """Yield how the list differs from the latest that hangs of the whole, and of each part."""
    hanging = notices(reader, IN_STATUS([NoticeStatus.RUNNING]) & OF_MATTER([MATTER]))
    latest: dict[str, NoticeRow] = {}
    for notice in hanging:
        latest.setdefault(_which(notice.title), notice)
    every = POWERS.rows(reader) if latest else []
    for which, notice in latest.items():
        hung = _by_matter(line for line in notice.body.split("\n")[1:] if "\t" in line)
        listed = _by_matter(sheet_rows(*(_cells(one) for one in every if which in one.matter)))
        both = hung.keys() & listed.keys()
        since = PowersSince(
            notice,
            which,
            added=len(listed.keys() - both),
            changed=sum(hung[one] != listed[one] for one in both),
            gone=len(hung.keys() - both),
        )
        if hung and (since.added or since.changed or since.gone):
            yield since


def _by_matter(lines: Iterable[str]) -> Mapping[str, str]:
    return {line.partition("\t")[0]: line for line in lines}


def _which(title: str) -> str:
    """Return the word in the title of a part of the list, in either language."""
    found = _PART.search(title)
    return found[1] if found else ""
