"""征求意见: an employer asks what the branch thinks of a member who reported in.

The reply holds facts from the records and what the committee discussed, in words: no score, no
ranking (practice 5.5; PIPL 24).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.reference import Reference, parse_reference
from jinlin.core.said import TODAY
from jinlin.core.text import clean, compact
from jinlin.core.word import Word
from jinlin.member.register.queries import members_of, who_left
from jinlin.member.report_in.report_in import Service, reported, services_of
from jinlin.output.command.kinds import COME_DAY, NAME, PLANNED_DAY, TEXT, WHO, choice
from jinlin.output.contribution.discussions import Discussion, take_up
from jinlin.output.listing.values import masked
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field, kept
from jinlin.output.register.rules import Aftermath, Draft, Numbering, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader, Tx


class Cause(Word, refusal=N_("There is no cause “{text}”."), error=NotFoundError):
    """Why an employer asks."""

    HONOURS = "honours", N_("honours"), "评优评先", "评优", "评先", "评先评优"
    PROMOTION = "promotion", N_("promotion"), "晋职晋级", "晋级", "晋职", "提拔"
    DELEGATE = (
        "delegate", N_("nomination as delegate, deputy or CPPCC member"),
        "两代表一委员", "推选", "党代表", "人大代表", "政协委员", "提名", "推荐", "推荐人选",
        "提名党代表", "提名人大代表", "提名政协委员",
    )  # fmt: skip
    OTHER = "other", N_("another cause"), "其他"


class ReplyState(Word):
    """How far a reply is."""

    OPEN = "open", N_("to be replied")
    OVERDUE = "overdue", N_("reply overdue")
    REPLIED = "replied", N_("has been replied")


_ABOUT: Final = (
    "(SELECT {} FROM member AS m JOIN person AS p ON p.id = m.person_id WHERE m.id = r.member_id)"
)


class EmployerLetter(RegisterRow, table="opinion"):
    """An employer's letter, and the branch's reply as far as there is one; days as ISO text.

    Attributes:
        meeting: in which meeting of the branch it was discussed: `M12`.
        discussed_on: when that was.
        text: the opinion.
        replied_on: when the reply went out.
    """

    who: Sequence[str] | None = field(
        WHO.several(), "", N_("Names, name@building, P12 or a phone's end; several with commas."),
        edit_help=N_("A name, name@building, P12 or a phone's end."),
        word=True, names=("--person",), asked=N_("About whom"), stored=False, column=None,
    )  # fmt: skip
    person: str = computed(N_("Person"), _ABOUT.format("'P' || p.number"), aside=True, untold=True)
    name: str = computed(N_("About whom"), _ABOUT.format("p.name"), personal=Personal.NAME)
    asked_by: str = field(
        NAME, N_("Asked by"), N_("The employer that asks."),
        names=("--from",), asked=N_("The employer"),
    )  # fmt: skip
    letter: str | None = field(
        TEXT, N_("Letter no."), N_("The number of its letter."), personal=Personal.TEXT, aside=True
    )
    cause: Cause = field(
        choice(Cause, called=N_("CAUSE")), N_("Cause"),
        N_("honours, promotion, delegate or other."), asked=N_("Cause"),
    )  # fmt: skip
    received_on: str = field(
        COME_DAY, N_("Letter came"), N_("The day the letter came; today if left out."),
        edit_help=N_("The day the letter came."), names=("--date",), default=TODAY,
    )  # fmt: skip
    reply_by: str | None = field(PLANNED_DAY, N_("Reply by"), N_("Until when it wants the reply."))
    state: ReplyState = computed(
        N_("State"),
        "CASE WHEN r.replied_on IS NOT NULL THEN 'replied'"
        " WHEN r.reply_by < civil_today() THEN 'overdue' ELSE 'open' END",
        choice=ReplyState,
        untold=True,
    )
    meeting: str | None = kept(label=N_("Discussed at"), column=Kind.TEXT, aside=True)
    discussed_on: str | None = kept(label=N_("Discussed on"), column=Kind.DATE, aside=True)
    text: str | None = kept(
        label=N_("Opinion"), column=Kind.TEXT, personal=Personal.TEXT, aside=True
    )
    replied_on: str | None = kept(label=N_("Reply sent"), column=Kind.DATE)
    member_id: int = kept(label=N_("About whom"))

    @property
    def on_agenda(self) -> str:
        """What an agenda calls it; it names nobody, and several people in one letter once."""
        return _("Reply to {employer} on {cause}").format(
            employer=self.asked_by, cause=self.cause.label
        )

    @property
    def about(self) -> str:
        """Her number and masked name, for messages: `P12 张**`."""
        return f"{self.person} {masked(self.name, Personal.NAME)}"


class Facts(NamedTuple):
    """What the records say of a member who reported in.

    Attributes:
        reported_on: when she reported in.
        employer: where she works.
        services: what she did since she reported in, the earliest first.
        earlier: how often she served here before she reported in.
    """

    reported_on: str | None
    employer: str | None
    services: tuple[Service, ...]
    earlier: int = 0

    @property
    def minutes(self) -> int:
        """For how long she served, as far as it was said."""
        return sum(service.minutes or 0 for service in self.services)


_SCORED: Final = re.compile(
    r"(?<![\d.点时:])\d+(?:\.\d+)?分(?![钟之])|[〇零一二两三四五六七八九十百]{2,}分(?![钟之])"
    r"|[得打][一二两三四五六七八九十]分|\d+(?:\.\d+)?[%％]|百分之"
    r"|满分|总分|得分|评分|打分|分数|排名|名次|位次|名列|位[列居]|排在?第"
    r"|[第前](?:\d+|[一二两三四五六七八九十]+)[名位]"
)
_RANKED: Final = re.compile(r"\b(?:score|rank)", re.IGNORECASE)


def parse_opinion(text: str) -> str:
    """Read what the committee thinks, in words.

    Raises:
        UsageError: it is empty.
        RuleError: it gives a score or a rank, which people are not given (practice 5.5).
    """
    said = clean(text)
    if not said:
        raise UsageError(_("The opinion is empty."), hint=_("Write it in words with --text."))
    scored = _SCORED.search(compact(said)) or _RANKED.search(said)
    if scored is not None:
        raise RuleError(
            _("“{text}” is a score or a rank; an opinion says in words what she did.").format(
                text=scored[0]
            ),
            hint=_("Write it like --text 工作认真负责，积极参加志愿服务"),
        )
    return said


def parse_meeting(text: str) -> Reference:
    """Read in which meeting a letter was discussed: `M12`, or 12.

    Raises:
        UsageError: it is no number of a meeting.
    """
    said = compact(text)
    meant = parse_reference(f"M{said}" if said.isdecimal() else text)
    if meant.kind != "meeting":
        raise UsageError(
            _("{number} is no meeting.").format(number=meant.number), hint=_("Write it like M12.")
        )
    return meant


def to_reply(reader: Reader) -> list[EmployerLetter]:
    """Return the letters that wait for their reply, the most urgent first."""
    return [one for one in LETTERS.rows(reader) if one.state is not ReplyState.REPLIED]


def facts(reader: Reader, letter: EmployerLetter) -> Facts:
    """Return what the records say of the member a letter is about."""
    person = [reader.value("SELECT person_id FROM member WHERE id = ?", (letter.member_id,))]
    [member, *_older] = members_of(reader, person) or who_left(reader, person)
    details = member.details
    since = details.reported_on or ""
    done = [one for one in services_of(reader, letter.member_id) if one.done_on is not None]
    after = tuple(one for one in done if str(one.done_on) >= since)
    return Facts(
        details.reported_on, details.employer or letter.asked_by, after, len(done) - len(after)
    )


def _check(draft: Draft) -> None:
    """Find whom a letter is about, and refuse what cannot be true or was replied already.

    Raises:
        NotFoundError: no member is meant, or several are.
        RuleError: she did not report in, the reply would be due before the letter came, the same
            letter is recorded, or it was replied.
    """
    values = draft.values
    if draft.old is not None:
        _refuse_replied(draft.old)
    if "who" in draft.said:
        who, *others = values["who"]
        if others and draft.old is not None:
            raise UsageError(
                _("A letter that is recorded is about one person."),
                hint=_("Record it for the others: jinlin member opinion add {who}").format(
                    who=others[0]
                ),
            )
        values["others"] = others
        values["member_id"] = reported(draft.tx, who).id
    if values["reply_by"] and values["reply_by"] < values["received_on"]:
        raise RuleError(
            _("A letter of {received} cannot be due on {due}.").format(
                received=values["received_on"], due=values["reply_by"]
            ),
            hint=_("Write the year in full."),
        )
    for one in LETTERS.rows(draft.tx):
        if one.id != (draft.old and draft.old.id) and _same(one, values):
            raise RuleError(
                _(
                    "{employer} asked the same of {person} already: {number}, letter of {day}."
                ).format(
                    employer=one.asked_by, person=one.about, number=one.label, day=one.received_on
                ),
                hint=_(
                    "Is it another letter? Give its number: --letter. See the first: jinlin member"
                    " opinion show {number}"
                ).format(number=one.label),
            )


_LETTER_ITSELF: Final[Sequence[str]] = ("asked_by", "letter", "cause", "received_on", "reply_by")
"""What one letter says of everybody it is about."""


def _also_about_others(change: RegisterChange) -> Aftermath:
    """Record, or correct, the letter for everybody else it is about: each gets her own reply."""
    draft = change.draft
    if draft is None:
        return Aftermath()
    if draft.old is not None:
        return _corrected_for_others(change, draft)
    others = draft.values.get("others", ())
    if not others:
        return Aftermath()
    made = [
        LETTERS.write(LETTERS.drafted(change.tx, None, draft.values | {"who": [name]}))
        for name in others
    ]
    told = _("Each gets a reply of her own: jinlin member opinion reply {number} --text …")
    return Aftermath(
        [f"{one.label} {masked(one.name, Personal.NAME)}" for one in made],
        (told.format(number=change.record.label),),
        {"others": [one.label for one in made]},
    )


def _corrected_for_others(change: RegisterChange, draft: Draft) -> Aftermath:
    """Correct what the letter itself says for everybody else it is about and who has no reply."""
    shared = {key: draft.values[key] for key in _LETTER_ITSELF if key in draft.said}
    others = [
        one
        for one in (to_reply(change.tx) if shared else ())
        if one.id != draft.old.id
        and all(getattr(one, key) == getattr(draft.old, key) for key in _LETTER_ITSELF)
    ]
    if not others:
        return Aftermath()
    LETTERS.write(LETTERS.drafted(change.tx, others[0], shared))  # which goes on to the next
    return Aftermath(
        [f"{one.label} {masked(one.name, Personal.NAME)}" for one in others],
        (_("The letter is about several people: it is corrected for all of them."),),
        {"others": [one.label for one in others]},
    )


def _same(one: EmployerLetter, values: dict[str, Any]) -> bool:
    """Return whether a letter says the same; one with another number does not."""
    alike = ("member_id", "asked_by", "cause", "received_on", "reply_by")
    return values["letter"] in {None, one.letter} and all(
        getattr(one, key) == values[key] for key in alike
    )


def _refuse_replied(letter: EmployerLetter) -> None:
    """Refuse to change or reply to a letter that was replied.

    Raises:
        RuleError: it was.
    """
    if letter.state is ReplyState.REPLIED:
        raise RuleError(
            _("Letter {number} was replied on {day}.").format(
                number=letter.label, day=letter.replied_on
            ),
            hint=_("Print the reply: jinlin member opinion letter {number}").format(
                number=letter.label
            ),
        )


LETTERS: Final = Register(
    EmployerLetter,
    RegisterWords(
        N_("employer's letter"),
        N_("Requests for opinion"),
        "opinions",
        "member opinion",
        N_("张伟 --from 市财政局 --cause 评优评先"),
    ),
    numbered=Numbering(label=N_("Number"), prefix="Y"),
    order="r.replied_on IS NOT NULL, r.replied_on DESC, r.reply_by IS NULL, r.reply_by,"
    " r.number DESC",
    rules=Rules(_check, aftermath=_also_about_others),
)


def reply(
    tx: Tx, which: str, *, text: str, meeting: Reference | None, replied_on: str
) -> tuple[EmployerLetter, Discussion]:
    """Record what the branch discussed and that the reply went out.

    Args:
        tx: the transaction.
        which: the letter.
        text: the opinion.
        meeting: where it was discussed; it comes on the agenda there. None for the only meeting of
            the branch between letter and reply.
        replied_on: when the reply went out; ISO text.

    Returns:
        The letter, and the meeting.

    Raises:
        NotFoundError: there is no such letter or meeting.
        RuleError: the days cannot be true, it was replied already, or the branch does not discuss
            it in that meeting.
        UsageError: several meetings can be meant.
    """
    letter = LETTERS.find(tx, which)
    _refuse_replied(letter)
    told = {"number": letter.label}
    discussed = take_up(
        tx,
        Reference("opinion", letter.label),
        letter.on_agenda,
        meeting=meeting,
        days=(letter.received_on, replied_on),
    )
    tx.update(
        "opinion",
        letter.id,
        text=text,
        meeting=discussed.number,
        discussed_on=discussed.day,
        replied_on=replied_on,
    )
    tx.describe(
        Message(N_("Letter {number} was replied"), told),
        reverse=Message(N_("take back that letter {number} was replied"), told),
        subject=letter.label,
    )
    return LETTERS.find(tx, letter.label), discussed
