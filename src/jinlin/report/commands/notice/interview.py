"""What is asked of a notice where it was neither typed nor stands in the records."""

from __future__ import annotations

from typing import Any

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.notice.actions import NewNotice
from jinlin.notice.commands import options
from jinlin.notice.rules.matters import Matter, check_signer, usual_period
from jinlin.notice.rules.notices import (
    Type,
    full_title,
    type_in,
)
from jinlin.output.asking import Question, answers
from jinlin.report.board.composition import Defaults, NoticeWords


def asked(call: Call, words: NoticeWords, usual: Defaults, *, draft: bool) -> NewNotice:
    """Ask for what is missing and return the notice as it is to be written.

    Raises:
        UsageError: something is missing and nobody can be asked, or cannot be read.
        RuleError: its signer has no right to it.
    """
    found, matter = usual.drawn, usual.matter
    type_ = _type(call, words, matter)
    title, body, signer, basis, audience, places, contact = answers(
        call, _questions(words, usual, type_, draft=draft)
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
        named=tuple(dict.fromkeys((*found.named, *(words.named or ())))),
        about=usual.about,
        covers=found.covers,
        period=period,
        basis=clean(basis),
        audience=clean(audience),
        witness=clean(words.witness or found.witness),
        contact=clean(contact),
    )


def _type(call: Call, words: NoticeWords, matter: Matter | None) -> Type:
    """Return the type: what was said, what the matter is posted as, or what its title says."""
    usual = matter.type if matter else type_in(words.title or "")
    [said] = answers(
        call,
        [
            Question(
                option="--type", text=_("Type"), given=words.type, check=Type.read,
                choices=list(Type.labels().values()), optional=usual is not None,
                default=usual.label if usual else "",
            ),
        ],
    )  # fmt: skip
    return Type.read(said)


def _questions(words: NoticeWords, usual: Defaults, type_: Type, *, draft: bool) -> list[Question]:
    """Return what a notice of this type needs; a draft may lack what it needs to go up."""
    found, matter = usual.drawn, usual.matter

    def question(
        option: str, text: str, given: str | None, default: str, *, needed: bool, check: Any = None
    ) -> Question:
        return Question(
            option=option, text=text, given=given, default=default, check=check,
            optional=bool(default) or not needed,
        )  # fmt: skip

    return [
        question(
            _("TITLE"), _("Title of the notice"), words.title, found.title,
            needed=True,
        ),
        question("--text", _("What it says"), words.body, found.body, needed=True),
        question(
            "--signer", _signer_text(matter), words.signer, usual.signer, needed=True,
            check=lambda text: check_signer(matter, text),
        ),
        question(
            "--basis", _("Cause and basis"), words.basis, found.basis,
            needed=not draft and type_ in (Type.PUBLIC_NOTICE, Type.ANNOUNCEMENT),
        ),
        question(
            "--for", _("Whom it concerns"), words.audience, found.audience,
            needed=not draft and type_ is Type.NOTIFICATION,
        ),
        question(
            "--place", _("Where it hangs"), "、".join(words.places) if words.places else None,
            usual.places, needed=not draft,
        ),
        question(
            "--contact", _("Where to object or ask: who, phone, place, hours"), words.contact,
            usual.contact, needed=not draft and type_ is Type.PUBLIC_NOTICE,
        ),
    ]  # fmt: skip


def _signer_text(matter: Matter | None) -> str:
    if matter is None or not matter.signers:
        return _("Who signs it")
    return _("Who signs it: {signers}").format(
        signers=_(" or ").join(signer.label for signer in matter.signers)
    )
