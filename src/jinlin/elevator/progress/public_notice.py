"""The public notice of the scheme in force: standards per floor and household, no names, no rooms.

What it must show: practice.md 5.1; who signs: the owners' side, never the branch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from jinlin.core.days.written import day_words, written_day
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import in_yuan, yuan_words
from jinlin.core.reference import Reference
from jinlin.core.sentences import sentence
from jinlin.elevator.apportionment.household import Participation
from jinlin.elevator.apportionment.odd_units import Claim, odd_units
from jinlin.elevator.consent.ballots import latest_ballot
from jinlin.elevator.consent.tally import scheme_count
from jinlin.elevator.money.queries import totals
from jinlin.elevator.progress.facts import notice_state
from jinlin.elevator.project.costs import COSTS, CostLine, gross_cost, with_composition
from jinlin.elevator.project.plans import NOTICE_KIND, PlanRow
from jinlin.elevator.project.projects import (
    PlanShare,
    Project,
    adopted_plan,
    adopted_shares,
    place_words,
)
from jinlin.elevator.project.quotes import QUOTES
from jinlin.elevator.rules.books import Books
from jinlin.elevator.rules.gates import NoticeState
from jinlin.meeting.rules.owners_decision import result_words, taking_part_words
from jinlin.notice.actions import NewNotice, post
from jinlin.notice.queries import NoticeRow
from jinlin.notice.rules.notices import NoticePeriod, Type
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.quotes import chosen_quote

MATTER = "elevator_scheme"


class Posting(NamedTuple):
    """How the scheme is to be posted.

    Attributes:
        places: where it hangs.
        contact: where to object or ask.
        posted_on: the day it was put up; None for a draft.
        period: how long it hangs; None for what the list of matters says.
        basis: on what it rests; None for the ballot and the law.
    """

    places: tuple[str, ...]
    contact: str
    posted_on: date | None
    period: NoticePeriod | None = None
    basis: str | None = None
    attachments: tuple[str, ...] = ()


def post_scheme(tx: Tx, project: Project, wanted: Posting) -> NoticeRow:
    """Write the notice of the scheme in force, and say that it is up where a day is given.

    Raises:
        RuleError: no version is in force, it is out already, nobody is named who signs, or the
            signer has no right to it.
        UsageError: something that must stand on it is missing.
    """
    plan = adopted_plan(tx, project)
    if plan is None:
        raise RuleError(
            _("No version of the scheme is in force; there is nothing to post."),
            hint=_("Adopt one first: jinlin elevator adopt E1"),
        )
    if notice_state(tx, plan) is not NoticeState.NONE:
        raise RuleError(
            _("{plan} was posted already.").format(plan=plan.label),
            hint=_("See: jinlin notice list. To post it anew withdraw that one first."),
        )
    if project.responsible is None:
        raise RuleError(
            _("Nobody is named who acts for the owners and signs (never the branch)."),
            hint=_("Name them: jinlin elevator edit {number} --responsible 业主代表…").format(
                number=project.label
            ),
        )
    notice = post(
        tx,
        NewNotice(
            type=Type.PUBLIC_NOTICE,
            title=scheme_title(project),
            body="\n".join(scheme_body(tx, project, plan)),
            signer=project.responsible,
            witness=project.witness or "",
            matter=MATTER,
            about=Reference(NOTICE_KIND, plan.label),
            period=wanted.period,
            posted_on=wanted.posted_on,
            basis=wanted.basis or scheme_basis(tx, project),
            audience=_("All owners of {place}").format(place=place_words(project)),
            contact=wanted.contact or project.contact or "",
            places=wanted.places,
            attachments=wanted.attachments,
        ),
    )
    words: dict[str, Value] = {
        "notice": notice.label,
        "plan": plan.label,
        "project": project.label,
    }
    tx.describe(
        Message(N_("Posted {plan} of {project} as notice {notice}"), words)
        if wanted.posted_on
        else Message(N_("Wrote the draft of notice {notice} on {plan} of {project}"), words),
        reverse=Message(N_("take notice {notice} on {plan} out of the books"), words),
        subject=notice.label,
    )
    return notice


def scheme_title(project: Project) -> str:
    """Return the title of the notice."""
    return _("Notice of the scheme for {kind} at {place}").format(
        kind=project.kind.label, place=place_words(project)
    )


def scheme_basis(reader: Reader, project: Project) -> str:
    """Return on what the notice rests: the ballot by its counts, and the law."""
    law = _("Civil Code of the People's Republic of China, arts 278 and 283")
    ballot = latest_ballot(reader, project)
    if ballot is None or ballot.is_open(reader.clock.today):
        return law
    count = scheme_count(reader, project, ballot)
    if count is None or not count.vote.passed:
        return law
    return _(
        "By {law}, the owners of {place} voted on the scheme until {day}: {turnout}. {result}"
    ).format(
        law=law,
        place=place_words(project),
        day=written_day(ballot.ended_on or ballot.closes_on),
        turnout=taking_part_words(count.vote),
        result=result_words(count.vote),
    )


def scheme_body(reader: Reader, project: Project, plan: PlanRow) -> Iterator[str]:
    """Yield the paragraphs of the notice: cost, subsidy, the standard per floor and household."""
    yield _("Version {version} of the scheme, adopted on {day}.").format(
        version=plan.version,
        day=day_words(reader.clock.local(plan.adopted_at or plan.made_at).date()),
    )
    yield _cost(plan, COSTS.rows(reader, project))
    yield _subsidy(plan, totals(reader, project, Books.WORKS).subsidies)
    shares = adopted_shares(reader, plan)
    yield _("Standard per household by floor: {floors}.").format(
        floors=_("; ").join(_floors(shares))
    )
    claims = (Claim(s.label, (s.weight, s.cap), s.amount) for s in shares if s.amount)
    if odd_units(claims):
        yield _(
            "Where homes of the same share differ, it is by what cannot be divided: that goes to"
            " the higher floor first, then to the smaller door number."
        )
    chosen = chosen_quote(reader, QUOTES, project)
    contractor = project.contractor or (chosen.company if chosen else None)
    days = project.works_days or (chosen.works_days if chosen else None)
    if contractor or days:
        yield _("Works: {contractor}, {days} days.").format(
            contractor=contractor or _("to be decided"), days=days or _("to be decided")
        )
    if project.running_rule:
        yield _("Running costs: {rule}.").format(rule=project.running_rule)
    yield _(
        "The maintenance fund is drawn from each home's own sub-account and lowers nobody else's"
        " share. What each home pays stands on its own sheet."
    )


def _cost(plan: PlanRow, lines: Sequence[CostLine]) -> str:
    said = _("Gross cost {total}").format(total=yuan_words(plan.total))
    whole = gross_cost(lines) == plan.total
    return sentence(with_composition(said, lines if whole else ()))


def _subsidy(plan: PlanRow, received: int) -> str:
    if not plan.subsidy:
        return _("No subsidy is counted on; the households share the whole.")
    said = (
        _("Subsidy {amount}, of which {received} received; {net} shared.")
        if received
        else _("Subsidy {amount}, not received yet; {net} shared.")
    )
    return said.format(
        amount=yuan_words(plan.subsidy),
        received=yuan_words(min(received, plan.subsidy)),
        net=yuan_words(plan.total - plan.subsidy),
    )


def _floors(shares: Sequence[PlanShare]) -> Iterator[str]:
    """Yield the standard floor by floor; no room is named."""
    by_floor: dict[int, list[int]] = {}
    for share in shares:
        if share.status is Participation.PAYS:
            by_floor.setdefault(share.floor, []).append(share.amount)
    for floor, amounts in sorted(by_floor.items()):
        low, high = min(amounts), max(amounts)
        if high == 0:
            yield _("floor {floor} nothing").format(floor=floor)
        elif low == high:
            yield _("floor {floor} {amount} a household").format(floor=floor, amount=in_yuan(low))
        else:
            yield _("floor {floor} {low} to {high} a household").format(
                floor=floor, low=in_yuan(low), high=in_yuan(high)
            )
