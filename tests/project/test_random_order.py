"""In whatever order lines are typed: no shut gate is passed, and no money is lost or spent twice."""

from __future__ import annotations

import shutil
import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from harness import NOON, Jinlin
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from project.works_on_record import ROOMS, open_works

STAGES: Final = (
    "sounding", "council", "plan", "decision", "notice", "siting", "survey", "design", "contract",
    "works", "acceptance", "account", "use",
)  # fmt: skip
NEEDED: Final = {
    "council": {"visit"},
    "plan": {"council"},
    "decision": {"方案", "branch"},
    "notice": {"owners"},
    "siting": {"owners", "posted"},
    "survey": {"owners", "posted"},
    "design": {"owners", "posted"},
    "contract": {"owners", "posted", "chosen"},
    "works": {"owners", "合同"},
    "acceptance": {"owners", "完工"},
    "account": {"owners", "验收", "决算"},
    "use": {"owners", "result"},
}
"""What must have happened before a stage is entered, written down once more by hand."""
TABLES: Final = (("council", "邻里议事会"), ("branch", "支委会"))


@dataclass
class Model:
    """What holds of the works, by what was typed and not refused."""

    stage: int = 0
    happened: set[str] = field(default_factory=set)
    watched: set[str] = field(default_factory=set)
    quotes: list[tuple[str, int]] = field(default_factory=list)
    chosen: int | None = None
    purses: int = 0
    direct: int = 0


class Works(RuleBasedStateMachine):
    """Works on the open ground floor of building 2, against a model that only remembers."""

    made: Path

    def __init__(self) -> None:
        super().__init__()
        self.jinlin = Jinlin(Path(tempfile.mkdtemp()), NOON)
        shutil.copytree(self.made, self.jinlin.folder, dirs_exist_ok=True)
        self.model = Model()
        self.before: list[Model] = []
        self.firms = 0

    def teardown(self) -> None:
        shutil.rmtree(self.jinlin.folder)

    def typed(self, *words: object) -> bool:
        """Type a line; whether it was accepted. It may be refused, and never fails otherwise."""
        was = deepcopy(self.model)
        outcome = self.jinlin(*words, code=None)
        assert outcome.code in (0, 1), (words, outcome)
        if outcome.code == 0:
            self.before.append(was)
        return outcome.code == 0

    @initialize(start=st.integers(0, len(STAGES) - 2), missing=st.integers(0, 5))
    def begin_before_a_gate(self, start: int, missing: int) -> None:
        """Begin in any stage, with all but one thing done that the next gate asks for."""
        if start:
            self.jinlin("project", "stage", "G1", STAGES[start], "--override", "旧账补录")
            self.model.stage = start
        wanted = [*sorted(NEEDED[STAGES[start + 1]]), "member"]
        wanted.pop(missing % len(wanted))
        for what in wanted:
            self._do(what)

    @rule(member=st.booleans(), done=st.sampled_from(("", "方案", "合同", "完工", "验收", "决算")))
    def note(self, done: str, *, member: bool) -> None:
        who = "杨卫国" if member else "物业李工"
        more = ("--done", done) if done else ()
        if self.typed("project", "note", "G1", "看现场", "--by", who, *more):
            self.model.watched |= {STAGES[self.model.stage]} if member else set()
            self.model.happened |= {done}

    @rule()
    def visit(self) -> None:
        if self.typed("household", "visit", "2-201", "--about", "G1", "--by", "林秀英"):
            self.model.happened.add("visit")

    @rule(table=st.sampled_from(TABLES))
    def hold(self, table: tuple[str, str]) -> None:
        what, kind = table
        added = self.jinlin(
            "meeting", "add", kind, "--time", f"{self.jinlin.now:%Y-%m-%d} 09:00",
            "--item", "架空层", "--about", "G1", "--json", code=None,
        )  # fmt: skip
        if added.code == 0:
            self.before.append(deepcopy(self.model))
            if self.typed("meeting", "attend", added.data["number"], "林秀英", "杨卫国"):
                self.model.happened.add(what)

    @rule(answer=st.sampled_from(("同意", "同意", "反对")))
    def vote(self, answer: str) -> None:
        rows = ["楼栋,单元,房号,表决意见", *(f"2,,{room},{answer}" for room in ROOMS)]
        (self.jinlin.folder / "表决.csv").write_text("\n".join(rows) + "\n", "utf-8")
        if self.typed("meeting", "ballot", "M1", "1", "表决.csv", "--matter", "改变共有部分用途",
                      "--building", "2"):  # fmt: skip
            self.model.happened -= {"owners"}
            self.model.happened |= {"owners"} if answer == "同意" else set()

    @rule(days=st.sampled_from((1, 12)))
    def wait(self, days: int) -> None:
        self.jinlin.now += timedelta(days=days)

    @rule()
    def post(self) -> None:
        what = "result" if self.model.stage >= STAGES.index("works") else "posted"
        if self.typed(
            "notice", "post", "--from", "project", "--of", "G1", "--place", "大堂", "--yes"
        ):
            self.model.happened.add(what)

    @rule(amount=st.integers(1, 9_000_000))
    def quote(self, amount: int) -> None:
        self.firms += 1
        firm = f"第{self.firms}家公司"
        if self.typed("project", "quote", "add", firm, amount / 100, "--project", "G1"):
            self.model.quotes.append((firm, amount))

    @precondition(lambda self: self.model.quotes)
    @rule(which=st.integers(0, 9), out=st.booleans())
    def choose(self, which: int, *, out: bool) -> None:
        firm, amount = self.model.quotes[which % len(self.model.quotes)]
        words = ("exclude" if out else "accept", firm, "--reason", "比选", "--project", "G1")
        if self.typed("project", "quote", *words) and not out:
            self.model.chosen = amount
            self.model.happened.add("chosen")

    @rule(amount=st.integers(1, 900_000), purse=st.sampled_from(("公共收益", "工作经费")))
    def spend(self, amount: int, purse: str) -> None:
        decided = "owners" in self.model.happened
        if self.typed("branch", "fund", "spend", amount / 100, "--purse", purse, "--to", "甲公司",
                      "--for", "架空层", "--by", "杨卫国", "--approved-by", "林秀英",
                      "--about", "G1"):  # fmt: skip
            assert decided or purse != "公共收益"
            self.model.purses += amount

    @rule(amount=st.integers(1, 900_000))
    def support(self, amount: int) -> None:
        if self.typed("partner", "support", "D1", amount / 100, "--about", "G1",
                      "--paid-to", "甲公司", "--yes"):  # fmt: skip
            self.model.direct += amount

    def _do(self, what: str) -> None:
        match what:
            case "visit":
                self.visit()
            case "owners":
                self.vote("同意")
            case "posted" | "result":
                self.post()
                self.wait(12)
            case "chosen":
                for amount in (8_200_000, 9_000_000, 7_000_000):
                    self.quote(amount)
                self.choose(len(self.model.quotes) - 1, out=False)
            case "council" | "branch":
                self.hold(next(one for one in TABLES if one[0] == what))
            case "member":
                self.note("", member=True)
            case milestone:
                self.note(milestone, member=False)

    @rule(on=st.integers(1, 3), skip=st.booleans())
    def go_on(self, on: int, *, skip: bool) -> None:
        if self.model.stage + on >= len(STAGES):
            return
        here, to = STAGES[self.model.stage], STAGES[self.model.stage + on]
        more = ("--skip", "用不上") if skip else ()
        if self.typed("project", "stage", "G1", to, *more):
            between = STAGES[self.model.stage + 1 : self.model.stage + on]
            assert set(between) <= {"siting", "survey", "design"}
            assert skip or not between
            assert here in self.model.watched
            assert NEEDED[to] <= self.model.happened
            self.model.stage += on

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self.jinlin("undo", "--yes")
        self.model = self.before.pop()

    @invariant()
    def the_next_gate_is_open_only_where_nothing_is_missing(self) -> None:
        if self.model.stage + 1 < len(STAGES):
            here, to = STAGES[self.model.stage : self.model.stage + 2]
            if self.jinlin("project", "stage", "G1", to, "--dry-run", code=None).code == 0:
                assert here in self.model.watched
                assert NEEDED[to] <= self.model.happened

    @invariant()
    def what_is_shown_is_what_was_typed(self) -> None:
        shown: dict[str, Any] = self.jinlin("project", "show", "G1", "--json").data
        model = self.model
        assert shown["stage"] == STAGES[model.stage]
        assert (shown["contract_fen"], shown["budget_fen"]) == (model.chosen, 8_600_000)
        assert (shown["paid_fen"] or 0) == model.purses + model.direct
        whole = 8_600_000 if model.chosen is None else model.chosen
        assert shown["rest_fen"] == whole - model.purses - model.direct


def test_no_gate_is_passed_and_no_money_lost_in_any_order(
    jinlin: Jinlin, tmp_path_factory: pytest.TempPathFactory
) -> None:
    open_works(jinlin)
    jinlin("meeting", "add", "业主大会", "--time", "2026-10-20 19:00")
    jinlin("meeting", "item", "M1", "2号楼架空层改造方案", "--about", "G1")
    jinlin("meeting", "announce", "M1", "--date", "2026-09-25")
    jinlin("partner", "add", "春江银行", "--kind", "国企")
    for purse in ("公共收益", "工作经费"):
        jinlin(
            "branch", "fund", "income", "50万", "--purse", purse, "--from", "街道", "--for", "款"
        )
    Works.made = jinlin.folder
    Works.TestCase.settings = settings(max_examples=12, stateful_step_count=6, deadline=None)
    Works.TestCase().runTest()
