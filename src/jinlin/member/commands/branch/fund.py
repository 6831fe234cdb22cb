"""`jinlin branch fund`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import (
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    verb_in,
)

_verb = partial(verb_in, "jinlin.member.commands.branch")


_refused = _verb("transfer", "fund_entries:transfer", _("Refused: purses are never mixed."))
_refused.hidden = True

app = family(
    _("Six purses, never mixed: income, spending, disclosure."),
    usual="balance",
    later=(
        _verb("balance", "fund_show:balance", _("What each purse holds."), ListingCommand),
        _verb("income", "fund_entries:income", _("Money comes into a purse.")),
        _verb("spend", "fund_entries:spend", _("Money is spent from a purse.")),
        _verb("reverse", "fund_entries:reverse", _("Take an entry back by a reversal.")),
        _verb("voucher", "fund_entries:voucher", _("Put an invoice or receipt to an entry.")),
        _verb("counterparty", "fund_entries:counterparty", _("Say what the other side is: organisation or person.")),
        _verb("list", "fund_show:list_", _("The entries, the latest first."), PersonalListingCommand),
        _verb("show", "fund_show:show_", _("One entry with its voucher."), ListingCommand),
        _verb("disclose", "fund_disclose:disclose", _("Disclose a quarter: mark it, print its page."), PageCommand),
        _verb("page", "fund_disclose:page", _("The page for the board, without marking."), PageCommand),
        _refused,
    ),
)  # fmt: skip
