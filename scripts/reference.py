"""Write the references that are generated from the code.

python scripts/reference.py             write docs/cli.md and docs/json.md
python scripts/reference.py check       fail when one of them is not current
python scripts/reference.py pages zh    print every help page as JSON, by command
python scripts/reference.py shapes      print what each command's JSON holds, as JSON
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
NOON = datetime(2026, 11, 5, 4, tzinfo=UTC)
COLUMNS = "80"


def commands() -> Iterator[list[str]]:
    """Return the words of every command, noun by noun."""
    from jinlin.cli.nouns import root

    yield []
    for noun, later in root().commands.items():
        yield from _and_its_verbs([noun], later)


def _and_its_verbs(words: list[str], later: Any) -> Iterator[list[str]]:
    from jinlin.output.command.verb import Later

    yield words
    command = later.load() if isinstance(later, Later) else later
    for name, verb in getattr(command, "commands", {}).items():
        yield from _and_its_verbs([*words, name], verb)


def run(words: Sequence[str], folder: Path, **variables: str) -> tuple[int, str]:
    """Run one command in this process; return its exit code and what it printed."""
    from jinlin.cli.main import run as run_command
    from jinlin.core.call import Environment

    stdout, stderr = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in "oe")
    environment = Environment(
        stdin=io.StringIO(),
        stdout=stdout,
        stderr=stderr,
        variables={
            "COLUMNS": COLUMNS,
            "JINLIN_DB": str(folder / "jinlin.db"),
            "JINLIN_CONFIG": str(folder / "settings.toml"),
            **variables,
        },
        folder=folder,
        now=lambda: NOON,
    )
    with contextlib.redirect_stdout(stdout):
        code = run_command(list(words), environment)
    said = stderr if code else stdout
    said.seek(0)
    return code, said.read()


@cache
def pages(language: str) -> dict[str, str]:
    """Return every help page in a language, by command."""
    found = {}
    for words in commands():
        code, page = run([*words, "--help", "--lang", language], Path.cwd())
        if code:
            raise SystemExit(page)
        found[" ".join(["jinlin", *words])] = page
    return found


def put(file: Path, content: str | bytes) -> None:
    """Lay a file where a command will read it, for this user alone."""
    file.touch(0o600)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def rollup_scenes(example: Path) -> Iterator[str]:
    """Return what is typed in a street; its own folder is no database."""
    from jinlin.rollup.rules.bundle import MonthHead, packed
    from jinlin.rollup.rules.cells import Key
    from jinlin.rollup.rules.minisign import SecretKey

    office, stick = f"--folder {example / '街道'}", example / "U盘"
    codes = [f"35010200100400{number}" for number in range(1, 4)]
    complexes = "".join(
        f"{code},{name}苑小区\n" for code, name in zip(codes, "梅兰竹", strict=True)
    )
    put(example / "名册.csv", f"代码,名称\n350102001004,梅苑社区\n{complexes}")
    stick.mkdir(mode=0o700, exist_ok=True)
    light = "categories", "facilities/lighting"
    cells = {
        Key(*light, "received"): 6,
        Key(*light, "closed_solved"): 6,
        Key("branch", "", "full"): 24,
    }
    for code in codes:
        head = MonthHead(
            code, "2026-10", 0, "2026-11-03T08:00:00Z", "2026-11", "0.1.0",
            ["categories", "branch"], empty=False, reason=None, figures_sha256="0" * 64,
        )  # fmt: skip
        put(stick / f"{code}.zip", packed(head, cells, SecretKey(bytes(8), bytes(32))))
    yield f"rollup init --organisation 350102001000 --name 春江街道 {office}"
    yield f"rollup org {example / '名册.csv'} {office}"
    yield f"rollup add {stick} {office}"
    yield f"rollup status 2026-10 {office}"
    yield f"rollup report 2026-10 {office}"
    yield f"rollup report 2026-10 --question completeness {office}"
    yield f"rollup publish 2026-10 -o {example / '公布'} {office}"
    yield f"rollup pass 2026-10 {office} --dry-run"
    yield f"rollup demo {example / '示例省'}"
    yield f"rollup rebuild {office}"


def notice_scenes() -> Iterator[str]:
    """Return what is typed about notices."""
    yield "notice post 停水 --type 通知 --text 明天上午停水 --for 全体居民 --place 3号楼大厅"
    yield (
        "notice post 电梯方案 --type 公示 --text 见附件 --basis 业主共同决定 --place 3号楼大厅"
        " --contact 0591-87654321"
    )
    yield "notice edit N3 --place 2号楼大厅 --reason 换地点"
    yield "notice proof N3"
    yield "notice object N4 遮挡采光 --by 王小明"
    yield "notice answer N4-1 已测量 --outcome 不成立"
    yield "notice ask 食堂何时开 --by 王小明"
    yield "notice answer Q1 正在核实 --interim"
    yield "notice answer Q1 年底"
    yield "notice list"
    yield "notice show N4"
    yield "notice due"
    yield "notice print N3"
    yield "notice questions"
    yield "notice matters"
    yield "notice powers"
    yield "notice powers list"
    yield "notice powers add 广告位出租 --decides 业主 --steps 业主共同决定 --when 每季"
    yield "notice powers show 广告位出租"
    yield "notice powers edit 广告位出租 --when 每年"
    yield "notice powers template"
    yield "notice powers export -o 权力清单.csv"
    yield "notice powers import 权力清单.csv --yes"
    yield "notice powers remove 广告位出租"
    yield "notice withdraw N3 改期"
    yield "notice site 公示网站"


def elevator_scenes(example: Path) -> Iterator[str]:  # noqa: PLR0915  (a list)
    """Return the lines about a project of the elevator, from the first quote to the tally."""
    yield "elevator add 3-1 --kind 更换 --responsible 业主代表林某 --started 2026-09-01"
    yield "elevator projects"
    yield "elevator edit X1 --works-days 90"
    yield "elevator quote add 甲公司 45万"
    yield "elevator quote add 乙公司 48万"
    yield "elevator quote add 丙公司 52万"
    yield "elevator quote edit 3 --until 2027-06-30"
    yield "elevator quote remove 3"
    yield "elevator quote accept 1 --reason 价低、工期短"
    yield "elevator quote list"
    yield "elevator cost add 电力增容 2万 --source 供电公司报价单"
    yield "elevator cost add 杂项 100 --source 清单"
    yield "elevator cost edit 3 --text 杂项费用"
    yield "elevator cost remove 3"
    yield "elevator cost list"
    yield "elevator compare --total 45万,48万"
    yield "elevator split --project X1 --save 第一版"
    yield "elevator adopt --yes"
    yield "elevator consult record 3-1-501 同意 --by 林秀英,陈国强 --next 2周后"
    yield "elevator consult list"
    yield "elevator consult show 3-1-501"
    yield "elevator stage 方案"
    yield "elevator ballot open --closes 2026-12-15"
    yield "elevator ballot record 3-1-501 同意 --fund 同意"
    yield "elevator ballot list"
    yield "elevator tally"
    yield "elevator agreement record 3-1-501"
    yield "elevator agreement list"
    yield "elevator affected add 3-1-101 --effect 采光"
    yield "elevator affected object 3-1-101 担心采光"
    yield "elevator affected settle 3-1-101 --how 玻璃井道"
    yield "elevator affected list"
    yield "elevator affected agreement 3-1-101"
    yield "elevator affected remove 3-1-101"
    yield "elevator milestone 施工合同 --detail HT-01"
    yield "elevator sheet 3-1-501"
    filled = example / "汇总表.csv"
    put(filled, "完整地址,表态,维修资金表态,签字日期\n3-1-601,同意,同意,今天\n")
    for paper in ("consult", "ballot", "agreement"):
        yield f"elevator {paper} template -o {example / paper}.xlsx"
    yield f"elevator consult import {filled} --yes"
    yield f"elevator ballot import {filled} --yes"
    yield f"elevator agreement import {filled} --yes"
    yield "elevator notice --place 单元门口 --contact 业主代表林某"
    yield "elevator ballot end --reason 方案要改"
    yield "elevator agreement withdraw 3-1-501 --reason 家人不同意"
    yield "elevator status"
    yield "elevator show X1"
    yield from elevator_money_scenes(example)
    yield "elevator subsidy add 4万 --text 国债补贴 --source 区住建局通知"
    yield "elevator subsidy add 100 --text 误记"
    yield "elevator subsidy edit 1 --state 已批复"
    yield "elevator subsidy remove 2"
    yield "elevator subsidy list"
    yield "elevator end --reason 暂不实施"


def project_scenes() -> Iterator[str]:
    """Return the lines about works, from the first door to the choice of a firm."""
    yield "project note 走访三户 --by 林秀英,物业李工"
    yield "project note 误记一条"
    yield "project unnote 2"
    yield "household visit 2-201 --about G1 --by 林秀英,黄志刚"
    yield "project stage 方案 --with 林秀英 --due 2026-12-20 --override 先拟方案"
    yield "project edit G1 --responsible 业委会"
    yield "project quote add 甲公司 8.2万"
    yield "project quote add 乙公司 9万"
    yield "project quote edit 2 --licence 装修二级"
    yield "project quote exclude 2 --reason 资质过期"
    yield "project quote accept 1 --reason 报价低 --fewer 只有两家报价"
    yield "project quote list"
    yield "project quote add 误记 1万"
    yield "project quote remove 3"
    yield "project list"
    yield "project show"
    yield "project page"
    yield "project page --quotes"
    yield "project end --reason 暂不实施"
    yield "project add 东门充电棚 --kind 充电棚 --budget 2.4万"
    yield "project add 误立的充电棚 --kind 充电棚"
    yield "project remove G3"


def service_day_scenes() -> Iterator[str]:
    """Return the lines about service days: planned, held, added to, and how a kind was kept."""
    yield "service add 爱心日 --date 2026-11-25 --place 爱心长廊 --items 修脚,理发"
    yield "service done 爱心日 --date 2026-09-25 --people 林秀英,阿林 --served 修脚=12 --hours 2"
    yield "service show M11"
    yield "service sheet M11"
    yield "service page"
    yield "notice post --from 服务 --of 9月 --place 小区公示栏"
    yield "service kind 爱心日 --place 爱心长廊 --unbroken-since 2022-09"
    yield "service kind 爱心日"
    yield "service list"


def partner_scenes(example: Path) -> Iterator[str]:
    """Return the lines about partners: agreements, promises, money paid by themselves or in."""
    yield "partner add 海边书店 --kind 非公 --agreement 2026-03-01 --contact 王经理"
    yield "partner support record 海边书店 20万 --about 2026-0042 --paid-to 城建公司"
    yield "partner support record 海边书店 --what 义诊 --kind 服务 --promised --due 2026-12-01"
    yield "partner receive D29-2"
    yield "partner support record 海边书店 1万 --what 慰问 --purse 共建资助 --handler 林秀英"
    yield "partner support record 海边书店 --what 借会议室 --kind 阵地 --promised"
    yield "partner drop D29-4 --reason 场地另用"
    yield "partner list"
    yield "partner show D29"
    yield "partner edit D29 --contact 李经理"
    yield "partner add 误记单位"
    yield "partner remove 误记单位"
    listed = example / "共建单位.csv"
    put(listed, "单位,联系人\n社区食堂,张医生\n")
    yield f"partner import {listed} --yes"
    given = example / "共建支持.csv"
    put(given, "单位,支持内容,到位日期\n社区食堂,义诊,2026-10-18\n")
    yield f"partner support import {given} --yes"
    yield f"partner export -o {example / '共建单位.xlsx'}"
    yield f"partner template -o {example / '共建单位空表.xlsx'}"
    yield "partner end D29 --reason 协议到期"


def survey_scenes(example: Path) -> Iterator[str]:
    """Return the lines about surveys: asked from door to door, anonymous, closed."""
    asked = "-q 用餐困难吗=有、没有 -q 一餐愿付几元=数字 -q 还缺什么=文字"
    yield f"survey add 用餐需求 {asked} --purpose 办长者食堂 --until 2026-11-20"
    yield "survey answer W3 3-1-501 有 12 少盐 --by 林秀英,郑国梁"
    yield "survey answer W3 3-1-502 没见到 --next 2周后"
    yield "survey sheet W3 3-1-502"
    yield "survey sheet W3 --list"
    yield "survey sheet W3 --xlsform"
    online = example / "问卷星.csv"
    put(online, "房号,用餐困难吗,一餐愿付几元,还缺什么\n3-1-601,没有,15,\n")
    yield f"survey import {online} W3 --yes"
    yield "survey list"
    yield "survey show W3 --room 3-1-501"
    yield "survey tally W3"
    yield "survey edit W3 --until 2026-11-25"
    yield "survey tally W3 --public"
    yield "survey close W3"
    yield "survey add 保洁怎么样 -q 保洁=评价 --per 无记名"
    yield "survey answer W4 满意"
    yield "survey add 误建 -q 误建=文字"
    yield "survey remove W5"
    yield "survey add 下半年两评 --evaluate 业委会,物业 --groups 党员,居民"
    yield "survey answer W6 满意 基本满意 --group 党员"
    yield "survey tally W6"


def service_scenes() -> Iterator[str]:
    """Return the lines about who manages the complex, and what is offered."""
    yield "branch manager remove 1"
    yield "branch manager set 无物业"
    yield "branch manager remove 2"
    yield "branch manager set 专业物业 --company 甲物业 --since 2019-01 --fee 1.2"
    yield "branch manager end --date 2026-02-28 --reason 合同到期"
    yield "branch manager set 党组织领办 --company 物业服务中心 --since 2026-03 --until 2027-01"
    yield "branch manager edit 4 --fee 0.6"
    yield "branch manager list"
    yield "branch offer template"
    yield "branch offer export -o 服务项目.csv"
    yield "branch offer import 服务项目.csv --yes"
    yield "branch offer add 理发 --price 免费 --by 志愿者"
    yield "branch offer add 代收快递 --price 免费"
    yield "branch offer edit 理发 --since 2026-01"
    yield "branch offer list"
    yield "branch offer show 理发"
    yield "branch offer end 代收快递 --date 2026-12-31"
    yield "branch offer menu"
    yield "branch offer remove 理发"


def elevator_money_scenes(example: Path) -> Iterator[str]:
    """Return the lines about the money after adoption, from the account to the running lift."""
    bank = example / "流水.csv"
    put(bank, "房号,贷方发生额,交易日期\n3-1-601,3000,今天\n")
    invoice = example / "发票.pdf"
    put(invoice, "%PDF-1.4")
    hands = "--handler 赵敏 --checker 钱芳"
    yield f"elevator account X1 --payee 业主代表林某 --account 工商银行6222 {hands}"
    yield "elevator instalments X1 30%@签约@2026-11-20 70%@验收"
    yield "elevator pay 3-1-501 20000"
    yield f"elevator import {bank} --yes"
    yield f"elevator template -o {example / '收款.xlsx'}"
    yield "elevator receipt --all"
    yield "elevator receipt R1"
    yield "elevator income X1 200 --as 利息 --from 工商银行"
    yield "elevator spend X1 1万 --to 甲公司 --for 首付款"
    yield f"elevator voucher V2 {invoice}"
    yield "elevator counterparty V2 单位"
    yield "elevator fund 3-1-501 --balance 12000"
    yield "elevator ledger"
    yield "elevator arrears --all"
    yield "elevator remind 3-1-601"
    yield "elevator disclose"
    for stage in ("征求意见", "公示", "签约", "施工"):
        yield f"elevator stage {stage} --override 材料另存 --yes"
    yield "elevator settle X1 --final 46.5万 --reason 决算 --yes"
    yield "elevator pay 3-1-201 10万 --yes"
    yield "elevator refund 3-1-201"
    yield "elevator disclose --settlement"
    yield "elevator reverse R1 --reason 银行退票"
    yield "elevator reopen X1 --reason 补发票"
    yield "household add 3-1-709 --area 88"
    yield "elevator join 3-1-709 --reason 后加入 --yes"
    yield "elevator running X1 2026-10 --power 320 --inspection 50"


def scenes(example: Path) -> Iterator[str]:  # noqa: PLR0915  (a list)
    """Return a line for each command whose JSON is described; run on the example complex."""
    households, members, issues, stairwell = (
        str(example / name) for name in ("房屋.xlsx", "党员.xlsx", "事项.csv", "电梯.csv")
    )
    yield "init --name 桂园 --db 新.db"
    yield "building add 9 --floors 7"
    yield "building list"
    yield "building show 3"
    yield "building edit 9 --elevator"
    yield "building note 9 三菱电梯，2008年 --kind plant"
    yield f"household import {households}"
    yield "household list"
    yield "building template"
    yield "household template"
    yield "household export --yes -o 房屋名册.xlsx"
    yield "building export -o 楼栋名册.csv"
    yield "building import 楼栋名册.csv --yes"
    yield "config alias 早=今天"
    yield "config alias"
    yield "config template"
    yield "config template 月报"
    yield "config field add household 车位"
    yield "config field add household 朝向 --choices 南,北"
    yield "config field edit household 朝向 --choices 南,北,东西"
    yield "config field list"
    yield "config field remove household 朝向"
    yield "household add 9-101 --owner 张小花 --area 60"
    yield "household edit 9-101 --state let"
    yield "household owner 9-101 张小花 --share 1/2"
    yield "household representative 9-101 张小花"
    yield "household occupant 9-101 张小明 --relation 儿子"
    yield "household care 9-101 --tag 独居老人 --consent-on 2026-09-01 --consent-by 张小花"
    yield "household visit 9-101 --met 张小花 --by 李华,王芳 --next 2周后"
    yield "household visits"
    yield "household show 9-101"
    yield "household consent-form 9-101"
    yield "household question-form 架空层改造 --question 是否赞成：赞成/不赞成 --room 9-101"
    yield "household sell 9-101 --to 王小花"
    yield "household remove 9-101 --yes"
    yield "building add 8"
    yield "building remove 8"
    yield "member add 王小燕"
    yield "member list"
    yield "member show 林秀英"
    yield "member edit 王小燕 --employer 梅苑超市 --phone 13805919999"
    yield "member find wxy"
    yield "member contacts"
    yield "member id 王小燕 --number 11010519491231002X --purpose 换届选举登记"
    yield "member id 王小燕"
    yield "member add 王晓燕 --phone 13805919999"
    yield "member duplicates"
    yield "member merge 王晓燕 王小燕 --yes"
    yield f"member import {members}"
    yield "member export --yes -o 党员名册.json"
    yield "member template"
    yield "member post add 王小燕 --title 业委会主任 --to 2027-03"
    yield "member post show"
    yield "member post list"
    yield "member post edit 王小燕 --source 换届选举结果公告"
    yield "member post end 王小燕"
    yield "member post remove 王小燕"
    yield "member voters"
    yield "member dues 林秀英 --income 5200"
    yield "member report-in add 赵远航 --employer 市财政局 --date 2026-03-01"
    yield "member report-in claim 赵远航 周末巡逻"
    yield "member report-in done 赵远航 --minutes 90"
    yield "member report-in receipt 赵远航"
    yield "member report-in list"
    yield "member transfer 赵远航 --in --other 市财政局机关支部"
    yield "member remove 王小燕 --reason 迁出"
    yield "member restore 王小燕"
    yield "team add 平安巡逻队 --kind 红管家"
    yield "team join 平安巡逻队 --people 杨卫国,阿林"
    yield "team join 平安巡逻队 林秀英 --skill 维修员"
    yield "team cover 林秀英 --building 3 --skill 维修员"
    yield "team list"
    yield "team show 平安巡逻队"
    yield "team roster"
    yield "team skills"
    yield "team edit 平安巡逻队 --duties 上门维修"
    yield "team uncover 林秀英 --building 3"
    yield "team leave 平安巡逻队 林秀英"
    yield "team remove 平安巡逻队"
    yield "branch edit --term 3 --term-from 2024-06-18"
    yield "branch show"
    yield "branch venue check 3 --met"
    yield "branch venue add 有热水"
    yield "branch venue list"
    yield "branch venue edit 7 --note 二楼"
    yield "branch venue remove 有热水"
    yield "branch room add 党群活动室 --use 书画"
    yield "branch room list"
    yield "branch room show 党群活动室"
    yield "branch room edit 党群活动室 --place 3号楼"
    yield "branch room template"
    yield "branch room export -o 场所.csv"
    yield "branch room import 场所.csv --yes"
    yield "branch room remove 党群活动室"
    yield "branch group add 9号楼党小组 --building 9 --leader 林秀英"
    yield "branch group list"
    yield "branch group show 9号楼党小组"
    yield "branch group edit 9号楼党小组 --note 新设"
    yield "branch group remove 9号楼党小组"
    yield from service_scenes()
    yield "branch task add 充电桩排查 --due 2026-12-20"
    yield "branch task list"
    yield "branch task progress 1 60% 已摸排两栋楼"
    yield "branch task show 1"
    yield "branch task edit 1 --note 每周五报"
    yield "branch task template"
    yield "branch task export -o 任务.csv"
    yield "branch task import 任务.csv --yes"
    yield "branch task remove 1"
    yield "branch fund income --purse 启动经费 --amount 5万 --from 街道党工委 --for 启动"
    yield (
        "branch fund spend --purse 启动经费 --amount 320 --to 文具店 --for 打印 --by 何丽娟"
        " --approved-by 林书记"
    )
    yield f"branch fund voucher F2 {example / '事项.csv'}"
    yield "branch fund balance"
    yield "branch fund list"
    yield "branch fund show F2"
    yield "branch fund counterparty F2 单位"
    yield "branch fund reverse F2 --reason 记错"
    yield "branch fund page --from 2026-10-01"
    yield "branch fund disclose --from 2026-10-01 --place 公示栏"
    yield "config show"
    yield "config set 回访天数 10"
    yield "config database"
    yield "config holidays 2026"
    yield "issue add 路灯不亮 --category 公共照明"
    yield "issue list"
    yield "issue show 1"
    yield "issue note 43 已联系物业"
    yield "issue assign 43 林秀英"
    yield "issue accept 43"
    yield "issue visit 43 灯座老化"
    yield "issue urge 43"
    yield "issue consult 43 与物业商量换线"
    yield "issue agenda 43"
    yield "issue resume 43 --reason 物业已答应"
    yield "issue hand-back 43 --reason 要换线路"
    yield "issue defer 43 --until 2026-12-01 --reason 等配件"
    yield "issue escalate 43 --to 街道 --request 更换线路 --department 供电"
    yield "issue call 43 --lead 供电"
    yield "issue arrive 43 --department 供电 --by 王队"
    yield "issue joint 43 一起换线"
    yield "issue score 43 --department 供电 --score 5 --by 街道"
    yield "issue partly 43 一层已亮"
    yield "issue affects 43 1-1-201"
    yield "issue add 路灯又不亮 --category 公共照明"
    yield "issue link 44 43"
    yield "issue merge 44 --into 43"
    yield "issue add 隔壁小区噪声 --category 其他"
    yield "issue decline 45 --reason 不属本小区"
    yield "issue assign 43 林秀英"
    yield "issue close 43 --result 已换灯泡 --offer 入户小修 --paid 15"
    yield "issue close 43 --service 30"
    yield "issue slip 43"
    yield "issue rate record 43 满意"
    yield f"issue rate template --all -o {example / '回访.xlsx'}"
    called = example / "回访.csv"
    put(called, "事项编号,满意度\n2026-0040,满意\n")
    yield f"issue rate import {called} --yes"
    yield "issue check 43 --passed"
    yield "issue reopen 43 --reason 又灭了"
    yield "issue edit 43 --place 3号楼门口"
    yield f"issue import {issues}"
    yield "issue categories"
    yield "today"
    yield "find 灯"
    yield "sql"
    yield "issue trace 1"
    yield "issue board"
    yield "issue visits"
    yield "issue stats --by category,building"
    yield "issue reply 1"
    yield "issue replies"
    yield "issue filter save 路灯 --category 公共照明"
    yield "issue bulk --category 公共照明 --note 一并去看"
    yield f"issue export -o {example / '事项导出.xlsx'}"
    yield "issue category 公共照明 --close 2wd --source 支委会议定"
    yield f"elevator split --households {stairwell} --total 48万 --save 草案"
    yield "elevator explain 702 --plan E1"
    yield "elevator list"
    yield "elevator show E1"
    yield "elevator remove E2"
    yield "elevator schemes"
    yield from notice_scenes()
    yield "meeting add 支委会 --type committee-meeting --time 2026-11-06T19:30"
    yield "meeting attend record M1 王主任"
    yield "meeting attend record M1 --people 林秀英,阿林"
    yield f"meeting attend template M1 -o {example / '出席.xlsx'}"
    yield "meeting item M1 电梯"
    yield "meeting resolve M1 同意"
    yield "meeting list"
    yield "meeting show M1"
    yield "meeting edit M1 --place 党群服务站"
    yield "meeting minutes M1"
    yield "meeting agenda --build"
    yield "meeting notify M1"
    yield "meeting signin M1"
    yield "meeting say M1 1 林秀英 先问一楼"
    yield "meeting say M1 1 居民甲 太贵 --dissent"
    yield "meeting unsay M1 2"
    yield "meeting action M1 印征求意见单 --owner 林秀英 --due 2026-11-20"
    yield "meeting actions"
    yield "meeting done A1"
    yield "meeting resolutions"
    yield "meeting review M1-1 --note 落实中"
    yield "meeting resolve M1-1 同意更换 --due 2026-12-01"
    yield (
        "branch fund spend --purse 启动经费 --amount 80 --to 文具店 --for 纸 --by 何丽娟、林秀英"
        " --approved-by 王主任 --decided M1-1"
    )
    yield "meeting unresolve M1-1 --reason 记重了"
    yield "meeting calendar"
    yield "meeting major add 绿化调整 --words 绿化、花坛 --steps 议事、结果公开 --source 议事规则"
    yield "meeting major"
    yield "meeting major list"
    yield "meeting major edit 绿化调整 --words 绿化"
    yield "meeting major remove 绿化调整"
    yield "meeting resolutions --chain"
    yield "meeting first add 绿化调整 --words 绿化、花坛 --source 议事规则第12条"
    yield "meeting first"
    yield "meeting first list"
    yield "meeting first edit 绿化调整 --words 绿化"
    yield "meeting first remove 绿化调整"
    yield "meeting add 邻里议事会 --type 邻里议事会 --time 2026-10-30T19:30 --item 食堂"
    yield "meeting attend M7 林秀英"
    yield "meeting open M7 --time 19:35"
    yield "meeting resolve M7 同意 --item 1"
    yield "meeting close M7 --time 21:00"
    yield "meeting summary M7"
    yield "meeting publish M7"
    yield "meeting object M7 林秀英 应写明时间"
    yield "meeting confirm M7 --yes"
    yield "meeting correct M7 应为20:00 --reason 笔误"
    yield "meeting types"
    yield "meeting matters"
    yield "meeting rule 邻里议事会 --pass >=2/3 --source 议事规则"
    yield "meeting add --type 邻里议事会 --time 2026-11-02T15:00 --item 充电棚 --item 选企业"
    yield "meeting attend M8 孙一平 孙二平"
    roll, votes = example / "签到.csv", example / "记名.csv"
    put(roll, "姓名,出席情况\n孙三平,列席\n林秀英,实到\n")
    yield f"meeting attend import M8 {roll} --yes"
    yield "meeting attend M8 孙三平"
    yield "meeting quorum M8"
    yield "meeting vote record M8 1 --for 3 --against 1"
    yield f"meeting vote template M8 1 -o {example / '记名.xlsx'}"
    put(votes, "姓名,表态\n" + "".join(f"孙{name}平,赞成\n" for name in "一二三") + "林秀英,反对\n")
    yield f"meeting vote import M8 1 {votes} --question 先装一排 --yes"
    yield "meeting elect M8 2 甲公司=2 乙公司=1 --hands"
    yield "meeting votes M8"
    yield "meeting election-paper M8 2 甲公司 乙公司"
    yield "meeting add --type 业主大会 --time 2026-11-20T09:00 --item 维修资金"
    yield "meeting announce M9"
    ballots = example / "表决.csv"
    put(ballots, "楼栋,单元,房号,表决意见\n3,1,101,同意\n3,1,102,反对\n")
    yield "meeting ballot-paper M9 --all --building 3 --entrance 1 --closes 2026-11-30"
    yield f"meeting ballot M9 1 {ballots} --matter 使用维修资金 --building 3 --entrance 1"
    yield "meeting add --type 党课 --time 2026-11-20"
    yield "meeting remove M10"
    yield from elevator_scenes(example)
    yield from project_scenes()
    yield from partner_scenes(example)
    yield from service_day_scenes()
    yield from survey_scenes(example)
    yield "report monthly 2026-10"
    yield "report monthly 2026-10 --full"
    yield "report monthly 2026-10 --figure open"
    yield "report monthly 2026-10 --final"
    yield "report weekly 2026-W44"
    yield "report quarterly 2026-Q3"
    put(
        example / "总结.txt",
        "一、主要做法\n每周五议事。\n二、存在不足\n回访不及时。\n三、明年打算\n加装电梯。\n",
    )
    yield "report yearly 2026 --text 总结.txt"
    yield "report list"
    yield "branch edit --organisation 350102001004001"
    yield "report bundle 2026-10 --dry-run"
    yield "report key"
    yield from rollup_scenes(example)
    yield "meeting add --type 支委会 --time 2026-11-03T09:00"
    yield "member report-in add 钱小芳 --employer 市财政局"
    yield "member opinion add 钱小芳 --from 市财政局 --cause 评优评先 --reply-by 2026-12-10"
    yield "member opinion list"
    yield "member opinion show Y1"
    yield "member opinion edit Y1 --reply-by 2026-12-15"
    yield "member opinion reply Y1 --text 认真参加小区服务"
    yield "member opinion letter Y1"
    yield "member opinion remove Y1"
    yield "member honour add 林秀英 --title 优秀共产党员 --from 街道党工委"
    yield "member honour list"
    yield "member honour show 1"
    yield "member honour edit 1 --date 2026-07-01"
    yield "member honour remove 1"
    yield "log"
    yield "undo"
    yield "redo"
    yield "member forget 王小燕 --yes"
    yield "db path"
    yield f"db backup {example / '副本.db'}"
    yield f"db compare {example / '副本.db'}"
    yield f"db restore {example / '副本.db'}"
    secret = f"--passphrase-file {example / '事项.csv'}"
    yield f"db backup {example / '副本.age'} {secret}"
    yield f"db decrypt {example / '副本.age'} {example / '解开.db'} {secret}"
    yield "config completion --shell bash"
    yield "db check"
    yield "db handover"
    yield "db upgrade"


@contextlib.contextmanager
def listening() -> Iterator[list[Any]]:
    """Keep what commands meanwhile hand to the writer of JSON, in the list this gives."""
    from jinlin.output.listing import formats

    written: list[Any] = []
    write = formats.write_json

    def watched(call: Any, what: Any, file: Any) -> None:
        rows = list(what.rows) if hasattr(what, "rows") else None
        written.append(what)
        write(call, what if rows is None else what._replace(rows=rows), file)

    formats.write_json = watched
    try:
        yield written
    finally:
        formats.write_json = write


def shape_of(line: str, written: list[Any], said: str) -> tuple[str, dict[str, Any]]:
    """Return the command of a line, and what the JSON that it said holds.

    Args:
        line: what was typed.
        written: what the command handed to the writer of JSON, which is taken out.
        said: what it printed.
    """
    what, data = written[0] if written else None, json.loads(said)["data"]
    written.clear()
    return _command(line), _shape(what, data)


def shapes() -> dict[str, Any]:
    """Return what each command's JSON holds, by command: rows of field, kind and words."""
    from jinlin.core import i18n

    i18n.install("en")
    found = {}
    with tempfile.TemporaryDirectory() as folder, listening() as written:
        example = Path(folder, "example")
        for line in chain([f"demo {example}"], scenes(example)):
            at = example if example.exists() else Path(folder)
            code, said = run([*line.split(" "), "--json", "--yes"], at, JINLIN_LANG="en")
            if code:
                raise SystemExit(f"jinlin {line}: {said}")
            name, shape = shape_of(line, written, said)
            found[name] = shape
    return found


def _command(line: str) -> str:
    """Return the command a line is about, by the longest name that is one."""
    words, known = line.split(" "), _known()
    return next(name for n in (3, 2, 1) if (name := " ".join(words[:n])) in known)


@cache
def _known() -> set[str]:
    return {" ".join(words) for words in commands()}


def _shape(what: Any, data: Any) -> dict[str, Any]:
    """Describe one answer: by its columns where it has some, else by its values."""
    if what is None:
        shape = "list" if isinstance(data, list) else "object"
        return {"shape": shape, "fields": _fields_of_data(data)}
    fields = _fields_of_columns(what.columns)
    if isinstance(data, list):
        return {"shape": "list", "fields": _with_lists(fields, data)}
    known = {column.key for column in what.columns}
    for listing in what.listings:
        known.add(listing.key)
        fields.append((listing.key, "list", ""))
        fields += [
            (f"{listing.key}[].{k}", *rest) for k, *rest in _fields_of_columns(listing.columns)
        ]
    fields += _fields_of_data({k: v for k, v in data.items() if k not in known})
    return {"shape": "object", "fields": fields}


NOTHING = "null here"
KINDS: Mapping[str, str] = {
    "text": "text",
    "integer": "whole number",
    "money": "whole number of fen",
    "area": "m² as text with two decimals",
    "rate": "fraction `p/q` as text",
    "decimal": "number as text",
    "date": "day",
    "time": "moment with offset",
    "boolean": "true or false",
}


def _stored(column: Any) -> Iterable[str]:
    """Return the words JSON keeps where people read others; yes and no, and names, are none."""
    from jinlin.issue.record.categories import category_labels
    from jinlin.issue.rules.departments import department_labels
    from jinlin.member.rules.skills import skill_labels

    of_names = (category_labels(), department_labels(), skill_labels())
    names = column.kind == "boolean" or column.labels in of_names
    return () if names else [one for one, label in (column.labels or {}).items() if label]


def _fields_of_columns(columns: Any) -> list[Any]:
    return [
        (
            column.key,
            KINDS[column.kind],
            "; ".join(
                filter(
                    None,
                    (
                        ", ".join(f"`{word}`" for word in _stored(column)),
                        "masked without `--unmask`" if column.personal else "",
                    ),
                )
            ),
        )
        for column in columns
    ]


def _with_lists(fields: list[Any], rows: list[dict[str, Any]]) -> list[Any]:
    """Describe a column whose cells are lists by what stands in them."""
    found = []
    for key, kind, words in fields:
        cell = next((row[key] for row in rows if isinstance(row[key], list) and row[key]), None)
        found.append((key, "list" if cell else kind, words))
        found += _fields_of_data(cell, key) if cell else []
    return found


def _fields_of_data(data: Any, path: str = "") -> list[Any]:
    """Describe values by what they are; a list by its first entry."""
    if isinstance(data, list):
        inner = next((item for item in data if isinstance(item, dict)), None)
        return _fields_of_data(inner, path if path.endswith("[]") else f"{path}[]") if inner else []
    fields: list[Any] = []
    for key, value in data.items():
        name = f"{path}.{key}" if path else key
        fields.append((name, _kind_of(value), ""))
        if isinstance(value, dict | list) and value:
            fields += _fields_of_data(value, name)
    return fields


def _kind_of(value: Any) -> str:
    for kind, name in (
        (bool, "true or false"), (int, "whole number"), (str, "text"), (list, "list"),
        (dict, "object"),
    ):  # fmt: skip
        if isinstance(value, kind):
            return name
    return NOTHING


def cli_page() -> str:
    """Return docs/cli.md."""
    from jinlin.core import errors, i18n
    from jinlin.core.i18n import _

    chinese, english = pages("zh"), pages("en")
    tails = {}
    for language in ("zh", "en"):
        i18n.install(language)
        tails[language] = (_("What to do with the result:"), _("Options anywhere on the line:"))
    codes = {0: "done"} | {
        kind.exit_code: (kind.__doc__ or "").partition("\n")[0].rstrip(".")
        for kind in (
            errors.RuleError, errors.UsageError, errors.NotFoundError, errors.StoreError,
            errors.FileError,
        )
    } | {130: "Stopped by the user; nothing is half-done"}  # fmt: skip
    lines = [
        "# Every command · 全部命令",
        "",
        "<!-- Written by scripts/reference.py; do not edit. -->",
        "",
        "| code | meaning |",
        "|---|---|",
        *(f"| {code} | {meaning} |" for code, meaning in codes.items()),
        "",
        "Options that stand anywhere on the line are listed once, under `jinlin`; so is what",
        "can be done with the result of a listing, under `jinlin log`.",
    ]
    for command, page in chinese.items():
        level = "#" * min(len(command.split()) + 1, 3)
        lines += ["", f"{level} {command}"]
        for language, text in (("zh", page), ("en", english[command])):
            kept = text
            if command not in ("jinlin", "jinlin log"):
                for heading in tails[language]:
                    kept = kept.partition(f"\n\n{heading}\n")[0]
            lines += ["", "```text", kept.rstrip("\n"), "```"]
    return "\n".join(lines) + "\n"


def json_page(described: Mapping[str, Any]) -> str:
    """Return docs/json.md, out of what `shapes` returns."""
    lines = [
        "# The JSON of every command",
        "",
        "<!-- Written by scripts/reference.py; do not edit. -->",
        "",
        'With `--json` a command prints one document: `{"schema": 1, "data": …}`; below is what',
        "`data` holds. A field without a value is `null`. Words are the stored English ones in",
        "every language. An error is one document on standard error:",
        "",
        "```json",
        '{"schema": 1, "error": {"code": 3, "kind": "not_found", "message": "…", "hint": "…"}}',
        "```",
        "",
        "A table shows 50 rows; JSON is complete unless `--limit` is given. “null here” means that",
        "the example this page was written from has no value there.",
    ]
    first: dict[tuple[str, ...], str] = {}
    known = _kinds(described)
    for command, shape in described.items():
        keys = (shape["shape"], *_keys(shape))
        lines += ["", f"## jinlin {command}", ""]
        if keys in first:
            lines.append(f"As for `jinlin {first[keys]}`.")
            continue
        first[keys] = command
        what = "a list of objects" if shape["shape"] == "list" else "an object"
        lines += [f"`data` is {what}.", "", "| field | kind | words |", "|---|---|---|"]
        kinds = known[_keys(shape)]
        for key, kind, words in shape["fields"]:
            best = kinds.get(key, NOTHING) if kind == NOTHING else kind
            lines.append(f"| `{key}` | {best} | {words} |".replace("|  |", "| |"))
    return "\n".join(lines) + "\n"


def _keys(shape: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(key for key, *_rest in shape["fields"])


def _kinds(described: Mapping[str, Any]) -> dict[tuple[str, ...], dict[str, str]]:
    """Return the first kind that is known of each field, by the fields of its answer.

    Where a field was null, it has the kind of the same field in a like answer.
    """
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for shape in described.values():
        kinds = found.setdefault(_keys(shape), {})
        for key, kind, _words in shape["fields"]:
            if kind != NOTHING:
                kinds.setdefault(key, kind)
    return found


def stale(described: Mapping[str, Any]) -> list[str]:
    """Return the references that are not what the code says now, and `shapes` found."""
    pages_now = {"cli.md": cli_page(), "json.md": json_page(described)}
    return [
        name
        for name, text in pages_now.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text
    ]


def main() -> None:
    """Run one of the verbs."""
    match sys.argv[1:]:
        case []:
            DOCS.mkdir(exist_ok=True)
            (DOCS / "cli.md").write_text(cli_page(), "utf-8")
            (DOCS / "json.md").write_text(json_page(shapes()), "utf-8")
        case ["check"]:
            found = stale(shapes())
            sys.exit(f"not current: {', '.join(found)}; run scripts/reference.py" if found else 0)
        case ["pages", language]:
            sys.stdout.buffer.write(json.dumps(pages(language)).encode())
        case ["shapes"]:
            sys.stdout.buffer.write(json.dumps(shapes()).encode())
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
