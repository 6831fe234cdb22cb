"""Honours of members (表彰): what, by whom, when, and what the records said of her then.

The facts are taken down when the honour is recorded and never made anew: who reads them years
later sees whom the branch honoured, not who she has become.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from jinlin.core.columns import Kind, Personal
from jinlin.core.days.lasting import duration
from jinlin.core.days.written import written_party_day
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY
from jinlin.core.text import compact
from jinlin.member.posts.holdings import held_on
from jinlin.member.register.queries import MemberRow, find_member
from jinlin.member.report_in.report_in import services_of
from jinlin.output.command.kinds import COME_DAY, FILE, NAME, TEXT, WHO
from jinlin.output.listing.values import masked
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field, kept
from jinlin.output.register.rules import Aftermath, Draft, Numbering, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader

_ABOUT: Final = (
    "(SELECT {} FROM member AS m JOIN person AS p ON p.id = m.person_id WHERE m.id = r.member_id)"
)


class Honour(RegisterRow, table="honour"):
    """An honour; days as ISO text.

    Attributes:
        facts: what the records said of her on that day, when it was recorded.
    """

    who: str | None = field(
        WHO, "", N_("A name, name@building, P12 or a phone's end."), word=True,
        names=("--person",), asked=N_("Who was honoured"), stored=False, column=None,
        verbs=("add",),
    )  # fmt: skip
    person: str = computed(N_("Person"), _ABOUT.format("'P' || p.number"), aside=True, untold=True)
    name: str = computed(N_("Who was honoured"), _ABOUT.format("p.name"), personal=Personal.NAME)
    title: str = field(
        NAME, N_("Honour"), N_("What she was given, such as 优秀共产党员."),
        names=("--title", "--称号"), asked=N_("Which honour"), personal=Personal.TEXT,
    )  # fmt: skip
    given_by: str = field(
        NAME, N_("Awarded by"), N_("Who gave it, such as 街道党工委."), names=("--from",),
        asked=N_("Who gave it"),
    )  # fmt: skip
    given_on: str = field(
        COME_DAY, N_("Awarded on"), N_("When; today if left out."), names=("--date",),
        default=TODAY,
    )  # fmt: skip
    file: str | None = field(
        FILE, N_("File"), N_("The certificate; its path and digest are kept, not itself."),
        aside=True,
    )  # fmt: skip
    sha256: str | None = kept()
    facts: str = kept(
        label=N_("As she was then"), column=Kind.TEXT, personal=Personal.TEXT, aside=True
    )
    note: str | None = field(
        TEXT, N_("Remark"), N_("A remark."), personal=Personal.TEXT, aside=True
    )
    member_id: int = kept()


def facts_on(reader: Reader, member: MemberRow, day: str) -> str:
    """Return what the records say of a member on a day, in words."""
    return "；".join(_facts(reader, member, day))


def _facts(reader: Reader, member: MemberRow, day: str) -> Iterator[str]:
    details = member.details
    if details.party_state is not None:
        joined = f"，{written_party_day(details.joined_on)}入党" if details.joined_on else ""
        yield f"{details.party_state.label}{joined}"
    posts = [
        post.held.text
        for post in held_on(reader, date.fromisoformat(day))
        if post.person.id == member.person.id
    ]
    if posts:
        yield "、".join(posts)
    if details.employer:
        yield details.employer
    done = [one for one in services_of(reader, member.id) if one.done_on and one.done_on <= day]
    if done:
        minutes = sum(one.minutes or 0 for one in done)
        yield f"参加服务{len(done)}次" + (f"，{duration(minutes)}" if minutes else "")


def _check(draft: Draft) -> None:
    """Find who was honoured and take down what the records say of her; refuse the same twice."""
    values = draft.values
    if draft.old is None:
        member = find_member(draft.tx, values["who"])
        values["member_id"] = member.id
        values["facts"] = facts_on(draft.tx, member, values["given_on"])
    for one in HONOURS.rows(draft.tx):
        same = (
            one.member_id == values["member_id"]
            and compact(one.title) == compact(values["title"])
            and one.given_on == values["given_on"]
        )
        if same and one.id != (draft.old and draft.old.id):
            raise RuleError(
                _("{person} has this honour of {day} already: number {number}.").format(
                    person=f"{one.person} {masked(one.name, Personal.NAME)}",
                    day=one.given_on,
                    number=one.label,
                ),
                hint=_("See: jinlin member honour show {number}").format(number=one.label),
            )


def _told(change: RegisterChange) -> Aftermath:
    if change.draft is None or change.draft.old is not None or not change.record.facts:
        return Aftermath()
    return Aftermath(
        told=(_("Kept with it, as the records stand: {facts}.").format(facts=change.record.facts),)
    )


HONOURS: Final = Register(
    Honour,
    RegisterWords(
        N_("honour"),
        N_("Honours of members"),
        "honours",
        "member honour",
        N_("林秀英 --title 优秀共产党员 --from 街道党工委"),
    ),
    numbered=Numbering(),
    order="r.given_on DESC, r.number DESC",
    rules=Rules(_check, aftermath=_told),
)
