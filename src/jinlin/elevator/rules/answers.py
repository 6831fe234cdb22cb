"""What a door answers on each of the three papers: consultation, ballot, payment agreement.

They are never mixed: a consultation sounds out, a ballot decides the works, an agreement binds who
signed it (民法典 278, 283; practice.md 6.1).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Final

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.core.word import read_word


class Opinion(StrEnum):
    """What a door says when it is consulted; silence is no answer, and none of these is a vote."""

    AGREE = "agree"
    DISAGREE = "disagree"
    CONDITIONAL = "conditional"
    ABSTAIN = "abstain"
    NO_ANSWER = "no_answer"
    NOT_REACHED = "not_reached"
    WITHDRAWN = "withdrawn"


OPINION_LABELS: Final = {
    Opinion.AGREE: N_("agrees"),
    Opinion.DISAGREE: N_("disagrees"),
    Opinion.CONDITIONAL: N_("agrees on a condition"),
    Opinion.ABSTAIN: N_("abstains"),
    Opinion.NO_ANSWER: N_("no answer"),
    Opinion.NOT_REACHED: N_("not reached"),
    Opinion.WITHDRAWN: N_("agreement withdrawn"),
}
_OPINIONS: Final = {
    "同意": Opinion.AGREE, "支持": Opinion.AGREE, "赞成": Opinion.AGREE, "愿意": Opinion.AGREE,
    "不同意": Opinion.DISAGREE, "反对": Opinion.DISAGREE, "不支持": Opinion.DISAGREE,
    "附条件": Opinion.CONDITIONAL, "有条件": Opinion.CONDITIONAL, "有条件同意": Opinion.CONDITIONAL,
    "附条件同意": Opinion.CONDITIONAL, "保留意见": Opinion.CONDITIONAL,
    "弃权": Opinion.ABSTAIN, "中立": Opinion.ABSTAIN, "未表态": Opinion.NO_ANSWER,
    "没表态": Opinion.NO_ANSWER, "再考虑": Opinion.NO_ANSWER, "考虑中": Opinion.NO_ANSWER,
    "未联系上": Opinion.NOT_REACHED, "没联系上": Opinion.NOT_REACHED, "没人": Opinion.NOT_REACHED,
    "不在家": Opinion.NOT_REACHED, "撤回": Opinion.WITHDRAWN, "撤回同意": Opinion.WITHDRAWN,
    "反悔": Opinion.WITHDRAWN,
}  # fmt: skip
NEEDS_REASON: Final = frozenset({Opinion.DISAGREE, Opinion.CONDITIONAL})
"""Answers that are worth nothing to anybody without the reason."""


class Way(StrEnum):
    """How a paper reached a door."""

    IN_PERSON = "in_person"
    POST = "post"
    LEFT = "left"
    MESSAGE = "message"


WAY_LABELS: Final = {
    Way.IN_PERSON: N_("in person"),
    Way.POST: N_("by post"),
    Way.LEFT: N_("left at the door"),
    Way.MESSAGE: N_("by message"),
}
_WAYS: Final = {
    "当面": Way.IN_PERSON, "上门": Way.IN_PERSON, "邮寄": Way.POST, "快递": Way.POST,
    "留置": Way.LEFT, "塞门缝": Way.LEFT, "微信": Way.MESSAGE, "电话": Way.MESSAGE,
    "接龙": Way.MESSAGE, "短信": Way.MESSAGE,
}  # fmt: skip


class Choice(StrEnum):
    """What a ballot says."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


CHOICE_LABELS: Final = {
    Choice.FOR: N_("in favour"),
    Choice.AGAINST: N_("against"),
    Choice.ABSTAIN: N_("abstention"),
}
_CHOICES: Final = {
    "同意": Choice.FOR, "赞成": Choice.FOR, "反对": Choice.AGAINST, "不同意": Choice.AGAINST,
    "弃权": Choice.ABSTAIN, "yes": Choice.FOR, "no": Choice.AGAINST,
}  # fmt: skip


class Question(StrEnum):
    """What a ballot asks; each is answered, and counted, apart."""

    SCHEME = "scheme"
    FUND = "fund"


QUESTION_LABELS: Final = {
    Question.SCHEME: N_("carrying out the scheme"),
    Question.FUND: N_("use of the maintenance fund"),
}
_QUESTIONS: Final = {
    "方案": Question.SCHEME, "实施": Question.SCHEME, "实施方案": Question.SCHEME,
    "维修资金": Question.FUND, "使用维修资金": Question.FUND,
}  # fmt: skip


class Signer(StrEnum):
    """Who signed for a door."""

    OWNERS = "owners"
    AUTHORISED = "authorised"
    AGENT = "agent"
    TENANT = "tenant"


SIGNER_LABELS: Final = {
    Signer.OWNERS: N_("all registered owners"),
    Signer.AUTHORISED: N_("one owner with the others' authority"),
    Signer.AGENT: N_("an agent with written authority"),
    Signer.TENANT: N_("a tenant (information, no vote)"),
}


PAPER_LABELS: Final = {
    "opinion": N_("consultation"),
    "vote": N_("ballot"),
    "agreement": N_("payment agreement"),
}
"""The three papers, by what `versions.Told` calls them."""


class Effect(StrEnum):
    """How the works touch an owner (民法典 288, 293)."""

    LIGHT = "light"
    AIR = "air"
    NOISE = "noise"
    PASSAGE = "passage"
    PRIVATE_PART = "private_part"
    OTHER = "other"


EFFECT_LABELS: Final = {
    Effect.LIGHT: N_("light"),
    Effect.AIR: N_("air"),
    Effect.NOISE: N_("noise"),
    Effect.PASSAGE: N_("passage"),
    Effect.PRIVATE_PART: N_("private part occupied"),
    Effect.OTHER: N_("other effect"),
}
_EFFECTS: Final = {
    "采光": Effect.LIGHT, "光": Effect.LIGHT, "挡光": Effect.LIGHT, "遮光": Effect.LIGHT,
    "通风": Effect.AIR, "噪声": Effect.NOISE, "噪音": Effect.NOISE, "通行": Effect.PASSAGE,
    "出入": Effect.PASSAGE, "占用": Effect.PRIVATE_PART, "占用专有部分": Effect.PRIVATE_PART,
    "专有部分": Effect.PRIVATE_PART, "其他": Effect.OTHER,
}  # fmt: skip


def parse_opinion(text: str) -> Opinion:
    """Read what a door says: `agree`, `同意`, `附条件`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(
        text, Opinion, _OPINIONS, OPINION_LABELS, N_("“{text}” is no answer to a consultation.")
    )


def parse_way(text: str) -> Way:
    """Read how a paper reached a door: `in_person`, `邮寄`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(text, Way, _WAYS, WAY_LABELS, N_("“{text}” is no way to reach a door."))


def parse_choice(text: str) -> Choice:
    """Read a vote: `for`, `同意`, `反对`, `弃权`.

    Raises:
        UsageError: nobody knows the word; a condition is no vote.
    """
    return read_word(text, Choice, _CHOICES, CHOICE_LABELS, N_("“{text}” is no vote."))


def parse_question(text: str) -> Question:
    """Read which question of a ballot is meant: `scheme`, `维修资金`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(
        text, Question, _QUESTIONS, QUESTION_LABELS, N_("“{text}” is no question of a ballot.")
    )


def parse_effect(text: str) -> Effect:
    """Read how an owner is affected: `light`, `采光`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(
        text, Effect, _EFFECTS, EFFECT_LABELS, N_("“{text}” is no way of being affected.")
    )


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
) -> Signer:
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
        return Signer.AGENT
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
        return Signer.OWNERS
    if authority or representative in signed:
        return Signer.AUTHORISED
    raise RuleError(
        _("All registered owners sign, or one with the others' authority."),
        hint=_("{count} more must sign; or name the authority: --authority …").format(
            count=len(missing)
        ),
    )
