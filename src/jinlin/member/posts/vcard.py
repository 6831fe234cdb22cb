"""Contacts as vCard 3.0, which every phone reads (RFC 2426; its text and folds as RFC 6350).

Without `unmask` a card has no number: half of one would only be dialled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final

from jinlin.core.i18n import _
from jinlin.core.people.surnames import DOUBLE_SURNAMES
from jinlin.member.posts.contacts import ActingContact

_LONGEST: Final = 75
"""So many octets a line has at most; what follows stands on the next one, behind a blank."""
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def cards(
    contacts: Sequence[ActingContact], *, key: str, place: str, made_at: datetime, unmask: bool
) -> bytes:
    """Return contacts as a file of cards; written again, each has the same UID.

    Args:
        contacts: whom.
        key: of the database (see `store.history.chain.database_key`).
        place: the branch.
        made_at: when the file is made.
        unmask: with the numbers of their phones.
    """
    made = made_at.astimezone(UTC)
    lines = (
        line
        for contact in contacts
        for line in _card(contact, key=key, place=place, made=made, unmask=unmask)
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _card(
    acting: ActingContact, *, key: str, place: str, made: datetime, unmask: bool
) -> Iterator[str]:
    person = acting.person
    length = 2 if person.name[:2] in DOUBLE_SURNAMES and len(person.name) > 2 else 1  # noqa: PLR2004
    family, given = _text(person.name[:length]), _text(person.name[length:])
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield "PRODID:-//jinlin//contacts//ZH"
    yield f"UID:{person.label}-{key}@jinlin"
    yield f"REV:{made:%Y%m%dT%H%M%SZ}"
    yield f"FN:{_text(person.name)}"
    yield f"N:{family};{given};;;"
    yield f"ORG:{_text(place)}"
    yield f"TITLE:{_text('、'.join(acting.roles))}"
    if person.phone and unmask:
        yield f"TEL;TYPE=CELL,VOICE:{_text(person.phone)}"
    elif person.phone:
        yield f"NOTE:{_text(_('The phone is left out.'))}"
    yield "END:VCARD"


def _text(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Return a line in parts of at most 75 octets; no character is parted."""
    part, octets = "", 0
    for character in line:
        octets += len(character.encode())
        if octets > _LONGEST:
            yield part
            part, octets = " ", 1 + len(character.encode())
        part += character
    yield part
