"""Seven purses that never mix, and the quarters in which they are disclosed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.core.word import Word


class Purse(Word, refusal=N_("There is no purse “{text}”."), error=NotFoundError, whole=True):
    """Whose money it is, and under which rules it is spent."""

    START_UP_GRANT = (
        "start_up_grant", N_("start-up grant"),
        "启动经费", "党建工作经费", "党建经费", "工作经费", "grant",
    )  # fmt: skip
    DUES = "dues", N_("dues"), "党费"
    COMMON_REVENUE = "common_revenue", N_("common revenue"), "公共收益"
    MAINTENANCE_FUND = (
        "maintenance_fund", N_("maintenance fund"),
        "维修资金", "住宅专项维修资金", "专项维修资金", "维修基金",
    )  # fmt: skip
    OWN_MONEY = (
        "own_money", N_("residents' own money"),
        "自筹款", "自筹", "居民自筹", "居民自筹款",
    )  # fmt: skip
    PARTNER_AID = "partner_aid", N_("partners' aid"), "共建资助", "共建", "捐赠", "资助"
    SERVICE_ACCOUNT = "service_account", N_("property service"), "物业服务收支", "物业服务"


PURSE_RULE_LABELS: Final[Mapping[Purse, str]] = {
    Purse.START_UP_GRANT: N_("by the superior's rules"),
    Purse.DUES: N_("for Party education only"),
    Purse.COMMON_REVENUE: N_("the owners' (Civil Code 282); only they decide"),
    Purse.MAINTENANCE_FUND: N_("the owners' (Civil Code 281); only they decide"),
    Purse.OWN_MONEY: N_("of those who paid it in, for what they paid it"),
    Purse.PARTNER_AID: N_("better paid by the partner itself"),
    Purse.SERVICE_ACCOUNT: N_("kept by the company or the owners' committee"),
}
"""What each may be used for."""

OWNERS_MONEY: Final = frozenset({Purse.COMMON_REVENUE, Purse.MAINTENANCE_FUND, Purse.OWN_MONEY})
"""What belongs to those who pay it."""
NOT_HELD: Final = OWNERS_MONEY | {Purse.SERVICE_ACCOUNT}
"""Purses the branch writes about and does not hold."""

_ACCOUNT = re.compile(r"(?:专用)?(?:专户|账户|帐户|专账|账|户)$")


class Direction(Word):
    """Whether money came in or went out."""

    INCOME = "income", N_("income")
    SPENDING = "spending", N_("spending")


def never_mixed() -> RuleError:
    """Return the refusal of a transfer from one purse to another."""
    return RuleError(
        _("Nothing is ever moved from one purse to another: each is another's money."),
        hint=_("Money in the wrong purse: reverse the entry, then enter it in the right one."),
    )


def check_counterparty(text: str, purse: Purse) -> None:
    """Refuse a purse as the giver or taker of money, and the account of another one.

    Args:
        text: the giver or taker.
        purse: the purse of the entry; what is paid from its own account is no transfer.

    Raises:
        RuleError: it is one.
    """
    account = Purse.said(_ACCOUNT.sub("", compact(text)))
    if Purse.said(text) is not None or account not in {None, purse}:
        raise never_mixed()
