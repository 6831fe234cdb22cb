"""What a text must pass before everybody may read it (redaction): no name, phone, id or door."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from jinlin.complex.building.queries import complex_name
from jinlin.complex.building.rooms import rooms
from jinlin.core.i18n import N_, _
from jinlin.core.people.phone import phone_digits
from jinlin.core.reference import Reference
from jinlin.core.word import Word
from jinlin.documents.page import Page
from jinlin.issue.privacy.publicity import Disclosure, KeptBack, not_public
from jinlin.issue.privacy.redaction import taken_for_names
from jinlin.meeting.record.ties import ties, withheld
from jinlin.member.team.teams import body_names
from jinlin.notice.corrections import Correction
from jinlin.notice.pages import notice_page
from jinlin.notice.queries import NoticeRow
from jinlin.output.listing.discretion import SOMEBODY, outside
from jinlin.output.listing.spotting import Names, Spot, replaced, spots
from jinlin.output.listing.telling import What
from jinlin.store.known_names import KnownNames
from jinlin.store.schema.duties import DUTIES
from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.transaction.tx import Reader


class HiddenKind(Word):
    """What of a text nobody may read."""

    NAMES = "names", N_("names")
    PHONES = "phones", N_("phones")
    IDS = "ids", N_("ids")
    DOORS = "doors", N_("doors")
    NUMBERS = "numbers", N_("accounts and plates")
    MATTERS = "matters", N_("matters that are not public")


_KINDS: Final = {
    What.NAME: HiddenKind.NAMES,
    What.LIKELY: HiddenKind.NAMES,
    What.SURNAME: HiddenKind.NAMES,
    What.PHONE: HiddenKind.PHONES,
    What.ID: HiddenKind.IDS,
    What.DOOR: HiddenKind.DOORS,
    What.NUMBER: HiddenKind.NUMBERS,
    What.PLATE: HiddenKind.NUMBERS,
}
_NEVER: Final = frozenset({What.ID, What.NUMBER, What.PLATE})
"""What stands on no notice, whoever is named on it."""
_REACHED: Final = frozenset({What.NAME, What.LIKELY, What.PHONE})
_AT_HOME: Final = (
    r"(?=[ 　]?(?:[（(][^）)]*[）)])?[ 　]?(?:家|住(?!建)|户|反映|投诉|来电|\d{1,3}[-#号栋幢座]))"
)
"""After the name of somebody in a post it says that she is meant as a resident."""


class Guard:
    """Everybody the database knows, and what hides them.

    Organisations stay: a notice may have to name a company; so do those who act in a post, where it
    does not speak of their homes. What is drawn from issues has hidden the parties they are about
    before it comes here.

    Args:
        reader: the database.

    Attributes:
        hidden: how much of each kind it has taken out so far.
        complex: the complex's name.
    """

    def __init__(self, reader: Reader) -> None:
        known = reader.once(KnownNames)
        self.hidden: Counter[HiddenKind] = Counter()
        self.complex = complex_name(reader)
        self._likely: dict[str, None] = {}
        self._none = known.none
        self._names = Names(known.closed, none=known.none, rooms=rooms(reader))
        rows = reader.rows(
            "SELECT name, phone, other_phone FROM person WHERE removed_at IS NULL"  # noqa: S608
            f" AND id IN (SELECT person_id FROM post WHERE {DUTIES['post'].open})"
        )
        self._acting = {str(row["name"]) for row in rows}
        self._acting |= body_names(reader)
        found = ties(reader)
        self._withheld = withheld(reader)
        self._kept = {**found.kept, **found.issues}
        acting_phones = {phone_digits(phone) for row in rows for phone in row[1:] if phone}
        self._phones = {phone_digits(p) for p in _values(reader, Content.PHONE)} - acting_phones

    def text(self, text: str, named: Iterable[str] = ()) -> str:
        """Return a text as everybody may read it.

        Args:
            text: what was written.
            named: the people it may name: they act in a post or agreed in writing.
        """
        return self._hidden(self._without_matters(text), set(named), _KINDS)

    def place(self, text: str, named: Iterable[str] = ()) -> str:
        """Return where something hangs, as everybody may read it; doors say where that is.

        Whoever holds a post is named there, with her phone, and so is an office; a resident is not.
        """
        kinds = _KINDS.keys() - {What.DOOR}
        return self._hidden(text, {*named, *self._acting}, kinds)

    def role(self, text: str) -> str:
        """Return who signs, who witnesses or where to object, as everybody may read it.

        Whoever is named there acts in that role on this paper, with the phone that stands there.
        """
        return self._hidden(text, set(), _NEVER)

    @property
    def likely_told(self) -> str:
        """What was hidden for looking like a name, and what to do if it is none, or nothing."""
        return taken_for_names(self._likely, self._none) if self._likely else ""

    def notice(self, notice: NoticeRow) -> NoticeRow:
        """Return a notice as everybody may read it; whoever has a role on it is named in it too."""
        acting = self._acting | self._in_a_role(notice)
        named = {*notice.named, *acting}

        def hide(text: str) -> str:
            return self.text(self._not_at_home(text, acting), named)

        return notice._replace(
            title=hide(notice.title),
            body=hide(notice.body),
            basis=hide(notice.basis),
            audience=hide(notice.audience),
            attachments=tuple(map(hide, notice.attachments)),
            withdrawn_because=hide(notice.withdrawn_because) if notice.withdrawn_because else None,
            places=tuple(self.place(place, notice.named) for place in notice.places),
            contact=self.role(notice.contact),
            signer=self.role(notice.signer),
            witness=self.role(notice.witness),
        )

    def kept(self, about: Reference | None) -> KeptBack | None:
        """Return what keeps a notice about a record in the house; None where it may hang."""
        if about is None or about.kind not in {"issue", "resolution", "vote"}:
            return None
        found = self._kept.get(about.number)
        return None if found is None or found.form is Disclosure.TITLED else found

    def _without_matters(self, text: str) -> str:
        """Return a text without what stands in private and secret issues, or in their decisions."""
        matters: list[KeptBack] = []
        text = self._withheld.text(text, matters)
        self.hidden[HiddenKind.MATTERS] += len(matters)
        return text

    def _in_a_role(self, notice: NoticeRow) -> set[str]:
        """Return the names and phones of whom a notice names as contact, signer or witness."""
        told = f"{notice.contact}，{notice.signer}，{notice.witness}"
        return {_plain(spot) for spot in spots(told, self._names) if spot.what in _REACHED}

    def _not_at_home(self, text: str, acting: Iterable[str]) -> str:
        """Return a text without those in a post where it speaks of their homes."""
        for name in acting:
            if name in text:
                text, times = re.subn(re.escape(name) + _AT_HOME, _(SOMEBODY), text)
                self.hidden[HiddenKind.NAMES] += times
        return text

    def _hidden(self, text: str, allowed: set[str], kinds: Collection[What]) -> str:
        """Return a text without what is of these kinds; where doors stand, offices' phones do."""

        def hide(spot: Spot) -> str:
            contact = spot.what is What.PHONE and What.DOOR not in kinds
            office = contact and phone_digits(spot.text) not in self._phones
            if office or spot.what not in kinds or _plain(spot) in allowed:
                return text[spot.start : spot.end]
            self.hidden[_KINDS[spot.what]] += 1
            if spot.what is What.LIKELY:
                self._likely[spot.text] = None
            return outside(spot)

        return replaced(text, spots(text, self._names, leaving=True), hide)


def _plain(spot: Spot) -> str:
    """Return a name as it is, a phone without what parts its figures."""
    return phone_digits(spot.text) if spot.what is What.PHONE else spot.text


def public_page(guard: Guard, shown: NoticeRow, corrections: Iterable[Correction]) -> Page:
    """Return a notice as it hangs on the board, with what was put right in it.

    Args:
        guard: what hides.
        shown: the notice as everybody may read it.
        corrections: as they were written.
    """
    told = [each._replace(reason=guard.text(each.reason, shown.named)) for each in corrections]
    return notice_page(shown, told, guard.complex)


def check_may_hang(guard: Guard, about: Reference | None) -> None:
    """Refuse to hang a notice about what stays in the house.

    Raises:
        RuleError: it is about a private or secret issue, or about what was decided on one.
    """
    found = guard.kept(about)
    if found is not None and about is not None:
        see = _("See: jinlin issue show {number}").format(number=found.number)
        raise not_public(about.number, found, see)


def hidden_told(found: Counter[HiddenKind]) -> str:
    """Return what was hidden, in words; empty when nothing was."""
    return _(", ").join(
        _("{what}: {count}").format(what=kind.label, count=found[kind])
        for kind in HiddenKind
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
