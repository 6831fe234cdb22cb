"""The lines that make up the cost of a project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.complex.household.door import find_household
from jinlin.core.columns import Personal
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan, yuan_words
from jinlin.core.word import Word
from jinlin.elevator.project.parent import OF_PROJECT
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field, flag, kept
from jinlin.output.register.rules import Aftermath, Draft, Numbering, RegisterChange, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader
from jinlin.works.fields import amount_field, check_day, day_field, source_field


class CostKind(Word, refusal=N_("“{text}” is no kind of cost line.")):
    """What a line of the cost is."""

    QUOTE = "quote", N_("chosen quote"), "报价"
    EXTRA = "extra", N_("additional works"), "增加", "附加", "其他", "配套"
    COMPENSATION = "compensation", N_("compensation to a low floor"), "补偿"


class CostLine(RegisterRow, table="elevator_cost"):
    """One line of the gross cost; fen, less than nothing for a reduction, days as ISO text."""

    kind: CostKind = field(
        choice(CostKind, called=N_("KIND")),
        N_("Cost line"),
        default=CostKind.EXTRA,
        help=N_("extra (附加) or compensation (补偿)."),
    )
    text: str = field(
        TEXT,
        N_("What for"),
        word=True,
        names=("--text",),
        asked=N_("What for"),
        help=N_("What for, such as 电力增容."),
        personal=Personal.TEXT,
    )
    home: str | None = computed(
        N_("Home"),
        "(SELECT b.code || '-' || ifnull(h.entrance || '-', '') || h.room FROM household AS h"
        " JOIN building AS b ON b.id = h.building_id WHERE h.id = r.household_id)",
        json="household",
    )
    amount: int = amount_field(
        N_("Yuan"), N_("Like 2万; --minus makes it a reduction."), summed=True
    )
    dated_on: str = day_field()
    source: str = source_field(asked=N_("Where it stands, or who said it"))
    to: str | None = field(
        TEXT,
        "",
        called=N_("HOUSEHOLD"),
        help=N_("Whom a compensation goes to."),
        column=None,
        stored=False,
        clears=False,
    )
    minus: bool = flag(
        "", help=N_("It lowers the cost, such as the old elevator's value."), stored=False
    )
    household_id: int | None = kept(label=N_("Home"))
    quote_id: int | None = kept()


def with_composition(said: str, lines: Sequence[CostLine]) -> str:
    """Return a cost with what it is made of, as everybody may read it: nobody is named.

    Args:
        said: the cost in words.
        lines: what it is made of; of a single one the amount is not told again.
    """
    if not lines:
        return said
    if len(lines) == 1:
        return _("{total} ({what})").format(total=said, what=_public(lines[0]))
    parts = _(", ").join(
        _("{what} {amount}").format(what=_public(line), amount=yuan_words(line.amount))
        for line in lines
    )
    return _("{total}, of which: {parts}").format(total=said, parts=parts)


def _public(line: CostLine) -> str:
    """Return what a line is for: the works of a firm are named, not the firm, nor who has money."""
    if line.home:
        return _("compensation to low floors")
    return _("elevator and its installation") if line.kind is CostKind.QUOTE else line.text


def gross_cost(lines: Sequence[CostLine]) -> int:
    """Return the sum of cost lines in fen."""
    return sum(line.amount for line in lines)


def _check(draft: Draft) -> None:
    """Refuse what is no line of its own, and fill whom it goes to and whether it is a reduction.

    Raises:
        NotFoundError: there is no such home.
        RuleError: it lies ahead, a quote would get in without being chosen, a compensation does
            not say to whom it goes, or the whole cost would fall below nothing.
    """
    values, old = draft.values, draft.old
    if old is not None:
        _refuse_chosen(draft.tx, old)
    check_day(draft, "dated_on")
    if "to" in draft.said:
        values["household_id"] = find_household(draft.tx, values["to"]).id
        if "kind" not in draft.said:
            values["kind"] = CostKind.COMPENSATION
    elif values["kind"] != CostKind.COMPENSATION:
        values["household_id"] = None
    if values["kind"] == CostKind.QUOTE:
        raise RuleError(
            _("A quote becomes part of the cost when it is chosen."),
            hint=_("Choose it: jinlin elevator quote accept N"),
        )
    if values["kind"] == CostKind.COMPENSATION and values["household_id"] is None:
        raise RuleError(_("A compensation goes to a home."), hint=_("Say to which: --to 3-1-101"))
    if values["minus"] or (old is not None and old.amount < 0):
        values["amount"] = -abs(values["amount"])
    if values["amount"] < 0 and values["kind"] != CostKind.EXTRA:
        raise RuleError(
            _("A compensation is no reduction."), hint=_("Leave --minus away, or say --kind extra.")
        )
    before = gross_cost(COSTS.rows(draft.tx, draft.of)) - (old.amount if old else 0)
    if before + values["amount"] < 0:
        raise RuleError(
            _("The reduction of {amount} yuan is more than the whole cost.").format(
                amount=yuan(-values["amount"])
            ),
            hint=_("See: jinlin elevator cost list"),
        )


def _refuse_chosen(_reader: Reader, line: CostLine) -> None:
    """Refuse to change or remove the line of the chosen quote.

    Raises:
        RuleError: it is that.
    """
    if line.kind is CostKind.QUOTE:
        raise RuleError(
            _("This line is the chosen quote."),
            hint=_("Choose another one: jinlin elevator quote accept N"),
        )


def _aftermath(change: RegisterChange) -> Aftermath:
    total = gross_cost(COSTS.rows(change.tx, change.of))
    cost = _("the cost is {total} yuan now").format(total=yuan(total))
    return Aftermath((cost,), (), {"total_fen": total})


COSTS: Final = Register(
    CostLine,
    RegisterWords(
        N_("cost line"),
        N_("What makes up the cost"),
        "costs",
        "elevator cost",
        N_("电力增容 2万 --source 供电合同"),
    ),
    known_by="text",
    of=OF_PROJECT,
    numbered=Numbering(),
    order="r.number",
    rules=Rules(_check, _refuse_chosen, _aftermath),
)
