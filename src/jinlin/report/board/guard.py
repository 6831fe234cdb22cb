"""What a text must pass before everybody may read it: no name, phone, id or door gets through."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.parties import party_in
from jinlin.core.reference import Reference
from jinlin.documents.page import Page
from jinlin.issue.publicity import Form, KeptBack
from jinlin.issue.redaction import HIDDEN, SOMEBODY
from jinlin.meeting.ties import ties, withheld
from jinlin.member.teams import body_names
from jinlin.notice.actions import NewNotice
from jinlin.notice.pages import notice_page
from jinlin.notice.queries import Correction, NoticeRow
from jinlin.output.discretion import HALF_WIDTH, PHONE, Names
from jinlin.person.parties import parties
from jinlin.person.rules import RELATIONS
from jinlin.store.personal import PERSONAL, Content
from jinlin.store.tx import Reader

KIND_LABELS: Final = {
    "names": N_("names"),
    "phones": N_("phones"),
    "ids": N_("ids"),
    "doors": N_("doors"),
    "matters": N_("matters that are not public"),
}
_SPELLINGS: Final = frozenset({("person", "pinyin"), ("person", "initials")})
_ID = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
_COUNTED = (
    r"(?![\d-]|\s?(?:元|万|户|人|次|件|米|平|㎡|%|天|日|年|块|个|盏|棵|只|辆|吨|份|票|条|款|号))"
)
_DOORS: Final = (
    re.compile(
        r"(?<![\dA-Za-z-])([0-9A-Za-z]{1,3}[-#](?:[0-9A-Za-z]{1,2}[-#])?)\d{3,4}" + _COUNTED
    ),
    re.compile(r"((?:号楼|栋|幢|座|#|单元|梯)\s?)\d{3,4}" + _COUNTED),
    re.compile(r"()(?<![\d.])\d{3,4}(?=\s?(?:室|房(?!屋)|号房|住户|家(?!企)))"),
)
"""Doors as people write them; a number that counts something is none."""
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
    """

    def __init__(self, reader: Reader) -> None:
        known = parties(reader)
        self._names = Names(
            name
            for name in _values(reader, Content.NAME)
            if name not in RELATIONS and not (known.get(name) or party_in(name)).open
        )
        rows = reader.rows(
            "SELECT p.name, p.phone, p.other_phone FROM person AS p WHERE p.removed_at IS NULL"
            " AND EXISTS (SELECT 1 FROM post AS o WHERE o.person_id = p.id AND o.removed_at IS NULL"
            " AND (o.ended_on IS NULL OR o.ended_on > civil_today()))"
        )
        self._acting = {str(row["name"]) for row in rows}
        self._acting |= body_names(reader)
        found = ties(reader)
        self._withheld = withheld(reader, found)
        self._kept = {**found.kept, **found.issues}
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
        text = self._without_matters(text, count)
        text = self._nameless(text.translate(HALF_WIDTH), set(named), count)
        text = _counted(_ID, HIDDEN, text, count, "ids")
        text = _counted(PHONE, HIDDEN, text, count, "phones")
        for door in _DOORS:
            text = _counted(door, rf"\1{HIDDEN}", text, count, "doors")
        return text

    def contact(
        self, text: str, named: Iterable[str] = (), found: Counter[str] | None = None
    ) -> str:
        """Return where to object or ask, or who signs, as everybody may read it.

        Whoever holds a post is named there with her phone, and so is an office with its number; a
        resident is not.
        """
        count: Counter[str] = Counter() if found is None else found
        text = self._nameless(text.translate(HALF_WIDTH), {*named, *self._acting}, count)
        text = _counted(_ID, HIDDEN, text, count, "ids")

        def shown(match: re.Match[str]) -> str:
            if _digits(match[0]) not in self._phones:
                return match[0]
            count["phones"] += 1
            return HIDDEN

        return PHONE.sub(shown, text)

    def notice(self, notice: NoticeRow, found: Counter[str] | None = None) -> NoticeRow:
        """Return a notice as everybody may read it."""
        count: Counter[str] = Counter() if found is None else found
        named = {*notice.named, *self._acting}

        def hide(text: str) -> str:
            return self.text(self._not_at_home(text, count), named, count)

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

    def wording(self, notice: NoticeRow | NewNotice, found: Counter[str]) -> list[str]:
        """Return what will hang, line by line as everybody will read it, the title first."""
        named = {*notice.named, *self._acting}
        text = f"{notice.title}\n{notice.basis}\n{notice.body}"
        shown = self.text(self._not_at_home(text, found), named, found)
        first, *others = [" ".join(line.split()) for line in shown.split("\n") if line.strip()]
        return [_("Will hang: {text}").format(text=first), *others]

    def kept(self, about: Reference | None) -> KeptBack | None:
        """Return what keeps a notice about a record in the house; None where it may hang."""
        if about is None or about.kind not in {"issue", "resolution"}:
            return None
        found = self._kept.get(about.number)
        return None if found is None or found.form is Form.TITLED else found

    def _without_matters(self, text: str, count: Counter[str]) -> str:
        """Return a text without what stands in private and secret issues, or in their decisions."""
        matters: list[KeptBack] = []
        text = self._withheld.text(text, matters)
        count["matters"] += len(matters)
        return text

    def _not_at_home(self, text: str, count: Counter[str]) -> str:
        """Return a text without those in a post where it speaks of their homes."""
        for name in self._acting:
            if name in text:
                text, times = re.subn(re.escape(name) + _AT_HOME, _(SOMEBODY), text)
                count["names"] += times
        return text

    def _nameless(self, text: str, allowed: set[str], count: Counter[str]) -> str:
        def hide(name: str) -> str:
            if name in allowed:
                return name
            count["names"] += 1
            return _(SOMEBODY)

        return self._names.replaced(text, hide)


def public_page(guard: Guard, notice: NoticeRow, corrections: Iterable[Correction]) -> Page:
    """Return a notice as it hangs on the board, with what was put right in it."""
    told = [each._replace(reason=guard.text(each.reason, notice.named)) for each in corrections]
    return notice_page(guard.notice(notice), told)


def check_may_hang(guard: Guard, about: Reference | None) -> None:
    """Refuse to hang a notice about what stays in the house.

    Raises:
        RuleError: it is about a private or secret issue, or about what was decided on one.
    """
    found = guard.kept(about)
    if found is not None and about is not None:
        raise RuleError(
            _("{number} is about a matter that is not public: {what}.").format(
                number=about.number, what=found.words
            ),
            hint=_("What may be told of one: jinlin issue edit NUMBER --public-title …"),
        )


def hidden_told(found: Counter[str]) -> str:
    """Return what was hidden, in words; empty when nothing was."""
    return _(", ").join(
        _("{what}: {count}").format(what=_(KIND_LABELS[kind]), count=found[kind])
        for kind in KIND_LABELS
        if found[kind]
    )


def _counted(
    pattern: re.Pattern[str], instead: str, text: str, count: Counter[str], kind: str
) -> str:
    text, times = pattern.subn(instead, text)
    count[kind] += times
    return text


def _values(reader: Reader, content: Content) -> Iterator[str]:
    """Return every name or phone that stands in a column of its own."""
    asked = [
        f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608  (our own columns)
        for table, columns in PERSONAL.items()
        for column, what in columns.items()
        if what is content and (table, column) not in _SPELLINGS
    ]
    return (str(row[0]) for row in reader.each(" UNION ".join(asked)) if row[0])


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
