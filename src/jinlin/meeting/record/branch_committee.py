"""Whether the branch has a committee, and so in which kind of meeting it discusses.

Source: 《中国共产党支部工作条例（试行）》第十二条.
"""

from __future__ import annotations

from jinlin.member.own_branch import roll
from jinlin.member.rules.branch import WITH_COMMITTEE
from jinlin.store.transaction.tx import Reader


def has_committee(reader: Reader) -> bool:
    """Return whether the branch has members enough for a committee."""
    return roll(reader).full >= WITH_COMMITTEE


def discussing_type(reader: Reader) -> str:
    """Return the kind of meeting in which the branch discusses what it answers."""
    return "committee_meeting" if has_committee(reader) else "general_meeting"
