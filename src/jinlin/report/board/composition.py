"""From what was typed and what the records say to a notice that can be written."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.core.text import clean, listed
from jinlin.member.own_branch import branch
from jinlin.notice import queries
from jinlin.notice.actions import NewNotice
from jinlin.notice.commands import options
from jinlin.notice.queries import NoticeFilter, NoticeRow
from jinlin.notice.rules.matters import Matter, check_signer, matters, parse_matter, usual_period
from jinlin.notice.rules.notices import (
    NoticeStatus,
    Signer,
    Type,
    full_title,
    type_in,
)
from jinlin.output.asking import Question, answers
from jinlin.report.board.sources import Drawn, drawn
from jinlin.store.known import known_reference
from jinlin.store.transaction.tx import Reader

LOOKED_BACK = 20
"""Among so many of the last notices it is looked where they hung and who signed."""


class NoticeWords(NamedTuple):
    """What was typed, as far as it was; None where it was not."""

    title: str | None
    source: str | None
    which: str | None
    type: str | None
    matter: str | None
    body: str | None
    basis: str | None
    audience: str | None
    signer: str | None
    witness: str | None
    contact: str | None
    places: tuple[str, ...] | None
    attachments: tuple[str, ...] | None
    named: tuple[str, ...] | None
    days: str | None
    about: str | None


class Defaults(NamedTuple):
    """What the records and the last notices say where she says nothing."""

    drawn: Drawn | None
    about: Reference | None
    signer: str
    places: str
    contact: str


def defaults(reader: Reader, words: NoticeWords) -> Defaults:
    """Return what holds where nothing was said: the records, and what hung last."""
    found = drawn(reader, words.source, words.which) if words.source else None
    matter = _matter(words, found)
    posted = queries.notices(reader, NoticeFilter(), limit=LOOKED_BACK)
    last = posted[0] if posted else None
    if found is not None and found.signer:
        signer = found.signer
    elif matter is not None and matter.signers and Signer.BRANCH not in matter.signers:
        same = [n.signer for n in posted if n.matter == matter.code]
        signer = same[0] if same else ""
    else:
        signer = branch(reader).name
    return Defaults(
        drawn=found,
        about=known_reference(reader, words.about)
        if words.about is not None
        else found and found.about,
        signer=signer,
        places="、".join(last.places) if last else "",
        contact=(found.contact if found else "")
        or next((n.contact for n in posted if n.contact and n.signer == signer), ""),
    )


def hanging_already(reader: Reader, new: NewNotice, which: str | None) -> NoticeRow | None:
    """Return the notice that hangs and was drawn from the same records; None where none does.

    Args:
        reader: the database.
        new: what is to be written.
        which: which records were meant; one decision of a meeting is not the whole of it.
    """
    part = new.about is not None and "-" in (which or "")
    hanging = queries.notices(
        reader, NoticeFilter(statuses=(NoticeStatus.RUNNING,), matter=new.matter)
    )
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


def _matter(words: NoticeWords, found: Drawn | None) -> Matter | None:
    if words.matter is not None:
        return parse_matter(words.matter)
    return matters()[found.matter] if found else None


def asked(call: Call, words: NoticeWords, usual: Defaults, *, draft: bool) -> NewNotice:
    """Ask for what is missing and return the notice as it is to be written.

    Raises:
        UsageError: something is missing and nobody can be asked, or cannot be read.
        RuleError: its signer has no right to it.
    """
    found = usual.drawn
    matter = _matter(words, found)
    named_type = type_in(words.title or "")
    usual_type = matter.type if matter else named_type
    said = answers(
        call,
        [
            Question(
                option="--type", text=_("Type"), given=words.type, check=Type.read,
                choices=list(Type.labels().values()),
                optional=usual_type is not None,
                default=usual_type.label if usual_type else "",
            ),
        ],
    )  # fmt: skip
    type_ = Type.read(said[0])
    title, body, signer, basis, audience, places, contact = answers(
        call, _questions(words, usual, type_, matter, draft=draft)
    )
    period = options.period_said(words.days, usual_period(type_, matter))
    if not all(map(clean, (title, body, signer))):
        raise UsageError(_("A notice has a title, a text and a signer."), hint=_("Write it."))
    return NewNotice(
        type=type_,
        matter=matter.code if matter else None,
        title=full_title(type_, clean(title)),
        body=clean(body),
        signer=clean(signer),
        places=words.places or tuple(listed(clean(places))),
        attachments=words.attachments or (),
        named=tuple(dict.fromkeys((*(found.named if found else ()), *(words.named or ())))),
        about=usual.about,
        covers=found.covers if found else None,
        period=period,
        basis=clean(basis),
        audience=clean(audience),
        witness=clean(words.witness or (found.witness if found else "")),
        contact=clean(contact),
    )


def _questions(
    words: NoticeWords, usual: Defaults, type_: Type, matter: Matter | None, *, draft: bool
) -> list[Question]:
    """Return what a notice of this type needs; a draft may lack what it needs to go up."""
    found = usual.drawn
    comment = type_ is Type.PUBLIC_NOTICE

    def question(
        option: str, text: str, given: str | None, default: str, *, needed: bool, check: Any = None
    ) -> Question:
        return Question(
            option=option, text=text, given=given, default=default, check=check,
            optional=bool(default) or not needed,
        )  # fmt: skip

    return [
        question(
            _("TITLE"), _("Title of the notice"), words.title, found.title if found else "",
            needed=True,
        ),
        question("--text", _("What it says"), words.body, found.body if found else "", needed=True),
        question(
            "--signer", _signer_text(matter), words.signer, usual.signer, needed=True,
            check=lambda text: check_signer(matter, text),
        ),
        question(
            "--basis", _("Cause and basis"), words.basis, found.basis if found else "",
            needed=not draft and type_ in (Type.PUBLIC_NOTICE, Type.ANNOUNCEMENT),
        ),
        question(
            "--for", _("Whom it concerns"), words.audience, found.audience if found else "",
            needed=not draft and type_ is Type.NOTIFICATION,
        ),
        question(
            "--place", _("Where it hangs"), "、".join(words.places) if words.places else None,
            usual.places, needed=not draft,
        ),
        question(
            "--contact", _("Where to object or ask: who, phone, place, hours"), words.contact,
            usual.contact, needed=comment and not draft,
        ),
    ]  # fmt: skip


def _signer_text(matter: Matter | None) -> str:
    if matter is None or not matter.signers:
        return _("Who signs it")
    return _("Who signs it: {signers}").format(
        signers=_(" or ").join(signer.label for signer in matter.signers)
    )
