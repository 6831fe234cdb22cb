"""What an elevator project is, and the stages it goes through."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class WorksKind(Word, refusal=N_("“{text}” is no kind of elevator project.")):
    """What is built: a lift where there was none, or a new one in place of the old."""

    INSTALLATION = "installation", N_("elevator installation"), "install", "加装", "增设", "新装"
    REPLACEMENT = "replacement", N_("elevator replacement"), "replace", "更换", "更新", "换梯"


class Stage(Word, refusal=N_("“{text}” is no stage of a project.")):
    """Where a project stands, in the order in which it goes on."""

    SOUNDING = "sounding", N_("sounding out"), "摸底"
    SCHEME = "scheme", N_("scheme"), "方案"
    CONSULTATION = "consultation", N_("consultation and ballot"), "征求意见", "表决"
    NOTICE = "notice", N_("public notice of the scheme"), "公示"
    CONTRACT = "contract", N_("contract"), "合同", "签约", "签合同"
    WORKS = "works", N_("works")
    ACCEPTANCE = "acceptance", N_("acceptance")
    SETTLEMENT = "settlement", N_("settlement")
    RUNNING = "running", N_("running"), "运行", "投用"

    @property
    def place(self) -> int:
        """Which stage it is, the first being 1."""
        return STAGES.index(self) + 1


STAGES: Final = tuple(Stage)


class Milestone(Word, refusal=N_("“{text}” is no milestone of a project.")):
    """What a gate asks for and nobody can see from the records by themselves."""

    NO_BALLOT = (
        "no_ballot",
        N_("no ballot is needed, by a recorded rule"),
        "不需表决",
        "无需表决",
        "免表决",
    )
    CONTRACT = "contract", N_("works contract signed"), "合同", "施工合同", "签合同"
    WORKS_BEGUN = "works_begun", N_("works begun"), "开工"
    WORKS_DONE = "works_done", N_("works finished"), "完工", "竣工"
    INSPECTION = "inspection", N_("supervisory inspection passed"), "监督检验", "检验"
    REGISTRATION = "registration", N_("use registered"), "登记"
    USER_UNIT = "user_unit", N_("user unit named"), "使用单位"
    MAINTENANCE = "maintenance", N_("maintenance contract"), "维保"
    SAFETY_OFFICER = "safety_officer", N_("safety officer"), "安全员"


BEFORE_RUNNING: Final = (
    Milestone.INSPECTION,
    Milestone.REGISTRATION,
    Milestone.USER_UNIT,
    Milestone.MAINTENANCE,
    Milestone.SAFETY_OFFICER,
)
"""The five without which a lift does not run (特种设备安全法 33, 38; practice.md 6.1)."""
