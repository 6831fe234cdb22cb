"""What a door answers on each of the three papers: consultation, ballot, payment agreement.

They are never mixed: a consultation sounds out, a ballot decides the works, an agreement binds who
signed it (民法典 278, 283; practice.md 6.1).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.word import Word


class Opinion(Word, refusal=N_("“{text}” is no answer to a consultation."), whole=True):
    """What a door says when it is consulted; silence is no answer, and none of these is a vote."""

    AGREE = "agree", N_("agrees"), "支持", "赞成", "愿意"
    DISAGREE = "disagree", N_("disagrees"), "反对", "不支持"
    CONDITIONAL = (
        "conditional",
        N_("agrees on a condition"),
        "有条件",
        "有条件同意",
        "附条件同意",
        "保留意见",
    )
    ABSTAIN = "abstain", N_("abstains"), "中立"
    NO_ANSWER = "no_answer", N_("no answer"), "没表态", "再考虑", "考虑中"
    NOT_REACHED = "not_reached", N_("not reached"), "没联系上", "没人", "不在家"
    WITHDRAWN = "withdrawn", N_("agreement withdrawn"), "撤回", "反悔"


NEEDS_REASON: Final = frozenset({Opinion.DISAGREE, Opinion.CONDITIONAL})
"""Answers that are worth nothing to anybody without the reason."""


class Way(Word, refusal=N_("“{text}” is no way to reach a door.")):
    """How a paper reached a door."""

    IN_PERSON = "in_person", N_("in person"), "上门"
    POST = "post", N_("by post"), "快递"
    LEFT = "left", N_("left at the door"), "塞门缝"
    MESSAGE = "message", N_("by message"), "微信", "电话", "接龙", "短信"


class Choice(Word, refusal=N_("“{text}” is no vote."), whole=True):
    """What a ballot says."""

    FOR = "for", N_("in favour"), "赞成", "yes"
    AGAINST = "against", N_("against"), "不同意", "no"
    ABSTAIN = "abstain", N_("abstention")


class BallotQuestion(Word, refusal=N_("“{text}” is no question of a ballot."), whole=True):
    """What a ballot asks; each is answered, and counted, apart."""

    SCHEME = "scheme", N_("carrying out the scheme"), "方案", "实施"
    FUND = "fund", N_("use of the maintenance fund"), "维修资金"


class SigningCapacity(Word):
    """Who signed for a door."""

    OWNERS = "owners", N_("all registered owners")
    AUTHORISED = "authorised", N_("one owner with the others' authority")
    AGENT = "agent", N_("an agent with written authority")
    TENANT = "tenant", N_("a tenant (information, no vote)")


class Effect(Word, refusal=N_("“{text}” is no way of being affected.")):
    """How the works touch an owner (民法典 288, 293)."""

    LIGHT = "light", N_("light"), "光", "挡光", "遮光"
    AIR = "air", N_("air")
    NOISE = "noise", N_("noise"), "噪音"
    PASSAGE = "passage", N_("passage"), "出入"
    PRIVATE_PART = "private_part", N_("private part occupied"), "占用", "专有部分"
    OTHER = "other", N_("other effect"), "其他"


def stands(told: int | None, now: int | None) -> bool:
    """Tell whether a consent still holds: the door is not to pay more than it was told.

    Args:
        told: the fen it was told when it answered; None when no amount was named.
        now: the fen it is to pay by the scheme in force; None when there is none yet.
    """
    return told is None or now is None or now <= told


def signed_for(
    signed: Sequence[str],
    *,
    owners: Collection[str],
    agent: str | None,
    authority: str | None,
    representative: str | None = None,
) -> SigningCapacity:
    """Tell in which capacity a paper was signed, as the law has it.

    Co-owners sign all, or one by written authority; an agent always needs one (民法典 165).

    Args:
        signed: the names on the paper; empty when all registered owners signed it.
        owners: the registered owners.
        agent: an agent's name.
        authority: the written authority: its number, or where it lies.
        representative: whom the register names to vote for the home.

    Raises:
        RuleError: an owner is missing or unknown, or an authority is.
    """
    if agent is not None:
        if not authority:
            raise RuleError(
                _("An agent signs with a written authority only."),
                hint=_("Name it: --authority 委托书2026-11-20"),
            )
        return SigningCapacity.AGENT
    strangers = [name for name in signed if owners and name not in owners]
    if strangers:
        raise RuleError(
            _("Not a registered owner of this home: {names}.").format(
                names=_(", ").join(strangers)
            ),
            hint=_(
                "With written authority: --agent NAME --authority …; a tenant: --tenant NAME;"
                " a new owner: jinlin household owner"
            ),
        )
    missing = [name for name in owners if signed and name not in signed]
    if not missing:
        return SigningCapacity.OWNERS
    if authority or representative in signed:
        return SigningCapacity.AUTHORISED
    raise RuleError(
        _("All registered owners sign, or one with the others' authority."),
        hint=_("{count} more must sign; or name the authority: --authority …").format(
            count=len(missing)
        ),
    )
