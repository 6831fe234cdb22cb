"""What a user can do when the cost is final, when somebody joins late, when books are reopened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from jinlin.complex.household.door import Door, door_of
from jinlin.core.decimals import p_over_q, plain
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.elevator.apportionment.caps import Cap
from jinlin.elevator.apportionment.option_words import parse_cap
from jinlin.elevator.money.account import check_unlocked
from jinlin.elevator.money.dues import DueDoor, Dues
from jinlin.elevator.money.participants import as_household, frozen_plan, joinings, places_of
from jinlin.elevator.money.queries import totals
from jinlin.elevator.project.projects import LIFTS, Project
from jinlin.elevator.rules.books import Books
from jinlin.elevator.rules.settlement import Final, LateJoiner, SettledShare, shares_of
from jinlin.elevator.rules.stages import Stage
from jinlin.store.transaction.tx import Reader, Tx


class Proposal(NamedTuple):
    """What the doors will owe.

    Attributes:
        plan_id: the adopted plan.
        final: the cost as it turned out; None while the adopted one counts.
        shares: what each door will bear, from the lowest floor up.
        before: what it bore before, by household; a new joiner is not in it.
        places: the household of each door, by label.
        joiner: who joins with it, and by what its share is multiplied; None in a settlement.
    """

    plan_id: int
    final: Final | None
    shares: Sequence[SettledShare]
    before: Mapping[int, int]
    places: Mapping[str, int]
    joiner: tuple[int, Fraction] | None = None

    @property
    def net(self) -> int:
        """What the doors bear together, in fen."""
        return sum(share.amount for share in self.shares)

    def change(self, share: SettledShare) -> int:
        """Return by how much a door's amount changes, in fen."""
        return share.amount - self.before.get(self.places[share.household.label], 0)


def propose_final(
    reader: Reader, project: Project, owed: Dues, *, total: int, relief: int | None, cap: Cap | None
) -> Proposal:
    """Share the final cost anew, with everybody who joined meanwhile.

    Args:
        reader: the database.
        project: whose works.
        owed: what the doors owe so far.
        total: the final gross cost in fen.
        relief: what came from elsewhere in fen; None for what the books say.
        cap: a cap agreed anew; None for the frozen ones.

    Raises:
        RuleError: the works are not finished, are settled, promised subsidies have not come, or
            the caps cannot hold the cost.
    """
    check_unlocked(project, owed)
    if project.stage.place < Stage.WORKS.place:
        raise RuleError(
            _("Project {project} is not built yet: a settlement comes after the works.").format(
                project=project.label
            ),
            hint=_("See where it stands: jinlin elevator status {project}").format(
                project=project.label
            ),
        )
    final = Final(total, _relief(reader, project, owed) if relief is None else relief, cap)
    joined = joinings(reader, owed.settlements)
    return Proposal(
        owed.plan.id,
        final,
        shares_of(frozen_plan(reader, owed), final, [joining for _place, joining in joined]),
        {door.household_id: door.amount for door in owed.doors},
        places_of(reader, owed),
    )


def _relief(reader: Reader, project: Project, owed: Dues) -> int:
    """Return what came from elsewhere by the books.

    Raises:
        RuleError: the plan counted on subsidies and none is in the books.
    """
    books = totals(reader, project, Books.WORKS)
    if owed.plan.subsidy and not books.subsidies:
        raise RuleError(
            _("The plan counted on {amount} yuan of subsidies; none is in the books.").format(
                amount=yuan(owed.plan.subsidy)
            ),
            hint=_(
                "Enter it: jinlin elevator income {project} MONEY --as subsidy; or settle without:"
                " --subsidy 0"
            ).format(project=project.label),
        )
    return books.elsewhere


def propose_join(reader: Reader, owed: Dues, door: Door, times: Fraction) -> Proposal:
    """Return what the doors will owe when one more joins.

    Args:
        reader: the database.
        owed: what they owe so far.
        door: who joins.
        times: by what the share it would have had is multiplied.

    Raises:
        RuleError: it takes part already, or would pay more than all others bear.
    """
    joined = [joining for _place, joining in joinings(reader, owed.settlements)]
    final = _settled_cost(owed)
    household = as_household(door)
    return Proposal(
        owed.plan.id,
        final,
        shares_of(frozen_plan(reader, owed), final, [*joined, LateJoiner(household, times)]),
        {one.household_id: one.amount for one in owed.doors},
        places_of(reader, owed) | {household.label: door.id},
        (door.id, times),
    )


def _settled_cost(owed: Dues) -> Final | None:
    """Return the final cost by the latest settlement; None while the adopted one counts."""
    latest = owed.final
    if latest is None or latest.total is None or latest.relief is None:
        return None
    return Final(latest.total, latest.relief, parse_cap(latest.cap) if latest.cap else None)


def joined_late(reader: Reader, owed: Dues, door: DueDoor) -> str:
    """Say of a door that joined late by what it pays; empty for one that took part before."""
    joined = joinings(reader, owed.settlements)
    times = next((one.times for place, one in joined if place == door.household_id), None)
    if times is None:
        return ""
    shares = shares_of(
        frozen_plan(reader, owed), _settled_cost(owed), [joining for _place, joining in joined]
    )
    mine = next(share for share in shares if share.household.label == door.label)
    return _(
        "It joined late: {whole} yuan, the share it would have had among all, × {times};"
        " what joined after it is taken off."
    ).format(whole=yuan(mine.whole or 0), times=plain(times))


def check_settled_on(reader: Reader, project: Project, day: str) -> None:
    """Refuse a day on which the books cannot have stood as they are settled; ISO text.

    Raises:
        RuleError: the project had not begun, or an entry or an earlier settlement is later.
    """
    LIFTS.check_begun(project, day)
    last = reader.value(
        "SELECT max(day) FROM (SELECT day FROM elevator_entry WHERE project_id = ?1 AND book = ?2"
        " UNION ALL SELECT settled_on FROM elevator_settlement WHERE project_id = ?1)",
        (project.id, Books.WORKS.value),
    )
    if last is not None and day < last:
        raise RuleError(
            _("The books of the works of {project} have an entry of {last}, after {day}.").format(
                project=project.label, last=last, day=day
            ),
            hint=_("Say that day or a later one: --date {last}").format(last=last),
        )


def settle(
    tx: Tx, project: Project, proposal: Proposal, *, on: str, reason: str, approved_by: str
) -> int:
    """Write a proposal as the version that counts from now on.

    Args:
        tx: the transaction.
        project: whose dues.
        proposal: what the doors will owe.
        on: the day on which it was settled, ISO text.
        reason: why.
        approved_by: who approves it.

    Returns:
        The number of the version.

    Raises:
        RuleError: the books have a later entry, or the project had not begun on that day.
    """
    check_settled_on(tx, project, on)
    version = tx.next_number(f"elevator_settlement:{project.number}")
    final, joiner = proposal.final, proposal.joiner
    row = tx.insert(
        "elevator_settlement",
        project_id=project.id,
        version=version,
        kind="join" if joiner else "final",
        plan_id=proposal.plan_id,
        total=final.total if final else None,
        relief=final.relief if final else None,
        cap=str(final.cap) if final and final.cap else None,
        joiner_id=joiner[0] if joiner else None,
        times=p_over_q(joiner[1]) if joiner else None,
        reason=reason,
        approved_by=approved_by,
        settled_on=on,
        user=tx.user,
    )
    _write_shares(tx, row, proposal)
    words: dict[str, Value] = {"project": project.label, "version": version}
    did, back = (
        N_("Settled elevator project {project} (settlement {version})"),
        N_("take back the settlement {version} of elevator project {project}"),
    )
    if joiner:
        words["door"] = door_of(tx, joiner[0]).label
        did, back = (
            N_("{door} joined elevator project {project} late (settlement {version})"),
            N_("take back that {door} joined elevator project {project}"),
        )
    tx.describe(Message(did, words), reverse=Message(back, words), subject=project.label)
    return version


def _write_shares(tx: Tx, settlement_id: int, proposal: Proposal) -> None:
    tx.insert_many(
        "elevator_settlement_share",
        (
            "settlement_id", "position", "household_id", "building", "entrance", "room", "floor",
            "area", "status", "weight", "before", "amount",
        ),
        [
            (
                settlement_id, position, place, share.household.building, share.household.entrance,
                share.household.room, share.household.floor, share.household.area,
                share.household.status.value, p_over_q(share.weight),
                proposal.before.get(place, 0), share.amount,
            )
            for position, share in enumerate(proposal.shares)
            if (place := proposal.places[share.household.label])
        ],
    )  # fmt: skip


def reopen(tx: Tx, project: Project, owed: Dues, *, reason: str, approved_by: str) -> None:
    """Open the books of settled works again; what the doors owe stays until the next settlement.

    Raises:
        RuleError: they are not closed.
    """
    final = owed.final
    if final is None or not owed.locked:
        raise RuleError(
            _("The books of project {project} are open.").format(project=project.label),
            hint=_("Nothing has to be done."),
        )
    tx.update(
        "elevator_settlement",
        final.id,
        reopened_on=tx.clock.today.isoformat(),
        reopened_reason=reason,
        reopened_by=approved_by,
    )
    words: dict[str, Value] = {"project": project.label}
    tx.describe(
        Message(N_("Reopened the books of elevator project {project}"), words),
        reverse=Message(N_("close the books of elevator project {project} again"), words),
        subject=project.label,
    )
