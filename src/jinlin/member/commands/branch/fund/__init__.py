"""`jinlin branch fund`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import family
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import ListingCommand, PageCommand, PersonalListingCommand
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


_refused = _verb("transfer", "transfer:transfer", N_("Refused: purses are never mixed."))
_refused.hidden = True

app = family(
    N_("Seven purses, never mixed: income, spending, disclosure."),
    usual="balance",
    later=(
        _verb("balance", "balance:balance", N_("What each purse holds."), ListingCommand),
        _verb("income", "income:income", N_("Money comes into a purse.")),
        _verb("spend", "spend:spend", N_("Money is spent from a purse.")),
        _verb("reverse", "reverse:reverse", N_("Take an entry back by a reversal.")),
        _verb("voucher", "voucher:voucher", N_("Attach an invoice or receipt to an entry.")),
        _verb("counterparty", "counterparty:counterparty", N_("Say what the other side is: organisation or person.")),
        _verb(
            "list", "list:list_", N_("The entries, the latest first."),
            filtered(PersonalListingCommand, "jinlin.member.fund.filters:ENTRIES"),
        ),
        _verb("show", "show:show_", N_("One entry with its voucher."), ListingCommand),
        _verb("disclose", "disclose:disclose", N_("Disclose a quarter: mark it, print its page."), PageCommand),
        _verb("page", "page:page", N_("The page for the board, without marking."), PageCommand),
        _refused,
    ),
)  # fmt: skip
