"""Lines as secretaries type them: how each is read, and which are refused."""

from __future__ import annotations

import contextlib
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from harness import Jinlin, Stream
from hypothesis import given
from hypothesis import strategies as st

from jinlin.cli.main import run
from jinlin.cli.nouns import root
from jinlin.cli.start import demo
from jinlin.core.call import Environment
from jinlin.output.command.grammar import Command
from jinlin.output.command.kind import UNDERSTOOD
from jinlin.output.command.line import line_of

TABLE: Final = Path(__file__).parents[2] / "data" / "lines_as_typed.txt"
NOW: Final = datetime(2026, 11, 3, 4, tzinfo=UTC)
"""Tuesday, 3 November 2026, noon in China: the day on which the example stands."""
SCENE: Final = """
project end --reason 业主暂不同意
household import 房屋.xlsx --source 物业移交 --basis 业主登记时同意 --yes
elevator add 3-1 --kind 加装 --responsible 业主代表王建华
elevator split --project X1 --total 48万 --subsidy 4万 --round 100 --save 第一版
elevator adopt --yes
elevator consult 3-1-401 不同意 --reason 担心噪声
elevator account X1 --payee 业主代表王建华 --account 6222020200112233 --handler 陈国强 --checker 许文澜
elevator pay 3-1-602 1万
elevator quote add 福州快安电梯 56万
meeting add --type 支委会 --time "2026-11-03 11:00" --item 长椅断裂怎么办 --item 路灯
meeting open M5
meeting attend M5 --expected --yes
branch fund income --purse 启动经费 --amount 5万 --from 春江街道党工委 --for 支部启动
notice post --from 事项 --of 10 --place 3号楼大厅
notice ask 门禁什么时候换
branch room add 党群活动室 --place 2号楼一层
member report-in add 陈新民 --employer 区税务局
member report-in claim 陈新民 清扫楼道
household care 3-1-702 --tag 独居老人 --consent-on 2026-10-01 --consent-by 本人
issue add 公厕没水
meeting attend M5 林秀英 郑国梁 何丽娟 许文澜
"""
"""What has been done in the example before the lines are typed."""


class AsTyped(NamedTuple):
    """A line of the table: what was typed, and what must come of it."""

    typed: str
    meant: str
    refused: Sequence[str]


def _table() -> Iterator[AsTyped]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    for typed, must in zip(lines[::2], lines[1::2], strict=True):
        mark, said = must.strip().split(maxsplit=1)
        yield AsTyped(typed, said, ()) if mark == "=" else AsTyped(typed, "", said.split(" ; "))


class _Read(NamedTuple):
    code: int
    line: str
    told: str


def _nothing(*_words: Any) -> None: ...


class _Watch:
    """Stands in for the window: keeps the line of the command that was carried out."""

    line = ""

    def refused(self, message: str, hint: str) -> None:
        pass

    def ran(self, ctx: Any) -> None:
        self.line = line_of(ctx).text

    def listed(self, *_records: Any) -> None: ...

    def told(self, _number: str) -> None: ...

    def proposed(self, _words: Sequence[str]) -> None: ...

    def at_first_question(self) -> None: ...

    named: Mapping[str, str] = {}
    root = root()

    def ask(self, *_words: Any) -> str:
        raise KeyboardInterrupt


def _typed(folder: Path, words: Sequence[str]) -> _Read:
    watch, told, out = _Watch(), Stream(), Stream()
    environment = Environment(
        stdin=Stream(), stdout=out, stderr=told, folder=folder, now=lambda: NOW, window=watch,
        variables={"JINLIN_DB": str(folder / "jinlin.db"), "JINLIN_CONFIG": str(folder / "s.toml")},
    )  # fmt: skip
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        code = run(list(words), environment)
    return _Read(code, watch.line, told.written().decode())


def _read_of(folder: Path, words: Sequence[str], act: Callable[..., None] = _nothing) -> str:
    """Return how words are read, without carrying out the command; `act` stands in for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Command, "carry_out", act)
        read = _typed(folder, words)
    assert read.line, (words, read.told)
    return read.line


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a meeting, a project, a notice and so on; tests here only read it."""
    folder = tmp_path_factory.mktemp("lines")
    Jinlin(folder, now=NOW)("demo", demo.USUAL_FOLDER)
    jinlin = Jinlin(folder / demo.USUAL_FOLDER, now=NOW)
    for line in SCENE.strip().splitlines():
        jinlin(*shlex.split(line))
    return jinlin.folder


def _as_it_stands(folder: Path, line: str) -> str:
    """Return a line in full as commands say it, without carrying it out.

    Raises:
        AssertionError: it does not stand in the strict form.
    """

    def check(_command: Command, ctx: Any, _call: Any) -> None:
        assert UNDERSTOOD not in ctx.meta, line

    return _read_of(folder, shlex.split(line), check)


def test_lines_are_read_as_they_were_meant(example: Path) -> None:
    """Each command is carried out once, as a rehearsal; further lines for it are only read."""
    wrong, carried_out = [], set()
    table = [line for line in _table() if line.meant]
    assert len(table) >= 150
    for typed, meant, _refused in table:
        words, command = [*shlex.split(typed), "--dry-run"], tuple(meant.split()[:2])
        with pytest.MonkeyPatch.context() as patch:
            if command in carried_out:
                patch.setattr(Command, "carry_out", _nothing)
            read = _typed(example, words)
        carried_out.add(command)
        if read.code or read.line != _as_it_stands(example, f"{meant} --dry-run"):
            wrong.append((typed, read))
    assert not wrong


def test_what_may_be_several_lines_or_none_is_refused_and_says_how_to_go_on(example: Path) -> None:
    wrong = []
    table = [line for line in _table() if line.refused]
    assert len(table) >= 30
    for typed, _meant, refused in table:
        read = _typed(example, [*shlex.split(typed), "--dry-run"])
        several = "几种读法" in read.told or "可能是几个命令" in read.told
        if (
            not read.code
            or any(part not in read.told for part in refused)
            or (several and read.told.count("jinlin ") < 2)
        ):
            wrong.append((typed, read))
    assert not wrong


DISTINCT: Final = (
    ("事项", "派单", "43", "张德福"),
    ("事项", "记一笔", "2026-0043", "物业说明天来"),
    ("事项", "评价", "39", "满意", "太慢了"),
    ("事项", "暂缓", "43", "11月10日", "等配件"),
    ("电梯", "收款", "3-1-502", "1.2万", "微信", "昨天"),
    ("电梯", "征求意见", "记录", "3-1-502", "不同意", "担心噪声"),
    ("会议", "新增", "支委会", "11月6日", "讨论电梯"),
    ("会议", "签到", "记录", "M5", "张德福", "请假"),
    ("会议", "待办", "M5", "买签到表", "何丽娟", "周五"),
    ("党员", "新增", "王小明", "13800000001", "预备党员"),
    ("服务队", "入队", "红管家服务队", "蔡美玲", "维修员"),
    ("房屋", "走访", "3-1-502", "老人身体好"),
)  # fmt: skip
"""Lines whose words have shapes of their own; the first are noun and verb."""
_VERB_ENDS: Final = {"征求意见": 3, "签到": 3}


@given(st.data(), st.sampled_from(DISTINCT))
def test_words_with_shapes_of_their_own_may_stand_in_any_order(
    example: Path, data: st.DataObject, words: Sequence[str]
) -> None:
    ends = _VERB_ENDS.get(words[1], 2)
    turned = data.draw(st.permutations(words[ends:]))
    assert _read_of(example, [*words[:ends], *turned]) == _read_of(example, words)
