"""A resolution that says somebody was elected: what it stands on, and who can be elected."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.text import compact
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.meeting.rules.votes import carried
from jinlin.meeting.voting.queries import votes_of
from jinlin.store.transaction.tx import Reader

_ELECTED: Final = re.compile(r"当选|\bwas elected\b|\bis elected\b")
_A_FIRM: Final = re.compile(r"(?:物业|公司|集团|企业|银行|中心)当选")


def check_election(
    reader: Reader, meeting: MeetingRow, text: str, vote: int | None, settled: str | None
) -> None:
    """Refuse to resolve in a meeting of the Party that somebody was elected whom no vote elected.

    Args:
        reader: the database.
        meeting: whose resolution it is.
        text: what it says.
        vote: the number of the vote it stands on.
        settled: how it was settled, in words, where no vote is kept.

    Raises:
        RuleError: nobody named in it was elected there, and nothing says how it was settled.
    """
    if meeting.type not in PARTY_MEETINGS or settled or not _ELECTED.search(text):
        return
    said = compact(text)
    if any(
        row.number == vote or any(one.elected and compact(one.name) in said
                                  for one in row.candidates)
        for row in votes_of(reader, meeting.id) if carried(row)
    ):  # fmt: skip
        return
    raise RuleError(
        _("No election of meeting {number} elected whom it names: {text}").format(
            number=meeting.label, text=text
        ),
        hint=_(
            "Record the election: jinlin meeting elect {number} ITEM NAME=N. Where its count was"
            " not kept, say how it was settled: --result TEXT"
        ).format(number=meeting.label),
    )


def elects_a_firm(text: str) -> bool:
    """Return whether a text says of a firm that it was elected; firms are chosen."""
    return _A_FIRM.search(compact(text)) is not None
