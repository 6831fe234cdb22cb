"""The stages of works in a complex, in the order in which the branch accompanies them."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class ProjectStage(Word, refusal=N_("“{text}” is no stage of works.")):
    """Where works stand: first the doors, then the table, then the plan (the article's order)."""

    SOUNDING = "sounding", N_("sounding out"), "摸底", "走访"
    COUNCIL = "council", N_("deliberation"), "议事"
    PLAN = "plan", N_("plan"), "方案"
    DECISION = "decision", N_("owners' decision"), "业主表决", "表决"
    NOTICE = "notice", N_("public notice of the plan"), "公示"
    SITING = "siting", N_("siting"), "选址"
    SURVEY = "survey", N_("measuring"), "测量"
    DESIGN = "design", N_("design"), "设计"
    CONTRACT = "contract", N_("contract"), "签约", "合同"
    WORKS = "works", N_("works"), "施工"
    ACCEPTANCE = "acceptance", N_("acceptance"), "验收"
    ACCOUNT = "account", N_("final account made public"), "决算公开", "决算"
    USE = "use", N_("in use"), "使用", "投用"


PROJECT_STAGES: Final = tuple(ProjectStage)
UNDECIDED_STAGES: Final = tuple(one for one in ProjectStage if one is not ProjectStage.DECISION)
"""The stages of works about which the owners decide nothing."""
PASSED_OVER: Final = (ProjectStage.SITING, ProjectStage.SURVEY, ProjectStage.DESIGN)
"""The stages that works may pass over, with a reason."""


class ProjectMilestone(Word, refusal=N_("“{text}” is no milestone of works.")):
    """What a gate asks for and nobody can see from the records by themselves."""

    PLAN = "plan", N_("plan written down"), "方案"
    CONTRACT = "contract", N_("works contract signed"), "合同", "签约"
    WORKS_DONE = "works_done", N_("works finished"), "完工", "竣工"
    ACCEPTED = "accepted", N_("works accepted"), "验收", "验收合格"
    BALANCED = "balanced", N_("money balanced"), "决算", "结清"
