"""What the records and the last notices say of a notice where nothing was typed."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.core.reference import Reference
from jinlin.member.own_branch import branch
from jinlin.notice import queries
from jinlin.notice.actions import NewNotice
from jinlin.notice.queries import IN_STATUS, OF_MATTER, NoticeRow
from jinlin.notice.rules.matters import Matter, matters
from jinlin.notice.rules.notices import (
    NoticeStatus,
    Signer,
)
from jinlin.output.contribution.notice_sources import Drawn, NoticeSource, drawn
from jinlin.store.known import known
from jinlin.store.transaction.tx import Reader

LOOKED_BACK: Final = 20
"""Among so many of the last notices it is looked where they hung and who signed."""


NOTHING: Final = Drawn(matter="", title="", body="")


class Defaults(NamedTuple):
    """What the records and the last notices say where she says nothing.

    Attributes:
        drawn: what the records say; nothing where it is drawn from none.
        matter: which line of the list of what must be public.
        about: the record it is about.
        places_of: the notice whose places these are; empty where the records say them.
        contact_of: the notice whose contact this is, likewise.
    """

    drawn: Drawn
    matter: Matter | None
    about: Reference | None
    signer: str
    places: str
    contact: str
    places_of: str
    contact_of: str


def defaults(
    reader: Reader,
    source: NoticeSource | None,
    which: str | None,
    matter: Matter | None,
    about: Reference | None,
) -> Defaults:
    """Return what holds where nothing was said: the records, and what hung last.

    Args:
        reader: the database.
        source: which records it is drawn from; None from none.
        which: which of them.
        matter: its matter, if that was said.
        about: what it is about, if that was said.

    Raises:
        NotFoundError: there is no such record.
        RuleError: it must not be posted, or there is nothing to tell.
        UsageError: `which` cannot be read.
    """
    found = drawn(reader, source, which) if source else NOTHING
    matter = matter or matters().get(found.matter)
    posted = queries.notices(reader, limit=LOOKED_BACK)
    last = posted[0] if posted else None
    if found.signer:
        signer = found.signer
    elif matter is not None and matter.signers and Signer.BRANCH not in matter.signers:
        same = [n.signer for n in posted if n.matter == matter.code]
        signer = same[0] if same else ""
    else:
        signer = branch(reader).name
    same_signer = (n for n in posted if n.contact and n.signer == signer)
    before = None if found.contact else next(same_signer, None)
    return Defaults(
        drawn=found,
        matter=matter,
        about=known(reader, about) if about else found.about,
        signer=signer,
        places="、".join(last.places) if last else "",
        contact=before.contact if before else found.contact,
        places_of=last.label if last else "",
        contact_of=before.label if before else "",
    )


def hanging_already(reader: Reader, new: NewNotice, which: str | None) -> NoticeRow | None:
    """Return the notice that hangs and was drawn from the same records; None where none does.

    Args:
        reader: the database.
        new: what is to be written.
        which: which records were meant; one decision of a meeting is not the whole of it.
    """
    part = new.about is not None and "-" in (which or "")
    hangs = IN_STATUS([NoticeStatus.RUNNING])
    if new.matter is not None:
        hangs &= OF_MATTER([new.matter])
    hanging = queries.notices(reader, hangs)
    for notice in hanging:
        if (notice.about, _stretch(notice)) != (new.about, _stretch(new)):
            continue
        told_whole = new.about is None and new.covers is None
        if notice.body == new.body or not (part or told_whole):
            return notice
    return None


def _stretch(notice: NewNotice | NoticeRow) -> tuple[date, date | None] | None:
    """Return the days a notice tells of; of what went on when it was posted, only the first."""
    if notice.covers is None:
        return None
    first, last = notice.covers
    return first, None if last == notice.posted_on else last
