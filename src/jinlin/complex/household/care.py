"""Care tags: who needs looking after, kept only with a recorded consent (PIPL 28 to 31)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from jinlin.complex.household.door import Door
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_, Message, _, speaking
from jinlin.core.text import clean, compact
from jinlin.store.transaction.tx import Reader, Tx

MAX_TAG = 20
LONGEST = 3660
"""The most days that may pass between two visits."""
_CLOSER = re.compile(r"\([^()]*\)$")
_PHONE = re.compile(r"(?<!\d)(?:1[3-9]\d-?\d{4}-?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)")


class CareTag(NamedTuple):
    """A usual reason for looking after somebody.

    Attributes:
        name: as people say it: `独居老人`.
        days: how many days may pass between two visits, as is usual.
        words: other words for it.
        english: what it is called where a paper is English.
        guardian: it is about a child under 14; a guardian consents.
    """

    name: str
    days: int
    words: tuple[str, ...] = ()
    english: str = ""
    guardian: bool = False

    @property
    def label(self) -> str:
        """What it is called in the user's language."""
        return self.name if speaking() == "zh" else self.english or self.name


class NewCare(NamedTuple):
    """A tag as it is to be recorded.

    Attributes:
        tag: as `find_tag` returns it.
        every: the days between two visits; None for what is usual.
        consent_on: when she consented.
        consent_by: who consented: herself, or her guardian.
        until: up to when the consent holds; None without an end.
        person: whom it is about, where that is recorded.
        note: what visitors should know; empty clears it, None keeps what is there.
    """

    tag: CareTag
    consent_on: date
    consent_by: str
    every: int | None = None
    until: date | None = None
    person: tuple[int, str] | None = None
    note: str | None = None


class CareRow(NamedTuple):
    """A tag of one household.

    Attributes:
        expired: the consent has ended: the tag is shown, and asks for nothing any more.
        person: the name of whom it is about.
    """

    id: int
    tag: str
    interval_days: int | None
    person: str | None
    consent_on: str
    consent_by: str
    consent_until: str | None
    note: str | None
    expired: bool


@cache
def usual_tags() -> tuple[CareTag, ...]:
    """Return the tags of `care_tags.toml`."""
    return tuple(
        CareTag(
            name=tag["name"],
            days=tag["days"],
            words=tuple(tag["words"]),
            english=tag["english"],
            guardian=tag.get("guardian", False),
        )
        for tag in shipped("complex/household/care_tags.toml")["tag"]
    )


def usual_tag(text: str) -> CareTag | None:
    """Return the usual tag a text means; None for one of the branch's own.

    What stands in brackets tells it more closely: `残疾人（二级）`.
    """
    said = _CLOSER.sub("", compact(text))
    return next((tag for tag in usual_tags() if said in {tag.name, *tag.words}), None)


def usual_days(text: str) -> int | None:
    """Return how many days may pass between two visits where nobody said it; None for own tags."""
    tag = usual_tag(text)
    return tag.days if tag else None


def tells_too_much(text: str) -> bool:
    """Return whether a remark says who needs care, or holds a phone."""
    said = compact(text)
    words = (word for tag in usual_tags() for word in (tag.name, *tag.words))
    return any(word in said for word in words) or _PHONE.search(said) is not None


def find_tag(text: str, *, every: int | None = None) -> CareTag:
    """Return the tag a text means; one of the branch's own needs its interval.

    Raises:
        NotFoundError: it is no usual tag, and no interval was said.
        UsageError: it is empty or too long.
    """
    usual, own = usual_tag(text), clean(text)
    if usual and compact(text) in {usual.name, *usual.words}:
        return usual
    if not own or len(own) > MAX_TAG:
        raise UsageError(
            _("“{text}” is no care tag.").format(text=text),
            hint=_("Write one of a few words, such as 独居老人."),
        )
    if every is None:
        raise NotFoundError(
            _("“{text}” is not one of the usual care tags.").format(text=text),
            hint=_("Usual: {known}. For one of your own say how often: --every 30").format(
                known=_(", ").join(tag.name for tag in usual_tags())
            ),
        )
    return CareTag(own, every)


def add_care(tx: Tx, door: Door, care: NewCare) -> None:
    """Record a tag with the consent to it; the same tag of the same person is renewed.

    The consent before is kept as removed: it counts for when a visit is due.

    Raises:
        RuleError: the consent lies in the future, has ended, or is a child's own.
    """
    _check_consent(care, tx.clock.today)
    person_id, name = care.person or (None, None)
    if care.tag.guardian and name == care.consent_by:
        raise RuleError(
            _("For a child under 14 a parent or guardian consents (PIPL 31)."),
            hint=_("Name the guardian: --consent-by NAME"),
        )
    values: dict[str, object] = {
        "interval_days": care.every or care.tag.days,
        "consent_on": care.consent_on.isoformat(),
        "consent_by": care.consent_by,
        "consent_until": care.until.isoformat() if care.until else None,
    }
    if care.note is not None:
        values["note"] = care.note or None
    known = tx.value(
        "SELECT id FROM care WHERE household_id = ? AND tag = ? AND person_id IS ?"
        " AND removed_at IS NULL",
        (door.id, care.tag.name, person_id),
    )
    if known:
        kept = tx.value("SELECT note FROM care WHERE id = ?", (known,))
        values = {"note": kept, **values}
        tx.update("care", known, removed_at=tx.clock.stamp)
    tx.insert("care", household_id=door.id, person_id=person_id, tag=care.tag.name, **values)
    tx.describe(
        Message(N_("Recorded a care tag with consent at {home}"), {"home": door.label}),
        reverse=Message(N_("take the care tag at {home} back"), {"home": door.label}),
        subject=door.label,
    )


def remove_care(tx: Tx, door: Door, tag: str | None) -> int:
    """Take the tags of a household away, or one of them.

    Returns:
        How many went.

    Raises:
        NotFoundError: there is none, or none of that name.
    """
    rows = [row for row in care_of(tx, door.id) if tag is None or row.tag == tag]
    if not rows:
        raise NotFoundError(
            _("There is no such care tag at {home}.").format(home=door.label),
            hint=_("See: jinlin household show {home}").format(home=door.label),
        )
    for row in rows:
        tx.update("care", row.id, removed_at=tx.clock.stamp)
    tx.describe(
        Message(N_("Removed the care tag at {home}"), {"home": door.label}),
        reverse=Message(N_("bring the care tag at {home} back"), {"home": door.label}),
        subject=door.label,
    )
    return len(rows)


def care_of(reader: Reader, household_id: int) -> list[CareRow]:
    """Return the tags of a household, those whose consent has ended too."""
    today = reader.clock.today.isoformat()
    return [
        CareRow(
            **dict(row), expired=row["consent_until"] is not None and row["consent_until"] < today
        )
        for row in reader.rows(
            "SELECT c.id, c.tag, c.interval_days, p.name AS person, c.consent_on, c.consent_by,"
            " c.consent_until, c.note FROM care AS c LEFT JOIN person AS p ON p.id = c.person_id"
            " WHERE c.household_id = ? AND c.removed_at IS NULL ORDER BY c.id",
            (household_id,),
        )
    ]


def tags_by_household(
    reader: Reader, *, on: str, only: tuple[str, ...] = ()
) -> dict[int, list[str]]:
    """Return the tags whose consent holds, by household.

    Args:
        reader: the database.
        on: the civil day as ISO text.
        only: these tags, however they are told more closely; empty for all.
    """
    import json

    found: dict[int, list[str]] = {}
    for row in reader.rows(
        "SELECT household_id, tag FROM care WHERE removed_at IS NULL"
        " AND (consent_until IS NULL OR consent_until >= ?1)"
        " AND (?2 = '[]' OR tag IN (SELECT value FROM json_each(?2))"
        " OR substr(tag, 1, instr(tag, '（') - 1) IN (SELECT value FROM json_each(?2)))"
        " ORDER BY id",
        (on, json.dumps(only)),
    ):
        tags = found.setdefault(row["household_id"], [])
        if row["tag"] not in tags:
            tags.append(row["tag"])
    return found


def _check_consent(care: NewCare, today: date) -> None:
    if care.consent_on > today:
        raise RuleError(
            _("The consent of {day} has not been given yet.").format(day=care.consent_on),
            hint=_("Record the tag when she has signed: jinlin household consent-form"),
        )
    if care.until is not None and care.until < today:
        raise RuleError(
            _("The consent ended on {day}.").format(day=care.until),
            hint=_("Ask for a new one: jinlin household consent-form"),
        )
