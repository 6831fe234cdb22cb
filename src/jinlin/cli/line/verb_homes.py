"""Verbs that are typed without their noun, and the commands they may be for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from jinlin.core.line.command_words import TAKING_AWAY
from jinlin.core.line.spoken_commands import command_paths
from jinlin.output.command.noun import VERBS, begins

SHORT_CUTS: Final[Mapping[str, str]] = {
    "到期": "issue list --due-soon", "超期": "issue list --overdue", "台账": "issue list",
    "红管家": "team roster", "监督一点通": "notice questions", "收支": "branch fund list",
    "满意率": "issue stats", "投诉": "issue add", "阶段答复": "notice answer --interim",
    "走访": "household visit",
    "双报到": "member report-in", "党员报到": "member report-in",
    "找人": "member find", "经费": "branch fund",
    "交接": "db handover", "还原": "db restore", "体检": "db check",
    "今天的事": "today", "取消派单": "issue hand-back",
    "办结": "issue close", "结案": "issue close", "关闭": "issue close", "列表": "issue list",
    "list": "issue list", "记一笔": "issue note", "重开": "issue reopen", "受理": "issue accept",
    "检查": "db check", "恢复": "db restore", "上墙": "notice due", "纪要": "meeting minutes",
    "close": "issue close", "note": "issue note", "reopen": "issue reopen",
    "accept": "issue accept", "overdue": "issue list --overdue", "派给": "issue assign",
    "服务菜单": "branch offer list", "物业": "branch manager",
    "双向进入": "member post", "1+3+N": "member post", "来函": "member opinion",
    "列席": "meeting attend --状态 列席",
    "两评": "survey list", "评议": "survey tally", "两公开": "notice due",
    "两议": "meeting resolutions --chain", "全过程": "meeting resolutions --chain",
    "两议两评两公开": "meeting resolutions --chain",
    "visit": "household visit", "fund": "branch fund",
    "backup": "db backup",
    "restore": "db restore",
    "handover": "db handover", "check": "db check", "path": "db path", "upgrade": "db upgrade",
}  # fmt: skip
"""What people type first although it is no noun, and what they mostly mean."""

GENERIC: Final = frozenset({
    "列表", "查看", "新增", "登记", "修改", "编辑", "导入", "导出", "删除", "模板", "空表",
    "字段", "设置",
})  # fmt: skip
"""Verbs of most nouns, which say nothing without one."""


HOMES: Final[Mapping[str, Sequence[str]]] = {
    "报到": ("issue arrive", "member report-in"), "上门": ("issue visit", "household visit"),
    "部门报到": ("issue arrive",), "议题": ("issue agenda", "meeting item"),
    "公开栏": ("issue board",), "全程": ("issue trace",),
    "统计": ("issue stats", "survey tally"),
    "答复": ("issue reply", "notice answer", "member opinion reply"),
    "答复模板": ("issue replies",), "筛选": ("issue filter",), "批量": ("issue bulk",),
    "上门单": ("issue visits",), "办结": ("issue close", "survey close", "meeting close"),
    "结案": ("issue close", "survey close", "meeting close"),
    "关闭": ("issue close", "survey close", "meeting close"), "派单": ("issue assign",),
    "指派": ("issue assign",), "交办": ("issue assign",),
    "记一笔": ("issue note", "project note", "building note"),
    "重开": ("issue reopen", "elevator reopen"), "回访": ("issue rate",),
    "评价": ("issue rate",), "合并": ("issue merge", "member merge"),
    "走访": ("issue visit", "household visit"),
    "走访记录": ("issue visits", "household visits"),
    "受理": ("issue accept", "elevator quote accept", "project quote accept"),
    "退单": ("issue hand-back",), "退回派单": ("issue hand-back",), "催办": ("issue urge",),
    "协商": ("issue consult", "elevator consult"), "暂缓": ("issue defer",),
    "接着办": ("issue resume",), "上议事日": ("issue agenda", "meeting agenda"),
    "上报": ("issue escalate",), "呼叫": ("issue call",), "联合处置": ("issue joint",),
    "打分": ("issue score",), "部分解决": ("issue partly",), "不予受理": ("issue decline",),
    "质检": ("issue check", "branch venue check", "db check"), "关联": ("issue link",),
    "涉及": ("issue affects",), "类别": ("issue categories",), "改类别": ("issue category",),
    "服务单": ("issue slip",), "记录": ("issue rate record", "elevator consult record",
    "elevator ballot record", "elevator agreement record", "project note",
    "partner support record", "meeting minutes", "meeting attend record",
    "meeting vote record"), "录入": ("issue rate record", "elevator consult record",
    "elevator ballot record", "partner support record", "survey answer",
    "meeting attend record", "meeting vote record"), "立项": ("elevator add", "project add"),
    "终止": ("elevator end", "elevator ballot end", "project end", "partner end"),
    "状态": ("elevator status", "project show", "rollup status"), "进度": ("elevator status",),
    "阶段": ("elevator stage", "project stage"), "节点": ("elevator milestone",),
    "报价": ("elevator quote", "project quote"), "费用": ("elevator cost",),
    "构成": ("elevator cost",), "补贴": ("elevator subsidy",), "补助": ("elevator subsidy",),
    "比较": ("elevator compare", "db compare"), "比选": ("elevator compare",),
    "采用": ("elevator adopt", "project quote accept"), "定案": ("elevator adopt",),
    "征求意见": ("elevator consult", "member opinion"), "征询": ("elevator consult",),
    "表决": ("elevator ballot", "meeting vote"), "出资约定": ("elevator agreement",),
    "协议": ("elevator agreement",), "利害关系业主": ("elevator affected",),
    "受影响": ("elevator affected",), "计票": ("elevator tally",),
    "入户单": ("elevator sheet", "survey sheet"), "一户一单": ("elevator sheet",),
    "收款": ("elevator pay",), "缴款": ("elevator pay",), "收款表": ("elevator template",),
    "缴款表": ("elevator template",), "退款": ("elevator refund",),
    "冲销": ("elevator reverse", "branch fund reverse"), "收据": ("elevator receipt",),
    "账户": ("elevator account",), "分期": ("elevator instalments",),
    "欠缴": ("elevator arrears",), "催缴": ("elevator remind",), "账目": ("elevator ledger",),
    "结算": ("elevator settle",), "后加入": ("elevator join",), "重开账": ("elevator reopen",),
    "运行费": ("elevator running",), "维修资金": ("elevator fund",),
    "凭证": ("elevator voucher", "notice proof", "branch fund voucher"),
    "收入": ("elevator income", "branch fund income"),
    "支出": ("elevator spend", "branch fund spend"),
    "公开": ("elevator disclose", "meeting publish", "service page", "branch fund disclose"),
    "对方": ("elevator counterparty", "branch fund counterparty"), "分摊": ("elevator split",),
    "说明": ("elevator explain",), "规则": ("elevator schemes", "meeting rule"),
    "入队": ("elevator join", "team join"), "加入": ("elevator join", "team join"),
    "经费": ("elevator fund", "branch fund"),
    "选定": ("elevator quote accept", "project quote accept"),
    "采纳": ("elevator quote accept",), "中标": ("elevator quote accept",),
    "发起": ("elevator ballot open",), "开始": ("elevator ballot open",),
    "结束": ("elevator ballot end", "project end", "survey close", "branch manager end",
    "branch offer end"), "签订": ("elevator agreement record",),
    "撤回": ("elevator agreement withdraw", "notice withdraw"),
    "异议": ("elevator affected object", "notice object"),
    "反对": ("elevator affected object",), "达成处理": ("elevator affected settle",),
    "了结": ("elevator affected settle",), "达成": ("elevator affected settle",),
    "协议书": ("elevator affected agreement",), "记": ("project note",),
    "删除记录": ("project unnote",),
    "公开页": ("project page", "service page", "branch fund page"),
    "排除": ("project quote exclude",), "支持": ("partner support",),
    "到位": ("partner receive",), "落空": ("partner drop",), "答卷": ("survey answer",),
    "作答": ("survey answer",), "填": ("survey answer",), "填写": ("survey answer",),
    "问卷表": ("survey sheet",), "结果": ("survey tally",), "截止": ("survey close",),
    "议题清单": ("meeting agenda",), "议程": ("meeting agenda",), "发言": ("meeting say",),
    "删除发言": ("meeting unsay",), "开会": ("meeting open",), "散会": ("meeting close",),
    "删除决议": ("meeting unresolve",), "决议台账": ("meeting resolutions",),
    "复查": ("meeting review",), "待办": ("meeting action",), "待办台账": ("meeting actions",),
    "完成": ("meeting done", "service done", "member report-in done"),
    "确认": ("meeting confirm",), "提出意见": ("meeting object",), "更正": ("meeting correct",),
    "会议记录": ("meeting minutes",), "会议纪要": ("meeting summary",),
    "纪要": ("meeting summary",), "决议公开": ("meeting publish",), "通知": ("meeting notify",),
    "签到": ("meeting attend",), "表决结果": ("meeting votes",), "选举": ("meeting elect",),
    "业主表决": ("meeting ballot",), "法定人数": ("meeting quorum",),
    "告知": ("meeting announce",), "表决事项": ("meeting matters",),
    "签到表": ("meeting signin",), "表决票": ("meeting ballot-paper",),
    "选票": ("meeting election-paper",), "日程": ("meeting calendar",),
    "先议事项": ("meeting first",), "重大事项": ("meeting major",), "出席": ("meeting attend",),
    "类型": ("meeting types", "service kind"), "决议": ("meeting resolve",),
    "报名表": ("service sheet",), "张贴": ("notice post",), "发布": ("notice post",),
    "起草": ("notice post",), "应公开": ("notice due",), "打印": ("notice print",),
    "提问": ("notice ask",), "问答": ("notice questions",), "张贴凭证": ("notice proof",),
    "撤下": ("notice proof --down",), "事项清单": ("notice matters",),
    "权力清单": ("notice powers",), "小微权力清单": ("notice powers",),
    "网站": ("notice site",), "周报": ("report weekly",), "月报": ("report monthly",),
    "季报": ("report quarterly",), "年报": ("report yearly",), "报送": ("report bundle",),
    "公钥": ("report key",), "建立": ("rollup init",), "机构": ("rollup org",),
    "接收": ("rollup add",), "公布": ("rollup publish",), "转报": ("rollup pass",),
    "重建": ("rollup rebuild",), "六有": ("branch venue",), "阵地": ("branch venue",),
    "场所": ("branch room",), "党小组": ("branch group",), "任务": ("branch task",),
    "管理方": ("branch manager",), "服务项目": ("branch offer",), "点单": ("branch offer",),
    "检查": ("branch venue check", "db check"), "设为": ("branch manager set",),
    "设定": ("branch manager set",), "菜单": ("branch offer menu",),
    "进展": ("branch task progress",), "余额": ("branch fund balance",),
    "划转": ("branch fund transfer", "member transfer"), "业主": ("household owner",),
    "过户": ("household sell",), "住户": ("household occupant",),
    "代表": ("household representative",), "关爱": ("household care",),
    "告知书": ("household consent-form",), "征询表": ("household question-form",),
    "任职": ("member post",), "交叉任职": ("member post",), "三驾马车": ("member post",),
    "转接": ("member transfer",), "转出": ("member transfer --out",),
    "转入": ("member transfer --in",), "荣誉": ("member honour",),
    "有表决权": ("member voters",), "党费": ("member dues",), "通讯录": ("member contacts",),
    "身份证": ("member id",), "查重": ("member duplicates",), "彻底删除": ("member forget",),
    "恢复": ("member restore", "db restore"), "卸任": ("member post end",),
    "回执": ("member report-in receipt",), "认领": ("member report-in claim",),
    "复函": ("member opinion letter",), "退队": ("team leave",), "包联": ("team cover",),
    "取消包联": ("team uncover",), "名单": ("team roster",), "特长": ("team skills",),
    "库名": ("config database",), "节假日": ("config holidays",), "别名": ("config alias",),
    "补全": ("config completion",), "移交": ("db handover",), "对比": ("db compare",),
    "备份": ("db backup",), "位置": ("db path",), "升级": ("db upgrade",),
    "解密": ("db decrypt",),
}  # fmt: skip
"""By Chinese verb the commands that have it; written by scripts/verb_homes.py."""


@cache
def homes() -> Mapping[str, Sequence[str]]:
    """Return by verb, in Chinese and in English, the commands that have it."""
    english: dict[str, list[str]] = {}
    others = {*command_paths(), *(VERBS.get(word) for word in GENERIC)}
    for path in command_paths():
        noun, _blank, verb = path.rpartition(" ")
        if noun and verb not in others:
            english.setdefault(verb, []).append(path)
    return {**english, **HOMES}


def begun(word: str) -> dict[tuple[str, ...], str]:
    """Return the verbs that begin so, by their commands; what takes something away is typed whole.

    Args:
        word: what was typed.
    """
    if not begins(word):
        return {}
    usual = {verb: (line,) for verb, line in SHORT_CUTS.items()}
    found = {
        tuple(where): verb for verb, where in {**usual, **homes()}.items() if verb.startswith(word)
    }
    every = {name for where in found for home in where for name in home.split()}
    return {} if TAKING_AWAY & every else found
