"""The fixed choices of questionnaires: what they are for, whom they ask, what became of a paper."""

from __future__ import annotations

from jinlin.complex.rules.visits import VisitOutcome
from jinlin.core.i18n import N_
from jinlin.core.word import Word


class SurveyKind(Word):
    """What a questionnaire is for."""

    NEEDS = "needs", N_("survey of needs")
    SOUNDING = "sounding", N_("sounding of intentions")
    EVALUATION = "evaluation", N_("evaluation")


class AnswersPer(Word, refusal=N_("“{text}” is not whom a survey asks.")):
    """Whose answer one paper is."""

    HOUSEHOLD = "household", N_("per household"), "户", "按户", "一户一份", "每户"
    PERSON = "person", N_("per person"), "人", "按人", "一人一份", "每人", "记名"
    ANONYMOUS = "anonymous", N_("anonymous"), "匿名", "不记名"


class PaperState(Word):
    """What became of the paper of a door or a person."""

    HANDED_OUT = "handed_out", N_("handed out"), "发放", "已发", "发了", "留下", "留卷"
    ANSWERED = "answered", N_("answered"), "收回", "已收", "收了", "交回", "已交", "交了"
    REFUSED = "refused", N_("refused to answer"), "拒绝", "拒绝回答", "不答", "不填", "拒填"
    NOT_REACHED = "not_reached", N_("not reached"), "未联系上", "没联系上"

    @classmethod
    def of_visit(cls, word: str) -> PaperState | None:
        """Return what became of a paper, as a word says it or tells how the door was found."""
        if (state := cls.said(word)) is not None:
            return state
        outcome = VisitOutcome.in_remark(word)
        if outcome is VisitOutcome.NOT_AT_HOME:
            return cls.NOT_REACHED
        return cls.REFUSED if outcome is VisitOutcome.REFUSED else None


class Stance(Word, refusal=N_("“{text}” is no intention.")):
    """What somebody intends; it is no vote (意向不是表决)."""

    AGREE = "agree", N_("agrees"), "赞成", "愿意", "是"
    DISAGREE = "disagree", N_("disagrees"), "反对", "不愿意", "否"
    CONDITIONAL = "conditional", N_("on a condition"), "有条件", "附条件同意"
    ABSTAIN = "abstain", N_("abstains"), "无所谓", "不表态"


class AnswerKind(Word, refusal=N_("“{text}” is no kind of question.")):
    """How a question is answered."""

    SINGLE = "single", N_("one choice"), "单选题"
    MULTIPLE = "multiple", N_("several choices"), "多选题"
    NUMBER = "number", N_("number"), "数", "填数字"
    TEXT = "text", N_("words"), "填空", "问答", "填文字"
    RATING = "rating", N_("rating"), "满意度", "满意|基本满意|不满意"
    STANCE = "stance", N_("intention"), "同意|不同意|附条件|弃权"
