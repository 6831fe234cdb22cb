"""What a text must pass before everybody may read it: no name, phone, id or door gets through."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.documents.page import Page
from jinlin.issue.redaction import HIDDEN, SOMEBODY, taken_for_names
from jinlin.member.purses import is_organisation
from jinlin.notice.pages import notice_page
from jinlin.notice.queries import Correction, NoticeRow
from jinlin.output.spotting import Names, Spot, replaced, spots
from jinlin.output.telling import What
from jinlin.store.known_names import KnownNames
from jinlin.store.personal import PERSONAL, Content
from jinlin.store.tx import Reader

KIND_LABELS: Final = {
    "names": N_("names"),
    "phones": N_("phones"),
    "ids": N_("ids"),
    "doors": N_("doors"),
    "numbers": N_("accounts and plates"),
}
_KINDS: Final = {
    What.NAME: "names",
    What.LIKELY: "names",
    What.PHONE: "phones",
    What.ID: "ids",
    What.DOOR: "doors",
    What.NUMBER: "numbers",
    What.PLATE: "numbers",
}


class Guard:
    """Everybody the database knows, and what hides them.

    Organisations stay: a notice may have to name a company. What is drawn from issues has hidden
    the parties they are about before it comes here.

    Args:
        reader: the database.
    """

    def __init__(self, reader: Reader) -> None:
        known = reader.once(KnownNames)
        self._likely: dict[str, None] = {}
        self._none = known.none
        self._names = Names(
            [name for name in known.all if not is_organisation(name)],
            none=known.none,
        )
        rows = reader.rows(
            "SELECT p.name, p.phone, p.other_phone FROM person AS p WHERE p.removed_at IS NULL"
            " AND EXISTS (SELECT 1 FROM post AS o WHERE o.person_id = p.id AND o.removed_at IS NULL"
            " AND (o.ended_on IS NULL OR o.ended_on > civil_today()))"
        )
        self._acting = {str(row["name"]) for row in rows}
        acting_phones = {_digits(phone) for row in rows for phone in row[1:] if phone}
        self._phones = {_digits(p) for p in _values(reader, Content.PHONE)} - acting_phones

    def text(self, text: str, named: Iterable[str] = (), found: Counter[str] | None = None) -> str:
        """Return a text as everybody may read it.

        Args:
            text: what was written.
            named: the people it may name: they act in a post or agreed in writing.
            found: counts what was hidden, by the keys of `KIND_LABELS`.
        """
        count: Counter[str] = Counter() if found is None else found
        return self._hidden(text, set(named), count, _KINDS)

    def contact(
        self, text: str, named: Iterable[str] = (), found: Counter[str] | None = None
    ) -> str:
        """Return where to object or ask, or who signs, as everybody may read it.

        Whoever holds a post is named there with her phone, and so is an office with its number; a
        resident is not.
        """
        count: Counter[str] = Counter() if found is None else found
        return self._hidden(text, {*named, *self._acting}, count, _KINDS.keys() - {What.DOOR})

    @property
    def likely_told(self) -> str:
        """What was hidden for looking like a name, and what to do if it is none, or nothing."""
        return taken_for_names(self._likely, self._none) if self._likely else ""

    def notice(self, notice: NoticeRow, found: Counter[str] | None = None) -> NoticeRow:
        """Return a notice as everybody may read it."""
        count: Counter[str] = Counter() if found is None else found

        def hide(text: str) -> str:
            return self.text(text, notice.named, count)

        def contact(text: str) -> str:
            return self.contact(text, notice.named, count)

        return notice._replace(
            title=hide(notice.title),
            body=hide(notice.body),
            basis=hide(notice.basis),
            audience=hide(notice.audience),
            attachments=tuple(map(hide, notice.attachments)),
            withdrawn_because=hide(notice.withdrawn_because) if notice.withdrawn_because else None,
            places=tuple(map(contact, notice.places)),
            contact=contact(notice.contact),
            signer=contact(notice.signer),
            witness=contact(notice.witness),
        )

    def _hidden(
        self, text: str, allowed: set[str], count: Counter[str], kinds: Collection[What]
    ) -> str:
        """Return a text without what is of these kinds; where doors stand, offices' phones do."""

        def hide(spot: Spot) -> str:
            contact = spot.what is What.PHONE and What.DOOR not in kinds
            office = contact and _digits(spot.text) not in self._phones
            if office or spot.what not in kinds or spot.text in allowed:
                return text[spot.start : spot.end]
            count[_KINDS[spot.what]] += 1
            if spot.what is What.LIKELY:
                self._likely[spot.text] = None
            return _(SOMEBODY) if _KINDS[spot.what] == "names" else HIDDEN

        return replaced(text, spots(text, self._names), hide)


def public_page(guard: Guard, notice: NoticeRow, corrections: Iterable[Correction]) -> Page:
    """Return a notice as it hangs on the board, with what was put right in it."""
    told = [each._replace(reason=guard.text(each.reason, notice.named)) for each in corrections]
    return notice_page(guard.notice(notice), told)


def hidden_told(found: Counter[str]) -> str:
    """Return what was hidden, in words; empty when nothing was."""
    return _(", ").join(
        _("{what}: {count}").format(what=_(KIND_LABELS[kind]), count=found[kind])
        for kind in KIND_LABELS
        if found[kind]
    )


def _values(reader: Reader, content: Content) -> Iterator[str]:
    """Return every name or phone that stands in a column of its own."""
    asked = [
        f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608  (our own columns)
        for table, columns in PERSONAL.items()
        for column, what in columns.items()
        if what is content
    ]
    return (str(row[0]) for row in reader.each(" UNION ".join(asked)) if row[0])


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
