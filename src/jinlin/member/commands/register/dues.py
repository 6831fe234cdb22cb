"""`jinlin member dues`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.member.own_branch import branch
from jinlin.member.register.queries import MemberRow, find_member
from jinlin.member.rules.branch import collects_dues
from jinlin.member.rules.party import MEMBERS, Affiliation
from jinlin.member.rules.party_dues import RATES, Due, Payer, Step, due
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import MONEY, WHO
from jinlin.output.command.questions import ask
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader


def dues(
    call: Call,
    who: Annotated[str | None, WHO.argument(help=N_("A member; without one, the rates."))] = None,
    income: Annotated[
        int | None,
        MONEY.option(help=N_("Pay after tax a month, or pension; not kept."), free=True),
    ] = None,
    retired: Annotated[bool, flag("--retired", help=N_("She draws a pension."))] = False,
    farmer: Annotated[bool, flag("--farmer", help=N_("She is a farmer."))] = False,
    student: Annotated[bool, flag("--student", help=N_("She is a student."))] = False,
    relief: Annotated[bool, flag("--relief", help=N_("She is laid off or on relief."))] = False,
) -> None:
    said = {
        Payer.RETIRED: retired, Payer.FARMER: farmer, Payer.STUDENT: student, Payer.RELIEF: relief,
    }  # fmt: skip
    payers = [payer for payer, given in said.items() if given]
    if len(payers) > 1:
        raise UsageError(
            _("Only one of --retired, --farmer, --student and --relief can hold."),
            hint=_("Give the one that holds."),
        )
    if who is None:
        if income is not None or payers:
            raise UsageError(
                _("Whose dues?"), hint=_("For example: jinlin member dues 张三 --income 5200")
            )
        _show_rates(call)
        return
    payer = payers[0] if payers else Payer.WORKING
    with reading(call) as reader:
        member = _payer(reader, who)
    if income is None:
        income = _income(call, payer)
    _show_due(call, member, due(payer, income))


def _payer(reader: Reader, who: str) -> MemberRow:
    """Return the member who pays here.

    Raises:
        NotFoundError: no member is meant, or several are.
        RuleError: she pays no dues here.
    """
    whole = branch(reader)
    if not collects_dues(whole.type, whole.overlay_permission):
        raise RuleError(
            _("An overlay branch collects no dues: they are paid where membership is held."),
            hint=_("The home branch reckons them."),
        )
    member = find_member(reader, who)
    state, affiliation = member.details.party_state, member.details.affiliation
    if state not in MEMBERS and (state is not None or affiliation is not Affiliation.REPORT_IN):
        raise RuleError(
            _("{person} is not a member of the Party and pays no dues.").format(
                person=member.person.masked
            ),
            hint=_("See: jinlin member show {number}").format(number=member.person.label),
        )
    if affiliation is not Affiliation.HERE:
        raise RuleError(
            _("{person} pays where her membership is held, not here.").format(
                person=member.person.masked
            ),
            hint=_("See: jinlin member show {number}").format(number=member.person.label),
        )
    return member


def _income(call: Call, payer: Payer) -> int:
    """Return the monthly pay in fen, asked for where the rate needs it."""
    if payer in {Payer.FARMER, Payer.STUDENT, Payer.RELIEF}:
        return 0
    retired = payer is Payer.RETIRED
    text = _("Pension a month") if retired else _("Pay after tax a month")
    return ask(call, MONEY, "--income", text)


def _show_due(call: Call, member: MemberRow, found: Due) -> None:
    person = member.person
    notes = [_how(found), _("Only reckoned: pay and dues are not kept."), _source()]
    show(
        call,
        Record(
            title=_("Dues of {number} {name}").format(number=person.label, name=person.name),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name")),
                _payer_column(),
                Column(key="due_fen", heading=_("A month"), kind=Kind.MONEY),
                Column(key="most_fen", heading=_("At most"), kind=Kind.MONEY),
            ),
            values=(
                person.label, person.name, found.step.payer, found.least,
                found.most if found.most != found.least else None,
            ),
            notes=tuple(notes),
            extra={"exact_fen": None if found.exact is None else str(found.exact)},
        ),
    )  # fmt: skip


def _how(found: Due) -> str:
    """Say how the amount comes about."""
    step = found.step
    if found.exact is None:
        if found.least == found.most:
            return _("A fixed amount: {amount} yuan.").format(amount=yuan(found.least))
        return _("From {least} to {most} yuan, as the branch settles it.").format(
            least=yuan(found.least), most=yuan(found.most)
        )
    said = _("{rate} of the whole amount ({band}).").format(rate=_rate(step), band=_band(step))
    if found.exact.denominator == 1:
        return said
    from decimal import Decimal

    exact = Decimal(found.exact.numerator) / found.exact.denominator / 100
    return said + _(" Exactly {exact} yuan, rounded half up to the fen.").format(
        exact=exact.normalize()
    )


def _show_rates(call: Call) -> None:
    show(
        call,
        Listing.of(
            "rates",
            _("Dues a month"),
            (
                Cell.of(_payer_column(), "payer"),
                Cell("band", _("Amount a month"), _band),
                Cell("rate", _("Dues rate"), _rate),
            ),
            RATES,
            notes=(
                _("The rate goes over the whole amount; the upper end of a band belongs to it."),
                _("A probationary member pays from the day the branch's meeting admits her."),
                _source(),
            ),
        ),
    )


def _payer_column() -> Column:
    return Column(key="payer", heading=_("Pays as"), labels=Payer.labels())


def _band(step: Step) -> str:
    if step.rate is None:
        return _("fixed amount")
    if step.up_to is None:
        return _("above {above}").format(above=yuan(step.above))
    if not step.above:
        return _("up to {up_to}").format(up_to=yuan(step.up_to))
    return _("above {above} up to {up_to}").format(above=yuan(step.above), up_to=yuan(step.up_to))


def _rate(step: Step) -> str:
    if step.rate is not None:
        tenths = int(step.rate * 1000)
        return f"{tenths // 10}.{tenths % 10}%"
    least, most = yuan(step.least or 0), yuan(step.most or 0)
    if least == most:
        return _("{amount} yuan").format(amount=least)
    return _("{least} to {most} yuan").format(least=least, most=most)


def _source() -> str:
    return _(
        "Source: the regulation on Party dues (党费收缴、使用和管理的规定) as published."
        " For fixed amounts ask the superior."
    )
