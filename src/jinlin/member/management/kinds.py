"""How a complex may be managed, and the kinds of words that commands about it take."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.core.errors import JinlinError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.money import parse_money
from jinlin.core.reference import Reference, parse_reference
from jinlin.core.text import clean, compact
from jinlin.core.word import Word
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import choice

_DECISIONS: Final = ("resolution", "vote")


class ManagementModel(Word, refusal=N_("“{text}” is no way in which a complex is managed.")):
    """Who manages a complex (practice.md 3, rows 12 and 13); only the first is always a company."""

    PROFESSIONAL = "professional", N_("professional company"), "物业公司", "市场化物业"
    OWNERS = "owners", N_("owners order services themselves"), "自主点单", "业主自管", "自管"
    PARTY_LED = "party_led", N_("led by the Party organisation"), "领办", "公益物业"
    COMMUNITY = "community", N_("kept by the community"), "代管"
    NOBODY = "nobody", N_("nobody manages it"), "没有物业", "无"

    @classmethod
    def unknown(cls, text: str) -> JinlinError:
        """Return the error for what is no model, such as the company's name."""
        error = super().unknown(text)
        return UsageError(
            error.message,
            hint=_(
                "{hint} A company stands behind its model: jinlin branch manager set 专业物业"
                " --company {text}"
            ).format(hint=error.hint, text=text),
        )


class Audience(Word, refusal=N_("“{text}” does not say who orders it.")):
    """Who orders what is offered: a resident for her home, or the owners for all."""

    HOME = "home", N_("at homes"), "居民", "住户"
    COMPLEX = "complex", N_("the whole complex"), "小区", "业主"


class PriceKind(Word, refusal=N_("“{text}” does not say what it costs."), whole=True):
    """What is asked for something that is offered; nothing where that is not known."""

    FREE = "free", N_("free"), "免费", "公益", "无偿"
    AT_COST = "at_cost", N_("at cost"), "成本", "按成本"
    PRICED = "priced", N_("at a price"), "有偿"


class PricedBy(NamedTuple):
    """What one unit costs: `80元/次`."""

    price: int
    unit: str


_EACH: Final = re.compile(r"(?P<price>[^/每一]*\d[^/每一]*)(?:/|每一?|一)(?P<unit>[^\d\s/]{1,6})")
_EACH_FIRST: Final = re.compile(r"每一?(?P<unit>[^\d\s/]{1,6}?)(?P<price>\d.*)")


def parse_charge(text: str) -> PriceKind | PricedBy | int:
    """Read what something costs: 免费, 成本价, an amount, one with its unit: 80元/次, 每月60元.

    Returns:
        The word, fen that are more than nothing, or these with the unit.

    Raises:
        UsageError: it is none of these; what costs nothing is written 免费.
    """
    said = PriceKind.said(text)
    if said is PriceKind.PRICED:
        raise UsageError(
            _("How much it costs is missing."),
            hint=_("Write the yuan: --price 80"),
        )
    if said:
        return said
    each = _EACH.fullmatch(compact(text)) or _EACH_FIRST.fullmatch(compact(text))
    fen = parse_money(each["price"] if each else text)
    if each and fen:
        return PricedBy(fen, each["unit"])
    if not fen:
        raise UsageError(
            _("“{text}” is no price.").format(text=text),
            hint=_("Write “free” for what costs nothing: --price free"),
        )
    return fen


def parse_decision(text: str) -> Reference:
    """Read what decided something: a resolution, `M12-1`, or a vote, `M12-V1`.

    Raises:
        UsageError: it is neither.
    """
    meant = parse_reference(text)
    if meant.kind not in _DECISIONS:
        raise UsageError(
            _("{number} decides nothing.").format(number=meant.number),
            hint=_("Name a resolution like M12-1, or a vote like M12-V1."),
        )
    return meant


def parse_paid(text: str) -> int:
    """Read what was paid: an amount, or 免费.

    Returns:
        Fen; 0 where nothing was.

    Raises:
        UsageError: it is neither.
    """
    return 0 if PriceKind.said(text) is PriceKind.FREE else parse_money(text)


PAID: Final = WordKind("money", N_("MONEY"), parse_paid)
"""What was paid for something, perhaps nothing; fen."""
AUDIENCE: Final = choice(Audience, called=N_("WHOM"))
CHARGE: Final = WordKind("charge", N_("MONEY"), parse_charge)
"""What something costs: a word, or an amount; fen."""
OFFER: Final = WordKind("offer", "T1", clean)
"""Something that is offered, by its number or its name."""
MODEL: Final = choice(ManagementModel, called=N_("MODEL"))
DECISION: Final = WordKind("resolution", "M12-1", parse_decision)
"""The resolution or vote on which something stands."""
