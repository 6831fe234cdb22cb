"""What an elevator project is, and the stages it goes through."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.word import read_word


class Kind(StrEnum):
    """What is built: a lift where there was none, or a new one in place of the old."""

    INSTALLATION = "installation"
    REPLACEMENT = "replacement"


KIND_LABELS: Final = {
    Kind.INSTALLATION: N_("elevator installation"),
    Kind.REPLACEMENT: N_("elevator replacement"),
}
_KINDS: Final = {
    "installation": Kind.INSTALLATION, "install": Kind.INSTALLATION, "加装": Kind.INSTALLATION,
    "增设": Kind.INSTALLATION, "加装电梯": Kind.INSTALLATION, "新装": Kind.INSTALLATION,
    "replacement": Kind.REPLACEMENT, "replace": Kind.REPLACEMENT, "更换": Kind.REPLACEMENT,
    "更新": Kind.REPLACEMENT, "更换电梯": Kind.REPLACEMENT, "换梯": Kind.REPLACEMENT,
}  # fmt: skip


class Stage(StrEnum):
    """Where a project stands, in the order in which it goes on."""

    SOUNDING = "sounding"
    SCHEME = "scheme"
    CONSULTATION = "consultation"
    NOTICE = "notice"
    CONTRACT = "contract"
    WORKS = "works"
    ACCEPTANCE = "acceptance"
    SETTLEMENT = "settlement"
    RUNNING = "running"

    @property
    def place(self) -> int:
        """Which stage it is, the first being 1."""
        return STAGES.index(self) + 1


STAGES: Final = tuple(Stage)
STAGE_LABELS: Final = {
    Stage.SOUNDING: N_("sounding out"),
    Stage.SCHEME: N_("scheme"),
    Stage.CONSULTATION: N_("consultation and ballot"),
    Stage.NOTICE: N_("public notice of the scheme"),
    Stage.CONTRACT: N_("contract"),
    Stage.WORKS: N_("works"),
    Stage.ACCEPTANCE: N_("acceptance"),
    Stage.SETTLEMENT: N_("settlement"),
    Stage.RUNNING: N_("running"),
}
_STAGES: Final = {
    "摸底": Stage.SOUNDING, "意向摸底": Stage.SOUNDING, "方案": Stage.SCHEME,
    "征求意见": Stage.CONSULTATION, "表决": Stage.CONSULTATION, "公示": Stage.NOTICE,
    "合同": Stage.CONTRACT, "签约": Stage.CONTRACT, "签合同": Stage.CONTRACT,
    "施工": Stage.WORKS, "验收": Stage.ACCEPTANCE, "结算": Stage.SETTLEMENT,
    "运行": Stage.RUNNING, "投用": Stage.RUNNING,
}  # fmt: skip


class Milestone(StrEnum):
    """What a gate asks for and nobody can see from the records by themselves."""

    NO_BALLOT = "no_ballot"
    CONTRACT = "contract"
    WORKS_BEGUN = "works_begun"
    WORKS_DONE = "works_done"
    INSPECTION = "inspection"
    REGISTRATION = "registration"
    USER_UNIT = "user_unit"
    MAINTENANCE = "maintenance"
    SAFETY_OFFICER = "safety_officer"


MILESTONE_LABELS: Final = {
    Milestone.NO_BALLOT: N_("no ballot is needed, by a recorded rule"),
    Milestone.CONTRACT: N_("works contract signed"),
    Milestone.WORKS_BEGUN: N_("works begun"),
    Milestone.WORKS_DONE: N_("works finished"),
    Milestone.INSPECTION: N_("supervisory inspection passed"),
    Milestone.REGISTRATION: N_("use registered"),
    Milestone.USER_UNIT: N_("user unit named"),
    Milestone.MAINTENANCE: N_("maintenance contract"),
    Milestone.SAFETY_OFFICER: N_("safety officer"),
}
_MILESTONES: Final = {
    "不需表决": Milestone.NO_BALLOT, "无需表决": Milestone.NO_BALLOT, "免表决": Milestone.NO_BALLOT,
    "合同": Milestone.CONTRACT, "施工合同": Milestone.CONTRACT, "签合同": Milestone.CONTRACT,
    "开工": Milestone.WORKS_BEGUN, "完工": Milestone.WORKS_DONE, "竣工": Milestone.WORKS_DONE,
    "监督检验": Milestone.INSPECTION, "检验": Milestone.INSPECTION,
    "使用登记": Milestone.REGISTRATION, "登记": Milestone.REGISTRATION,
    "使用单位": Milestone.USER_UNIT, "维保合同": Milestone.MAINTENANCE,
    "维保": Milestone.MAINTENANCE, "安全管理员": Milestone.SAFETY_OFFICER,
    "安全员": Milestone.SAFETY_OFFICER,
}  # fmt: skip
BEFORE_RUNNING: Final = (
    Milestone.INSPECTION,
    Milestone.REGISTRATION,
    Milestone.USER_UNIT,
    Milestone.MAINTENANCE,
    Milestone.SAFETY_OFFICER,
)
"""The five without which a lift does not run (特种设备安全法 33, 38; practice.md 6.1)."""


def parse_kind(text: str) -> Kind:
    """Read what is built: `installation`, `加装`, `更换`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(
        text, Kind, _KINDS, KIND_LABELS, N_("“{text}” is no kind of elevator project.")
    )


def parse_stage(text: str) -> Stage:
    """Read a stage: `notice`, `公示`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(text, Stage, _STAGES, STAGE_LABELS, N_("“{text}” is no stage of a project."))


def parse_milestone(text: str) -> Milestone:
    """Read a milestone: `inspection`, `监督检验`.

    Raises:
        UsageError: nobody knows the word.
    """
    return read_word(
        text, Milestone, _MILESTONES, MILESTONE_LABELS, N_("“{text}” is no milestone of a project.")
    )
