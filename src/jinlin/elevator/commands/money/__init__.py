"""The verbs of the money after adoption, each loaded when it is typed."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import _
from jinlin.output.command.grammar import (
    Command,
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    Verb,
)


def _verb(name: str, where: str, text: str, kind: type[Command] = Command) -> Verb:
    file, _colon, function = where.partition(":")
    return Verb(name, module=f"{__name__}.{file}", function=function, text=text, kind=kind)


WORDS: Final = {
    "收款": "pay", "缴款": "pay", "退款": "refund", "冲销": "reverse", "收据": "receipt",
    "账户": "account", "分期": "instalments", "欠缴": "arrears", "催缴": "remind",
    "账目": "ledger", "结算": "settle", "后加入": "join", "重开账": "reopen", "运行费": "running",
    "维修资金": "fund", "凭证": "voucher", "收入": "income", "支出": "spend", "公开": "disclose",
    "对方": "counterparty",
}  # fmt: skip
"""What these verbs are called in Chinese."""


def verbs() -> tuple[Verb, ...]:
    """Return the verbs, in the order of the help page."""
    return (
        _verb("account", "account:account", _("Who takes the money, into which account."), ListingCommand),
        _verb("instalments", "instalments:instalments", _("By when which part falls due."), ListingCommand),
        _verb("pay", "pay:pay", _("A door pays; a numbered receipt.")),
        _verb("import", "import_:import_", _("Payments from a bank list.")),
        _verb("receipt", "receipt:receipt", _("The receipt to print, with its stub."), PageCommand),
        _verb("refund", "pay:refund", _("Pay a door back what it paid too much.")),
        _verb("reverse", "reverse:reverse", _("Take an entry back by a reversal.")),
        _verb("income", "entries:income", _("Subsidies, interest, aid come in.")),
        _verb("spend", "entries:spend", _("Pay for the works, with a voucher.")),
        _verb("voucher", "voucher:voucher", _("Put an invoice or receipt to an entry.")),
        _verb("counterparty", "counterparty:counterparty", _("Say what the other side is: organisation or person.")),
        _verb("fund", "fund:fund", _("The doors' own maintenance fund sub-accounts."), ListingCommand),
        _verb("ledger", "ledger:ledger", _("Every entry with the balance after it."), PersonalListingCommand),
        _verb("arrears", "arrears:arrears", _("What each door owes; a list for the leader, never posted."), ListingCommand),
        _verb("remind", "remind:remind", _("A reminder for one door, for WeChat.")),
        _verb("disclose", "disclose:disclose", _("Income and spending of a period, to be posted."), PageCommand),
        _verb("settle", "settle:settle", _("Share the final cost: refund or call for each door."), ListingCommand),
        _verb("join", "settle:join", _("A door joins late and pays its share to the others."), ListingCommand),
        _verb("reopen", "reopen:reopen", _("Open the books of settled works again.")),
        _verb("running", "running:running", _("What the running lift costs, month by month."), ListingCommand),
    )  # fmt: skip
