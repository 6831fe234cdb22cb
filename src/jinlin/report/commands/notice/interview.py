"""What is asked of a notice where it was neither typed nor stands in the records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.core.text import listed
from jinlin.notice.actions import NewNotice
from jinlin.notice.commands import options
from jinlin.notice.commands.kinds import MATTER
from jinlin.notice.rules.matters import Matter, check_signer, usual_period
from jinlin.notice.rules.notices import (
    Type,
    full_title,
    parse_period,
    type_in,
)
from jinlin.output.asking import Question, answers
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.contribution.notice_sources import NoticeSource
from jinlin.report.board.composition import Defaults


class NoticeWords(NamedTuple):
    """What is told of a notice that is posted."""

    source: Annotated[
        NoticeSource | None,
        choice(NoticeSource, called=N_("SOURCE")).option(
            "--from",
            help=N_(
                "From records: issues, fund, revenue, property service, resolutions, result,"
                " elevator, project, partners, survey, services, list of small powers, stewards."
            ),
        ),
    ] = None
    which: Annotated[
        str | None,
        TEXT.option(
            "--of",
            called=N_("WHICH"),
            help=N_(
                "Which month, week, quarter, half-year, meeting, plan or building: 10, 上周, 3季度,"
                " 下半年, M12, E3."
            ),
        ),
    ] = None
    type: Annotated[
        Type | None,
        choice(Type, called=N_("TYPE")).option(help=N_("公示、公告、公开 or 通知.")),
    ] = None
    matter: Annotated[
        Matter | None,
        MATTER.option(help=N_("Its line of jinlin notice matters: its period and who signs it.")),
    ] = None
    told: options.NoticeFields = options.NoticeFields()
    about: options.About = None


def asked(
    call: Call, title: str | None, words: NoticeWords, usual: Defaults, *, draft: bool
) -> NewNotice:
    """Ask for what is missing and return the notice as it is to be written.

    Raises:
        UsageError: something is missing and nobody can be asked, or cannot be read.
        FileError: the file that holds its text cannot be read.
        RuleError: its signer has no right to it.
    """
    found, matter, told = usual.drawn, usual.matter, words.told
    type_ = words.type or _type(call, title, matter)
    said = {"title": title, **told.kept(call)}
    title, body, signer, basis, audience, places, contact, *days = answers(
        call, [*_questions(said, usual, type_, draft=draft), *_until(type_, told)]
    )
    return NewNotice(
        type=type_,
        matter=matter.code if matter else None,
        title=full_title(type_, title),
        body=body,
        signer=signer,
        places=said["places"] or tuple(listed(places)),
        attachments=said["attachments"] or (),
        named=tuple(dict.fromkeys((*found.named, *(said["named"] or ())))),
        about=usual.about,
        covers=found.covers,
        period=options.period_said(
            told.days or next(map(parse_period, filter(None, days)), None),
            usual_period(type_, matter),
        ),
        basis=basis,
        audience=audience,
        witness=told.witness or found.witness,
        contact=contact,
    )


def _type(call: Call, title: str | None, matter: Matter | None) -> Type:
    """Return the type: what the matter is posted as, what its title says, or what is answered."""
    usual = matter.type if matter else type_in(title or "")
    [said] = answers(
        call,
        [
            Question(
                option="--type", text=_("Type"), given=None, check=Type.read,
                choices=list(Type.labels().values()), optional=usual is not None,
                default=usual.label if usual else "",
            ),
        ],
    )  # fmt: skip
    return Type.read(said)


def _questions(
    said: Mapping[str, Any], usual: Defaults, type_: Type, *, draft: bool
) -> list[Question]:
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
            _("TITLE"), _("Title of the notice"), said["title"], found.title,
            needed=True,
        ),
        question(
            as_typed("--text", "--正文"), _("What it says"), said["body"], found.body,
            needed=True,
        ),
        question(
            "--signer", _signer_text(matter), said["signer"], usual.signer, needed=True,
            check=lambda text: check_signer(matter, text),
        ),
        question(
            "--basis", _("Cause and basis"), said["basis"], found.basis,
            needed=not draft and type_ in (Type.PUBLIC_NOTICE, Type.ANNOUNCEMENT),
        ),
        question(
            as_typed("--for", "--对象"), _("Whom it concerns"), said["audience"], found.audience,
            needed=not draft and type_ is Type.NOTIFICATION,
        ),
        question(
            "--place", _("Where it hangs"), "、".join(said["places"]) if said["places"] else None,
            usual.places, needed=not draft,
        ),
        question(
            as_typed("--contact", "--联系方式"),
            _("Where to object or ask: who, phone, place, hours"), said["contact"],
            usual.contact, needed=not draft and type_ is Type.PUBLIC_NOTICE,
        ),
    ]  # fmt: skip


def _until(type_: Type, told: options.NoticeFields) -> Iterator[Question]:
    """Yield for how long a notice hangs whose matter is over some day."""
    if type_.passes and told.days is None:
        text = _("For how many days it hangs (Enter: until it is over)")
        yield Question("--days", text, None, optional=True, check=parse_period)


def _signer_text(matter: Matter | None) -> str:
    if matter is None or not matter.signers:
        return _("Who signs it")
    return _("Who signs it: {signers}").format(
        signers=_(" or ").join(signer.label for signer in matter.signers)
    )
