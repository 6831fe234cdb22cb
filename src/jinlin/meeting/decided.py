"""Whether a resolution or a vote decided something, and whether the owners did."""

from __future__ import annotations

from typing import Final

from jinlin.core.days.written import day_short
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.meeting.record.grounds import CARRIED, DECIDED, OWN_VOTE
from jinlin.meeting.rules.kinds import meeting_types
from jinlin.meeting.rules.owners_matters import OwnersMatter, matter_in, matters
from jinlin.store.transaction.tx import Reader

_ASKED: Final = {
    "resolution": f"""
        SELECT {DECIDED} FROM resolution AS r JOIN meeting AS m ON m.id = r.meeting_id
        WHERE m.number = ? AND r.number = ?
          AND r.removed_at IS NULL AND m.removed_at IS NULL""",  # noqa: S608  (our own words)
    "vote": f"""
        SELECT {CARRIED} FROM vote AS w JOIN meeting AS m ON m.id = w.meeting_id
        WHERE m.number = ? AND w.number = ? AND NOT w.superseded AND w.removed_at IS NULL
          AND m.removed_at IS NULL""",  # noqa: S608  (our own words)
}

_OWNERS: Final = f"""
    SELECT 1 FROM vote AS w JOIN meeting AS m ON m.id = w.meeting_id
    JOIN owners_vote AS o ON o.vote_id = w.id
    WHERE {CARRIED} AND o.matter = ?1 AND o.scope = 'complex' AND w.id = {{which}}"""  # noqa: S608  (our own words)
_DECIDING_VOTE: Final = {
    "resolution": f"""(SELECT {OWN_VOTE} FROM resolution AS r
        JOIN meeting AS m ON m.id = r.meeting_id
        WHERE m.number = ?2 AND r.number = ?3 AND r.removed_at IS NULL AND m.removed_at IS NULL)""",  # noqa: S608  (our own words)
    "vote": """(SELECT w.id FROM vote AS w JOIN meeting AS m ON m.id = w.meeting_id
        WHERE m.number = ?2 AND w.number = ?3 AND NOT w.superseded AND w.removed_at IS NULL
          AND m.removed_at IS NULL)""",
}


def check_decided(reader: Reader, number: Reference) -> None:
    """Refuse what decided nothing.

    Args:
        reader: the database.
        number: the resolution or vote, which is there.

    Raises:
        RuleError: it was not carried.
    """
    row = reader.row(_ASKED[number.kind], number.values)
    if row is None or not row[0]:
        raise RuleError(
            _("{number} was not carried: it decides nothing.").format(number=number.number),
            hint=_("See: jinlin meeting resolutions"),
        )


def decision_words(reader: Reader, number: Reference) -> str:
    """Return which meeting decided and when, as residents read it; empty where it is gone.

    Args:
        reader: the database.
        number: the resolution or vote.
    """
    row = reader.row(
        "SELECT type, held_at FROM meeting WHERE number = ? AND removed_at IS NULL",
        number.values[:1],
    )
    if row is None:
        return ""
    return _("{meeting} of {day}").format(
        meeting=meeting_types()[row["type"]].name,
        day=day_short(reader.clock.local(row["held_at"]).date()),
    )


def check_owners_decided(reader: Reader, what: str, number: Reference | None) -> None:
    """Refuse a service for the whole complex that its owners did not decide on.

    Args:
        reader: the database.
        what: the service; 增设车位 is another matter than engaging whoever cleans.
        number: the resolution or vote that is said to decide it, which is there.

    Raises:
        RuleError: none is named, or it is no carried vote of all owners on that matter.
    """
    matter = _matter_of(what)
    if number is not None and reader.value(
        _OWNERS.format(which=_DECIDING_VOTE[number.kind]), (matter.code, *number.values)
    ):
        return
    said = (
        _("“{what}” is for the owners to decide: {matter} ({article}).")
        if number is None
        else _("By {number} the owners did not decide on “{what}”: {matter} ({article}).")
    )
    raise RuleError(
        said.format(
            what=what,
            matter=matter.name,
            article=matter.article,
            number=number.number if number else "",
        ),
        hint=_(
            "Let them vote: jinlin meeting add --type owners_assembly --item {what};"
            " jinlin meeting ballot M12 1 --matter {word}; then name it: --decided M12-V1"
        ).format(what=what, word=matter.word),
    )


def _matter_of(what: str) -> OwnersMatter:
    """Return what of 民法典 278 a service is: another use of common parts, else who manages."""
    found = matter_in(what)
    return found if found and found.code == "common_parts" else matters()["property_company"]
