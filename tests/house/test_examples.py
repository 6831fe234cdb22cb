"""The example line of every help page can be typed as it stands."""

from __future__ import annotations

import shlex
import shutil
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from harness import Jinlin
from house.sources import SOURCE

from jinlin.cli.nouns import root
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later

EXAMPLES: dict[str, str] = tomllib.loads(
    (SOURCE / "output/command/examples.toml").read_text("utf-8")
)
BEFORE = (
    "事项 上报 42 街道 --请求 现场勘查 --部门 城管",
    "电梯 立项 3-1 --类型 更换 --实施主体 业主代表王建国 --开始日期 2026-09-01",
    "电梯 报价 新增 甲公司 45万",
    "电梯 费用 新增 电力增容 2万 --来源 供电公司报价单",
    "电梯 补贴 新增 4万 --文字 国债补贴",
    "电梯 分摊 --项目 X1 --总价 45万 --保存 第一版",
    "电梯 分摊 --项目 X1 --总价 46万 --保存 第二版",
    "电梯 征求意见 3-1-502 同意 --谁 林秀英,黄志刚",
    "电梯 采用 E2 --确认",
    "电梯 表决 开始 --截止 2026-12-15",
    "电梯 出资约定 3-1-502",
    "电梯 利害关系业主 新增 3-1-101 --方面 采光",
    "电梯 账户 X1 --收款人 王建国 --账户 工商银行6222 --经手人 赵敏 --复核人 钱芳",
    "电梯 收款 3-1-502 100",
    "电梯 收入 X1 2万 --性质 利息 --来自 工商银行",
    "项目 报价 新增 甲公司 8万",
    "公示 张贴 停水 --类型 通知 --正文 明天停水 --对象 全体居民 --地点 3号楼大厅",
    "公示 张贴 车棚 --类型 公示 --正文 拟建 --依据 业主共同决定 --地点 大厅 --联系方式 居委会",
    "公示 提问 食堂何时开 --谁 王小明",
    "支部 经费 收入 5万 启动经费 --来自 街道党工委 --用途 启动",
    "支部 党小组 新增 3号楼党小组",
    "支部 服务项目 新增 开锁",
    "事项 新增 下水道堵了 --服务项目 水管疏通",
    "支部 六有 新增 有热水",
    "支部 场所 新增 党群活动室",
    "楼栋 新增 9",
    "党员 新增 王小燕",
    "党员 新增 王晓燕",
    "党员 报到 新增 赵远航 --工作单位 市财政局 --日期 2026-03-01",
    "党员 征求意见 新增 赵远航 --来自 市财政局 --事由 评优评先 --日期 2026-10-27",
    "设置 字段 新增 household 车位",
    "会议 先议事项 新增 绿化",
    "会议 重大事项 新增 绿化 --环节 议事",
    "会议 新增 邻里议事会 2026-11-03 10:30",
    "会议 议题 M5 电梯选型",
    "会议 新增 业主大会 2026-12-01 9:00 --议题 使用维修资金",
    "会议 发言 M1 1 林秀英 先问一楼",
    "共建单位 新增 海边书店",
    "支部 任务 新增 消防检查",
    "党员 荣誉 新增 林秀英 --称号 优秀党务工作者 --来自 街道党工委",
    "汇总 建立 --机构代码 350102001000 --名称 春江街道",
)
"""What is done on the example complex, so that there is something to show of each register."""
OTHERWISE = {
    **dict.fromkeys(
        (
            "issue rate import", "elevator consult import", "elevator ballot import",
            "elevator agreement import", "elevator import", "elevator voucher",
            "meeting attend import", "meeting vote import", "meeting ballot",
            "survey import", "rollup org", "rollup add", "notice powers import", "branch room import", "branch task import", "branch offer import", "branch fund voucher", "building import", "report yearly", "db decrypt",
        ),
        5,  # its file is still to be filled in
    ),
    **dict.fromkeys(
        (
            "issue arrive", "elevator adopt", "elevator ballot open", "elevator refund",
            "elevator settle", "elevator join", "elevator reopen", "meeting elect",
            "meeting publish", "meeting correct", "report bundle", "rollup report", "rollup publish", "rollup pass", "branch fund transfer", "branch manager set", "member restore", "project remove", "redo", "survey remove",
        ),
        1,  # not now: it was done, its turn is later, or something stands on it
    ),
    "shell": 2,
    "rollup init": 4,  # it was begun
}  # fmt: skip
"""Where a line cannot be carried out on the example: the code it ends with."""


def commands(found: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    found = found.load() if isinstance(found, Later) else found
    if not isinstance(found, Noun):
        yield " ".join(path)
        return
    for name, verb in found.commands.items():
        yield from commands(verb, (*path, name))


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Jinlin:
    folder = tmp_path_factory.mktemp("例")
    Jinlin(folder)("demo", "示例小区")
    shown = Jinlin(
        folder / "示例小区", variables={"JINLIN_ROLLUP": str(folder / "汇总"), "SHELL": "/bin/bash"}
    )
    for line in BEFORE:
        shown(*shlex.split(line))
    shutil.copy(shown.db, shown.folder / "副本.db")
    return shown


def test_every_command_has_an_example_line_and_nothing_else_has() -> None:
    assert list(EXAMPLES) == list(commands(root()))


def test_every_example_line_can_be_typed_as_it_stands(shown: Jinlin) -> None:
    ended = {}
    for command, line in EXAMPLES.items():
        if (code := shown(*shlex.split(line), "--dry-run", "--yes", code=None).code) != 0:
            ended[command] = code
    assert ended == OTHERWISE
