"""What stands on a sheet for one door: the scheme in short, its own amount, how it came about.

The contents follow practice.md 5.3: one sheet a door, one paper a sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message
from jinlin.core.word import Word
from jinlin.elevator.apportionment.cost import SubsidyRule
from jinlin.elevator.apportionment.explain import reckoned
from jinlin.elevator.apportionment.result import Split
from jinlin.elevator.apportionment.split import split
from jinlin.elevator.consent.ballots import Ballot, latest_ballot
from jinlin.elevator.consent.doors import PaperDoor
from jinlin.elevator.consent.tally import ballot_state
from jinlin.elevator.money.door_accounts import terms
from jinlin.elevator.money.maintenance_fund import sub_accounts
from jinlin.elevator.money.queries import ProjectAccount, account_of, totals
from jinlin.elevator.project.costs import COSTS, CostLine
from jinlin.elevator.project.plan_actions import saved_split
from jinlin.elevator.project.plans import PlanRow
from jinlin.elevator.project.projects import LIFTS, PlanShare, Project, adopted_plan, adopted_shares
from jinlin.elevator.project.quotes import QUOTES, Quote
from jinlin.elevator.project.subsidies import SUBSIDIES
from jinlin.elevator.project.subsidies import Subsidy as PublicMoney
from jinlin.elevator.rules.answers import BallotQuestion
from jinlin.elevator.rules.books import Books
from jinlin.elevator.rules.gates import BallotState
from jinlin.elevator.rules.instalments import InstalmentPart, parts
from jinlin.elevator.rules.stages import Milestone
from jinlin.store.transaction.tx import Reader
from jinlin.works.milestones import milestone_detail
from jinlin.works.quotes import chosen_quote


class SheetPaper(Word, refusal=N_("“{text}” is none of the three papers.")):
    """Which of the three papers a sheet is; never two at once."""

    CONSULTATION = "consultation", N_("sounding out"), "征求意见", "摸底"
    BALLOT = "ballot", N_("formal ballot"), "表决"
    AGREEMENT = "agreement", N_("payment agreement"), "协议"


class DoorSheet(NamedTuple):
    """What is printed for one door. Fen.

    Attributes:
        number: the sheet's number: project, round, door.
        share: its frozen share; None while no version is in force.
        why: how its amount came about, in sentences.
        advance: what it must pay while the subsidy has not come; None where that is the same.
        parts: by when it pays how much; empty where no instalments were agreed.
        sub_account: what its own sub-account of the maintenance fund holds, as somebody was told.
    """

    number: str
    door: PaperDoor
    share: PlanShare | None
    why: tuple[Message, ...] = ()
    advance: int | None = None
    parts: tuple[InstalmentPart, ...] = ()
    sub_account: int | None = None


class Occasion(NamedTuple):
    """What all sheets of a project have in common.

    Attributes:
        paper: which of the three papers.
        adopted_on: since when the version is in force; None while none is.
        received: what of the subsidies has come, by the books; fen.
        chosen: the quote that was chosen; None where none was.
        ballot: the ballot, for its questions and closing day; None where none was opened.
        account: where the money goes; None while none is named.
        user_unit: who answers for the running lift; None while nobody is named.
        safety_officer: who looks after its safety; None while nobody is named.
    """

    complex: str
    project: Project
    paper: SheetPaper
    plan: PlanRow | None
    adopted_on: date | None
    costs: tuple[CostLine, ...]
    subsidies: tuple[PublicMoney, ...]
    received: int
    chosen: Quote | None
    ballot: Ballot | None
    account: ProjectAccount | None
    user_unit: str | None
    safety_officer: str | None

    @property
    def contractor(self) -> str | None:
        """Who carries the works out: the contractor, else whose quote was chosen."""
        return self.project.contractor or (self.chosen.company if self.chosen else None)

    @property
    def questions(self) -> tuple[BallotQuestion, ...]:
        """What a ballot paper asks."""
        return self.ballot.questions if self.ballot else (BallotQuestion.SCHEME,)

    @property
    def works_days(self) -> int | None:
        """How many days the works take, by the contract, else by the quote."""
        return self.project.works_days or (self.chosen.works_days if self.chosen else None)


def occasion(reader: Reader, project: Project, *, paper: SheetPaper | None, name: str) -> Occasion:
    """Return what the sheets have in common.

    Args:
        reader: the database.
        project: the project.
        paper: which paper; None for the one that is due: the ballot while it is open, the
            payment agreement once it has passed, else the consultation.
        name: the complex.

    Raises:
        RuleError: a ballot or an agreement without a version in force, or a ballot nobody opened.
    """
    plan = adopted_plan(reader, project)
    ballot = latest_ballot(reader, project)
    wanted = paper or _due(reader, project, plan)
    if wanted is not SheetPaper.CONSULTATION and plan is None:
        raise _refused(
            N_("Without a version in force there is no amount to vote on or to sign."),
            N_("Adopt one first: jinlin elevator adopt E1"),
        )
    if wanted is SheetPaper.BALLOT and ballot is None:
        raise _refused(
            N_("No ballot was opened; its sheet would not say until when."),
            N_("Open one: jinlin elevator ballot open --closes 12-15"),
        )
    return Occasion(
        complex=name,
        project=project,
        paper=wanted,
        plan=plan,
        adopted_on=reader.clock.local(plan.adopted_at).date() if plan and plan.adopted_at else None,
        costs=tuple(COSTS.rows(reader, project)),
        subsidies=tuple(SUBSIDIES.rows(reader, project)),
        received=totals(reader, project, Books.WORKS).subsidies,
        chosen=chosen_quote(reader, QUOTES, project),
        ballot=ballot,
        account=account_of(reader, project),
        user_unit=milestone_detail(reader, LIFTS, project, Milestone.USER_UNIT),
        safety_officer=milestone_detail(reader, LIFTS, project, Milestone.SAFETY_OFFICER),
    )


def _refused(message: str, hint: str) -> RuleError:
    return RuleError(Message(message).text(), hint=Message(hint).text())


def _due(reader: Reader, project: Project, plan: PlanRow | None) -> SheetPaper:
    if plan is None:
        return SheetPaper.CONSULTATION
    state = ballot_state(reader, project)
    if state is BallotState.OPEN:
        return SheetPaper.BALLOT
    return SheetPaper.AGREEMENT if state is BallotState.PASSED else SheetPaper.CONSULTATION


def door_sheets(reader: Reader, about: Occasion, doors: Sequence[PaperDoor]) -> list[DoorSheet]:
    """Return the sheets of doors, each with its own amount and nobody else's."""
    if about.plan is None:
        return [DoorSheet(_number(about, door), door, None) for door in doors]
    result = saved_split(reader, about.plan)
    shares = {
        share.household_id: (share, charge, place)
        for place, (share, charge) in enumerate(
            zip(adopted_shares(reader, about.plan), result.charges, strict=True)
        )
    }
    before = _before_subsidy(about, result)
    agreed, funds = terms(reader, about.project), sub_accounts(reader, about.project)
    unit = result.request.rounding.fen
    found = []
    for door in doors:
        share, charge, place = shares.get(door.id, (None, None, 0))
        advance = before[place] if before and share is not None else None
        found.append(
            DoorSheet(
                number=_number(about, door),
                door=door,
                share=share,
                why=() if charge is None else reckoned(result, charge),
                advance=None if share is None or advance == share.amount else advance,
                parts=tuple(parts(share.amount, agreed, unit=unit)) if share and agreed else (),
                sub_account=funds[door.id].balance if door.id in funds else None,
            )
        )
    return found


def _before_subsidy(about: Occasion, result: Split) -> list[int] | None:
    """Return what every door pays while no subsidy has come; None where there is none to wait for.

    Ceilings named as amounts may not hold the whole cost; then it is not said.
    """
    if about.received >= result.subsidy:
        return None
    from dataclasses import replace

    try:
        whole = split(replace(result.request, subsidy=SubsidyRule()))
    except RuleError:
        return None
    return [charge.amount for charge in whole.charges]


def _number(about: Occasion, door: PaperDoor) -> str:
    letter = {SheetPaper.CONSULTATION: "Z", SheetPaper.BALLOT: "B", SheetPaper.AGREEMENT: "Y"}[
        about.paper
    ]
    rounds = about.ballot.round if about.paper is SheetPaper.BALLOT and about.ballot else None
    return f"{about.project.label}-{letter}{rounds or about.project.round}-{door.label}"
