"""The walk through the main job: the commands that `jinlin demo` types, and on which days."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final, NamedTuple

from jinlin.core.i18n import N_

SATURDAY: Final = datetime(2026, 10, 31, 1, 0, tzinfo=UTC)
"""The day on which what is on paper is typed in, so that the report on October knows it."""
TODAY: Final = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)
"""Tuesday, 3 November 2026, nine in the morning in China: the day the example stands still on."""

FILES: Final = (
    "房屋.xlsx",
    "党员.xlsx",
    "事项.csv",
    "电梯.csv",
    "共建单位.csv",
    "共建事项.csv",
    "共建支持.csv",
    "评议.csv",
    "接龙.txt",
    "居民需求.csv",
)
PLAN: Final = "3号楼1单元加装电梯"


class WalkStep(NamedTuple):
    """One part of the walk.

    Attributes:
        text: what it is about, not yet translated.
        commands: the words after `jinlin`, typed in the folder of the example.
        day: the moment at which they are typed.
    """

    text: str
    commands: tuple[tuple[str, ...], ...]
    day: datetime = TODAY


STEPS: Final = (
    WalkStep(
        N_("A database for the complex"),
        (("init", "--db", "jinlin.db", "--name", "梅苑小区", "--street", "春江街道",
          "--community", "梅苑社区", "--secretary", "林秀英"),),
        SATURDAY,
    ),
    WalkStep(
        N_("The Party members from the branch's roster"),
        (("member", "import", "党员.xlsx", "--source", "支部花名册", "--basis", "党员登记",
          "--yes"),),
        SATURDAY,
    ),
    WalkStep(
        N_("Its buildings; its households from the property company's list"),
        (("building", "add", "2", "--floors", "11", "--stilt-floor", "--elevator"),
         ("household", "import", "房屋.xlsx", "--source", "物业移交", "--basis", "业主登记时同意",
          "--yes")),
        SATURDAY,
    ),
    WalkStep(
        N_("Who sits where, and who looks after which building"),
        (("member", "post", "add", "陈国平", "--body", "业委会", "--title", "主任",
          "--from", "2025-05"),
         ("member", "post", "add", "郑国梁", "--body", "业委会", "--title", "副主任",
          "--from", "2025-05"),
         ("member", "post", "add", "江淑贞", "--body", "业委会", "--title", "委员",
          "--from", "2025-05"),
         ("team", "add", "红管家服务队", "--kind", "红管家"),
         ("team", "join", "红管家服务队", "杨卫国", "--skill", "维修员"),
         ("team", "cover", "杨卫国", "--building", "3", "--skill", "维修员")),
        SATURDAY,
    ),
    WalkStep(
        N_("An old resident who lives alone, and has agreed to be looked after"),
        (("household", "care", "3-1-401", "--tag", "独居老人", "--consent-on", "2026-10-20",
          "--consent-by", "本人"),
         ("household", "visit", "3-1-401", "--by", "林秀英,杨卫国",
          "--result", "身体好，药盒快用完", "--next", "11-10")),
        SATURDAY,
    ),
    WalkStep(
        N_("Who pays how much for an elevator"),
        (("elevator", "split", "--building", "3", "--entrance", "1", "--total", "48万",
          "--subsidy", "4万", "--round", "100", "--save", PLAN, "--limit", "2"),),
        SATURDAY,
    ),
    WalkStep(
        N_("The meeting that talked about it"),
        (("meeting", "add", "--type", "支委会", "--time", "2026-10-28 19:30",
          "--place", "党群活动室", "--chair", "林秀英", "--recorder", "何丽娟",
          "--item", "3号楼1单元加装电梯的分摊方案"),
         ("meeting", "attend", "M1", "林秀英", "郑国梁", "何丽娟", "许文澜"),
         ("meeting", "attend", "M1", "杨卫国", "--state", "excused", "--reason", "外出"),
         ("meeting", "resolve", "M1", "分摊方案拿到1单元逐户征求意见", "--item", "1",
          "--owner", "黄志刚", "--due", "2026-11-20"),
         ("meeting", "minutes", "M1")),
        SATURDAY,
    ),
    WalkStep(
        N_("The paper notebook of September and October"),
        (("issue", "import", "事项.csv", "--source", "书记记事本", "--basis", "反映人口头同意",
          "--yes"),),
        SATURDAY,
    ),
    WalkStep(
        N_("The partners of the grand alliance, and what they helped to settle"),
        (("issue", "import", "共建事项.csv", "--source", "社区大党委台账",
          "--basis", "不含个人信息", "--yes"),
         ("partner", "import", "共建单位.csv", "--source", "社区大党委台账", "--basis", "共建协议",
          "--yes"),
         ("partner", "support", "import", "共建支持.csv", "--yes"),
         ("partner", "list", "--limit", "3")),
        SATURDAY,
    ),
    WalkStep(
        N_("The open ground floor of building 2: a member of the branch in every stage"),
        (("project", "add", "2号楼架空层改造", "--kind", "架空层", "--building", "2",
          "--place", "2号楼架空层", "--budget", "8.6万", "--responsible", "梅苑小区业主委员会",
          "--contact", "物业前台，电话0593-2868123"),
         ("household", "visit", "2-301", "--about", "G1", "--by", "蔡美玲,杨卫国",
          "--result", "愿意改为老人活动室"),
         ("project", "note", "走访2号楼12户，多数愿意改为老人活动室", "--by", "蔡美玲"),
         ("project", "stage", "议事", "--with", "杨卫国")),
        SATURDAY,
    ),
    WalkStep(
        N_("The day of kindness: who came, by the chain of the group, and what was done"),
        (("service", "done", "爱心日", "--date", "10-25", "--place", "爱心长廊",
          "--people", "接龙.txt", "--served", "修脚=12,理发=20,草药泡脚=23", "--hours", "2",
          "--yes"),),
        SATURDAY,
    ),
    WalkStep(
        N_("What residents need, asked from door to door"),
        (("survey", "add", "居民需求", "-q", "用餐困难吗=有、没有", "-q", "一餐愿付几元=数字",
          "-q", "还缺什么=文字", "--purpose", "看要不要办长者食堂", "--started", "2026-10-12",
          "--until", "2026-11-20"),
         ("survey", "import", "居民需求.csv", "--date", "2026-10-30", "--yes"),
         ("survey", "tally", "W1")),
        SATURDAY,
    ),
    WalkStep(
        N_("Two deliberations: the branch first, then the neighbours' council"),
        (("meeting", "major", "add", "花坛", "--steps", "先议、议事、决定公开、结果公开",
          "--source", "邻里议事规则"),
         ("meeting", "add", "支委会", "2026-10-29 19:30", "--item", "2号楼架空层改造方案",
          "--about", "G1"),
         ("meeting", "item", "M3", "南门花坛补种月季"),
         ("meeting", "attend", "M3", "林秀英", "郑国梁", "何丽娟", "杨卫国"),
         ("meeting", "add", "邻里议事会", "2026-10-30 19:30", "--item", "2号楼架空层改造方案",
          "--about", "G1"),
         ("meeting", "item", "M4", "南门花坛补种月季", "--for", "M3/2"),
         ("meeting", "attend", "M4", "林秀英", "黄志刚", "蔡美玲", "陈国平", "江淑贞"),
         ("meeting", "resolve", "M4", "南门花坛补种月季，周六一早栽", "--item", "2")),
        SATURDAY,
    ),
    WalkStep(
        N_("Two evaluations: owners' committee and property company, without a name"),
        (("survey", "add", "2026年下半年两评", "--evaluate", "业委会,物业", "--groups",
          "居民代表,党员,居民", "--per", "无记名", "--started", "2026-10-20"),
         ("survey", "import", "评议.csv", "W2", "--date", "2026-10-30", "--yes"),
         ("survey", "close", "W2")),
        SATURDAY,
    ),
    WalkStep(
        N_("Two disclosures: what was decided, and what came of it"),
        (("notice", "post", "--from", "决议", "--of", "M4-1", "--place", "小区公示栏"),
         ("meeting", "done", "M4-1", "栽月季40株"),
         ("notice", "post", "--from", "结果", "--of", "M4-1", "--place", "小区公示栏"),
         ("meeting", "resolutions", "--chain")),
        SATURDAY,
    ),
    WalkStep(
        N_("A resident has just called"),
        (("issue", "add", "2单元门口路灯不亮", "--category", "公共照明", "--building", "3"),),
    ),
    WalkStep(
        N_("Who leads the service, and what is offered"),
        (("branch", "manager", "set", "党组织领办", "--company", "梅苑社区物业服务中心",
          "--since", "2022-03", "--fee", "0.6"),
         ("branch", "offer", "add", "入户小修", "--price", "免费", "--by", "维修员"),
         ("branch", "offer", "add", "家电维修", "--price", "成本价", "--by", "维修员"),
         ("branch", "offer", "add", "水管疏通", "--price", "80", "--unit", "次", "--by", "维修员")),
    ),
    WalkStep(
        N_("What the complex cannot settle: the street calls, the department comes"),
        (("issue", "call", "32", "--lead", "住建", "--wanted-by", "11-10"),
         ("issue", "arrive", "32", "--department", "住建", "--by", "李科",
          "--result", "现场查看，按维修资金应急使用程序办")),
    ),
    WalkStep(
        N_("The report for the street office"),
        (("report", "monthly", "2026-10"),),
    ),
)  # fmt: skip

NEXT: Final = (
    N_("jinlin today"),
    N_('jinlin issue close 43 "lamp replaced"'),
    N_("jinlin undo"),
    N_("jinlin elevator explain 702 --plan E1"),
    N_("jinlin"),
)
"""What she may try next in the folder of the example, the window last."""
