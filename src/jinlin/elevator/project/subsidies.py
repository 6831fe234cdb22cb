"""The public money a project counts on: how far each subsidy has come, since when, says who."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from jinlin.core.columns import Kind, Personal
from jinlin.core.days.said_days import parse_day
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.said import day_on, past
from jinlin.core.word import Word
from jinlin.elevator.project.parent import OF_PROJECT
from jinlin.elevator.project.projects import LIFTS
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field, kept
from jinlin.output.register.rules import Aftermath, Draft, Numbering, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader
from jinlin.works.fields import amount_field, source_field
from jinlin.works.undertaking import check_past


class SubsidyState(Word, refusal=N_("“{text}” is no state of a subsidy.")):
    """How far a subsidy has come."""

    EXPECTED = "expected", N_("counted on"), "拟申请", "已申请"
    APPROVED = "approved", N_("granted"), "批复", "已批准"
    RECEIVED = "received", N_("received"), "到账", "收到"


class Subsidy(RegisterRow, table="elevator_subsidy"):
    """A subsidy; fen, days as ISO text.

    Attributes:
        day: of its state: by when it is expected, or when it was granted or received.
        booked: the voucher by which it came into the books, such as `V3`; None where none did.
    """

    text: str = field(
        TEXT,
        N_("What for"),
        names=("--text",),
        asked=N_("What the subsidy is called"),
        help=N_("What it is called, such as 国债补贴."),
        personal=Personal.TEXT,
    )
    amount: int = amount_field(N_("Yuan"))
    state: SubsidyState = field(
        choice(SubsidyState, called=N_("STATE")),
        N_("How far"),
        default=SubsidyState.EXPECTED,
        help=N_("预计 (expected), 已批复 (approved) or 已到账 (received)."),
    )
    on: str | None = field(
        WordKind("day", N_("DATE"), str),
        "",
        column=None,
        stored=False,
        clears=False,
        names=("--date",),
        help=N_("The day of that state; for 预计, by when it should come."),
    )
    day: str | None = computed(
        N_("Date"),
        "CASE r.state WHEN 'expected' THEN r.expected_on WHEN 'approved' THEN r.approved_on"
        " ELSE r.received_on END",
        column=Kind.DATE,
    )
    source: str | None = source_field()
    booked: str | None = computed(
        N_("In the books as"),
        "(SELECT e.series || e.number FROM elevator_entry AS e WHERE e.subsidy_id = r.id"
        " AND e.reverses IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM elevator_entry AS o WHERE o.reverses = e.id))",
        json="voucher",
    )
    expected_on: str | None = kept(label=N_("Date"))
    approved_on: str | None = kept(label=N_("Date"))
    received_on: str | None = kept(label=N_("Date"))


def _check(draft: Draft) -> None:
    """Refuse a change of what is in the books, and put the day where the state has it.

    Raises:
        RuleError: it is in the books, or was granted or received on a day to come.
        UsageError: the day cannot be read.
    """
    if draft.old is not None and draft.said & {"state", "on", "amount"}:
        _refuse_booked(draft.tx, draft.old)
    if draft.old is None or draft.said & {"state", "on"}:
        draft.values.update(_days(draft))


def _days(draft: Draft) -> dict[str, Any]:
    """Return the columns of a state; what comes after it has not happened."""
    state, said, clock = SubsidyState(draft.values["state"]), draft.values["on"], draft.tx.clock
    if state is SubsidyState.EXPECTED:
        day = parse_day(said, clock, planned=True).isoformat() if said else None
        expected = {"expected_on": day} if day else {}
        return {"approved_on": None, "received_on": None, **expected}
    happened = day_on(past(said or ""), clock)
    check_past(draft.tx, happened)
    if state is SubsidyState.APPROVED:
        return {"approved_on": happened.isoformat(), "received_on": None}
    _check_received(draft, happened)
    return {"received_on": happened.isoformat()}


def _check_received(draft: Draft, day: date) -> None:
    """Refuse money that came before it was granted, or before the project began.

    Raises:
        RuleError: it did.
    """
    approved_on = draft.values["approved_on"]
    if approved_on is not None and day.isoformat() < approved_on:
        raise RuleError(
            _("It was granted only on {day}.").format(day=approved_on),
            hint=_("Check the day: --date"),
        )
    LIFTS.check_begun(draft.of, day.isoformat())


def _refuse_booked(_reader: Reader, one: Subsidy) -> None:
    """Refuse to change or remove what is in the books.

    Raises:
        RuleError: it is.
    """
    if one.booked is not None:
        raise RuleError(
            _("Subsidy {line} is in the books as {entry}.").format(
                line=one.number, entry=one.booked
            ),
            hint=_("Reverse it first: jinlin elevator reverse {entry} --reason TEXT").format(
                entry=one.booked
            ),
        )


def _aftermath(change: RegisterChange) -> Aftermath:
    """Say what is counted on together, and what is not in the books yet."""
    one, project = change.record, change.of
    total = sum(each.amount for each in SUBSIDIES.rows(change.tx, project))
    told: tuple[str, ...] = ()
    if change.draft and one.state is SubsidyState.RECEIVED and one.booked is None:
        told = (
            _(
                "The books do not have it yet: jinlin elevator income {number} {amount} --as 补助"
                " --from NAME"
            ).format(number=project.label, amount=yuan(one.amount).replace(",", "")),
        )
    together = _("together {total} yuan").format(total=yuan(total))
    return Aftermath((together,), told, {"total_fen": total})


SUBSIDIES: Final = Register(
    Subsidy,
    RegisterWords(
        N_("subsidy"), N_("Subsidies"), "subsidies", "elevator subsidy", N_("15万 --text 国债补贴")
    ),
    known_by="text",
    of=OF_PROJECT,
    numbered=Numbering(),
    order="r.number",
    rules=Rules(_check, _refuse_booked, _aftermath),
)
