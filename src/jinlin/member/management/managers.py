"""Who manages the complex, since when: one at a time, and what was before stays."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.member.kinds import FIRST_DAY, LAST_DAY
from jinlin.member.management.decisions import take_decision
from jinlin.member.management.kinds import DECISION, MODEL, ManagementModel
from jinlin.member.rules.party_days import earlier
from jinlin.output.command.kinds import FILE, NAME, PRICE
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, field, kept
from jinlin.output.register.rules import Draft, Numbering, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader, Tx


class ComplexManager(RegisterRow, table="manager"):
    """Who manages the complex from a day on; days and months as ISO text, money in fen.

    Attributes:
        until: how long the contract or the decision holds; whoever manages may stay longer.
        fee: what a square metre pays a month.
        ended_on: the last day on which it managed.
    """

    model: ManagementModel = field(
        MODEL, N_("Model"),
        N_("专业物业, 业主自管, 党组织领办, 社区代管 or 无物业."), word=True,
        asked=N_("How the complex is managed"),
    )  # fmt: skip
    company: str | None = field(
        NAME, N_("Managed by"), N_("The company, centre or committee that does it."), free=True
    )
    since: str | None = field(FIRST_DAY, N_("Since"), N_("Since when, such as 2022-03."))
    until: str | None = field(
        LAST_DAY, N_("Contract until"), N_("Until when the contract or the decision holds.")
    )
    fee: int | None = field(
        PRICE,
        N_("Fee per m² a month (yuan)"),
        N_("What a square metre pays a month, such as 0.6."),
        json="fee_per_m2_fen",
    )  # fmt: skip
    decided: str | None = field(
        DECISION,
        N_("Decision it stands on"),
        N_("The resolution or vote: M12-1, M12-V1."),
        column=Kind.TEXT,
    )
    file: str | None = field(
        FILE, N_("File"), N_("The contract; its path and digest are kept, not itself."), aside=True
    )
    sha256: str | None = kept()
    ended_on: str | None = kept(label=N_("Until"), column=Kind.DATE)
    ended_reason: str | None = kept(
        label=N_("Why ended"), column=Kind.TEXT, personal=Personal.TEXT, aside=True
    )


def _check(draft: Draft) -> None:
    """Refuse a second manager at one time, and days that contradict each other.

    Raises:
        NotFoundError: there is no such decision.
        RuleError: it is so, or what was named decided nothing.
    """
    take_decision(draft)
    since = draft.values["since"]
    if any(
        since and day and earlier(day, since)
        for day in (draft.values["until"], draft.values["ended_on"])
    ):
        raise RuleError(
            _("The contract would end before it begins."), hint=_("Check --since and --until.")
        )
    others = [one for one in MANAGERS.rows(draft.tx) if draft.old is None or one.id != draft.old.id]
    today = draft.tx.clock.today.isoformat()
    for other in others:
        if since is None and other.ended_on and other.ended_on >= today:
            raise RuleError(
                _("{manager} manages the complex until {day}.").format(
                    manager=named(other), day=other.ended_on
                ),
                hint=_("Say since when the next one does: --since DATE"),
            )
        _check_apart(since, draft.values["ended_on"], other)


def _check_apart(since: str | None, ended_on: str | None, other: ComplexManager) -> None:
    """Refuse a manager whose time overlaps another's, as far as the days are known."""
    if ended_on is None and other.ended_on is None:
        raise RuleError(
            _("The complex has a manager already: {manager}.").format(manager=named(other)),
            hint=_("If it went: jinlin branch manager end --date DATE; then set the next one."),
        )
    begins_after = other.ended_on and (since is None or not earlier(since, other.ended_on))
    over_before = ended_on and (other.since is None or not earlier(other.since, ended_on))
    if not (begins_after or over_before):
        raise RuleError(
            _("{manager} managed the complex until {day}.").format(
                manager=named(other), day=other.ended_on or ended_on
            ),
            hint=_("Check --since; see: jinlin branch manager list"),
        )


MANAGERS: Final = Register(
    ComplexManager,
    RegisterWords(
        N_("manager"),
        N_("Who manages the complex"),
        "managers",
        "branch manager",
        "专业物业",
        "set",
    ),
    known_by="model",
    numbered=Numbering(counted=False),
    order="coalesce(r.ended_on, '9999') DESC, r.number DESC",
    rules=Rules(_check),
)


def named(manager: ComplexManager) -> str:
    """Return a manager in words: the company with the model, or the model alone."""
    if manager.company is None:
        return manager.model.label
    return _("{name} ({remarks})").format(name=manager.company, remarks=manager.model.label)


def manager_on(reader: Reader, day: date) -> ComplexManager | None:
    """Return who manages the complex on a day; None where nobody recorded it."""
    iso = day.isoformat()
    for one in MANAGERS.rows(reader):
        if (one.since is None or one.since <= iso) and (
            one.ended_on is None or iso <= one.ended_on
        ):
            return one
    return None


def end_manager(tx: Tx, *, on: str, reason: str | None, again: bool = False) -> ComplexManager:
    """Record that whoever manages the complex does so no longer.

    Args:
        tx: the transaction.
        on: its last day, ISO text.
        reason: why.
        again: where nobody manages it, the last day of who did last is put right.

    Raises:
        RuleError: nobody manages it, or it began later.
    """
    every = MANAGERS.rows(tx)
    left = [one for one in every if one.ended_on is None] or [
        one for one in every[:1] if again and one.ended_on != on
    ]
    if not left:
        raise RuleError(
            _("Nobody is recorded who manages the complex."),
            hint=_("See: jinlin branch manager list"),
        )
    [manager] = left
    if manager.since and earlier(on, manager.since):
        raise RuleError(
            _("{manager} manages the complex only since {day}.").format(
                manager=named(manager), day=manager.since
            ),
            hint=_("Give a later day with --date."),
        )
    tx.update("manager", manager.id, ended_on=on, ended_reason=reason or manager.ended_reason)
    words: dict[str, Value] = {"model": Message(manager.model.msgid), "day": on}
    tx.describe(
        Message(N_("“{model}” manages the complex until {day}, no longer"), words),
        reverse=Message(N_("let the manager “{model}” stay"), words),
    )
    return MANAGERS.of_id(tx, manager.id, None)
