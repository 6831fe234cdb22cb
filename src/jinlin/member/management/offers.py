"""What is offered to residents and ordered by owners: at which price, by whom, until when."""

from __future__ import annotations

from datetime import date
from typing import Final

from jinlin.core.columns import Kind, Personal
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.money import parse_money
from jinlin.core.text import compact
from jinlin.exchange.table.rows import Row
from jinlin.member.kinds import FIRST_DAY, LAST_DAY
from jinlin.member.management.decisions import check_by_owners, take_decision
from jinlin.member.management.kinds import (
    AUDIENCE,
    CHARGE,
    DECISION,
    Audience,
    PricedBy,
    PriceKind,
    parse_decision,
)
from jinlin.member.rules.party_days import earlier
from jinlin.output.command.kinds import NAME
from jinlin.output.contribution.rooms import contributed
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, SheetCell, field, kept
from jinlin.output.register.rules import Draft, Numbering, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader, Tx

_CHARGE: Final = """(CASE WHEN r.price = 0 THEN 'free' WHEN r.at_cost THEN 'at_cost'
    WHEN r.price IS NOT NULL THEN 'priced' END)"""


def _charge_cell(row: Row, header: str) -> PriceKind | None:
    text = row.text(header)
    return row.read(header, lambda: PriceKind.read(text)) if text else None


def _price_cell(row: Row, header: str) -> int | None:
    text = row.text(header)
    return row.read(header, lambda: parse_money(text)) if text else None


def _decision_cell(row: Row, header: str) -> str | None:
    text = row.text(header)
    return row.read(header, lambda: parse_decision(text).number) if text else None


class OfferedService(RegisterRow, table="offer"):
    """A service that is offered (practice.md 3, row 14); days and months as ISO text.

    Attributes:
        charge: whether it is free, at cost or at a price; None where that is not known.
        price: for one unit, in fen; 0 where it is free, None where it is not known.
        who: who does it, in words: a trade or a person.
        until: its last day.
    """

    what: str = field(
        NAME, N_("Offered service"), N_("What is offered, such as 水管疏通."), word=True,
        asked=N_("What is offered"), sheet=SheetCell(),
    )  # fmt: skip
    audience: Audience = field(
        AUDIENCE, N_("Whom it is for"),
        N_("入户: residents order it; 小区: the owners do, for all."),
        names=("--for", "--对象"), default=Audience.HOME, sheet=SheetCell(),
    )  # fmt: skip
    charge: PriceKind | None = field(
        CHARGE, N_("Charge"), N_("What a unit costs: 免费, 成本价, 80, 80元/次."),
        names=("--price", "--价格"), choice=PriceKind, stored=False, sql=_CHARGE, free=True,
        sheet=SheetCell(read=_charge_cell),
    )  # fmt: skip
    price: int | None = kept(
        label=N_("Price of a unit (yuan)"), column=Kind.MONEY, json="price_fen",
        instead={0: ""},
        sheet=SheetCell(read=_price_cell),
    )  # fmt: skip
    at_cost: bool = kept(default=0)
    unit: str | None = field(
        NAME, N_("Priced by"), N_("What the price is for: 次, 小时, 月."),
        names=("--unit", "--计价单位"), sheet=SheetCell(),
    )  # fmt: skip
    who: str | None = field(
        NAME, N_("Who does it"), N_("Who does it: 维修员, 志愿者."), names=("--by",),
        personal=Personal.TEXT, free=True,
        sheet=SheetCell(),
    )  # fmt: skip
    supplier: str | None = field(
        NAME, N_("Supplier"), N_("The company that supplies it."), personal=Personal.TEXT,
        sheet=SheetCell(),
    )  # fmt: skip
    since: str | None = field(
        FIRST_DAY, N_("Since"), N_("Since when, such as 2022-03."), sheet=SheetCell()
    )
    until: str | None = field(
        LAST_DAY, N_("Until"), N_("Until when it is offered, or its contract holds."),
        sheet=SheetCell(),
    )  # fmt: skip
    decided: str | None = field(
        DECISION, N_("Decision it stands on"), N_("The resolution or vote: M12-1, M12-V1."),
        column=Kind.TEXT, sheet=SheetCell(read=_decision_cell),
    )  # fmt: skip

    @property
    def paid_unsaid(self) -> int | None:
        """What was paid where nobody says it, in fen: for what is free nothing, else unknown."""
        return 0 if self.charge is PriceKind.FREE else None

    def offered_on(self, day: str) -> bool:
        """Return whether it is offered on a day, ISO text."""
        begun = self.since is None or not earlier(day, self.since)
        return begun and (self.until is None or self.until >= day)


def _check(draft: Draft) -> None:
    """Refuse a second offer of a name at one time, and what the owners did not decide.

    Raises:
        NotFoundError: there is no such decision.
        RuleError: it is so, or its days contradict each other.
        UsageError: it is free and has a price.
    """
    _take_charge(draft)
    take_decision(draft)
    values = draft.values
    if values["since"] and values["until"] and earlier(values["until"], values["since"]):
        raise RuleError(_("It would end before it begins."), hint=_("Check --since and --until."))
    _check_apart(draft)
    changed = draft.old is None or draft.said & {"audience", "what", "decided"}
    if changed and values["audience"] == Audience.COMPLEX:
        check_by_owners(draft)


def _take_charge(draft: Draft) -> None:
    """Keep what was said of the price in its two columns."""
    values = draft.values
    charge = values.pop("charge", None)
    if "price" in draft.said and (charge == PriceKind.FREE) is not (values["price"] == 0):
        raise UsageError(
            _("“{what}”: free, or the price is more than 0.").format(what=values["what"]),
            hint=_("Write “free” for what costs nothing, else the price; not both."),
        )
    if "charge" in draft.said:
        if isinstance(charge, PricedBy):
            values["price"], values["unit"] = charge
        elif not isinstance(charge, PriceKind):
            values["price"] = charge
        elif charge is PriceKind.FREE:
            values["price"] = 0
        elif "price" not in draft.said:
            values["price"] = None
        values["at_cost"] = charge == PriceKind.AT_COST
    values["at_cost"] = int(values["at_cost"])


def _check_apart(draft: Draft) -> None:
    """Refuse two offers of the same name at one time."""
    values = draft.values
    for other in OFFERS.rows(draft.tx):
        if compact(other.what) != compact(values["what"]):
            continue
        if draft.old is not None and draft.old.id == other.id:
            continue
        over = other.until and values["since"] and earlier(other.until, values["since"])
        before = values["until"] and other.since and earlier(values["until"], other.since)
        if not (over or before):
            raise RuleError(
                _("{number} “{what}” is offered then already.").format(
                    number=other.label, what=other.what
                ),
                hint=_(
                    "Change it: jinlin branch offer edit {number}; or end it:"
                    " jinlin branch offer end {number}, and say since when the new one holds."
                ).format(number=other.label),
            )


def _refuse_removal(reader: Reader, offer: OfferedService) -> None:
    """Refuse to take out what somebody ordered.

    Raises:
        RuleError: somebody did.
    """
    for room in contributed("ordered"):
        if count := room.count_orders(reader, offer.id):
            raise RuleError(
                _("{number} was ordered {count} times; it stays on record.").format(
                    number=offer.label, count=count
                ),
                hint=_("If it is offered no longer: jinlin branch offer end {number}").format(
                    number=offer.label
                ),
            )


OFFERS: Final = Register(
    OfferedService,
    RegisterWords(
        N_("offered service"),
        N_("What is offered"),
        "offers",
        "branch offer",
        N_("水管疏通 --price 80 --unit 次"),
    ),
    known_by="what",
    numbered=Numbering(prefix="T"),
    order="r.until < civil_today() IS TRUE, r.audience = 'complex', r.number",
    rules=Rules(_check, _refuse_removal),
)


def offers_on(reader: Reader, day: date) -> list[OfferedService]:
    """Return what is offered on a day."""
    return [one for one in OFFERS.rows(reader) if one.offered_on(day.isoformat())]


def find_ordered(reader: Reader, text: str, day: date, *, whole: bool = False) -> OfferedService:
    """Return what a resident orders of what is offered on a day; by its whole name, if asked so.

    Raises:
        NotFoundError: nothing of the kind is offered then, or several are.
        RuleError: the owners order it for all.
    """
    found = OFFERS.find_among(offers_on(reader, day), reader, text, whole=whole)
    if found.audience is Audience.COMPLEX:
        raise RuleError(
            _("{number} “{what}” is for the whole complex: the owners order it for all.").format(
                number=found.label, what=found.what
            ),
            hint=_("Leave --offer away: it is an issue like others."),
        )
    return found


def end_offer(tx: Tx, offer: OfferedService, *, on: str) -> OfferedService:
    """Record the last day on which something is offered.

    Args:
        tx: the transaction.
        offer: what.
        on: its last day, ISO text.

    Raises:
        RuleError: it is over already, or began later.
    """
    if offer.until and offer.until <= on:
        raise RuleError(
            _("{number} is offered until {day}.").format(number=offer.label, day=offer.until),
            hint=_("If it goes on: jinlin branch offer edit {number} --until DATE").format(
                number=offer.label
            ),
        )
    if offer.since and earlier(on, offer.since):
        raise RuleError(
            _("{number} is offered only since {day}.").format(number=offer.label, day=offer.since),
            hint=_("Give a later day with --date."),
        )
    tx.update("offer", offer.id, until=on)
    words = {"number": offer.label, "day": on}
    tx.describe(
        Message(N_("{number} is offered until {day}, no longer"), words),
        reverse=Message(N_("go on offering {number}"), words),
        subject=offer.label,
    )
    return OFFERS.of_id(tx, offer.id, None)
