"""Commands in the words of the user's language: `jinlin 事项 新增` for `jinlin issue add`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from jinlin.core.i18n import speaking


def as_spoken(line: str) -> str:
    """Return a line with its noun and verbs as the user would type them.

    Args:
        line: in English words, such as `jinlin issue close 7`, with or without `jinlin`.
    """
    if speaking() != "zh":
        return line
    words = line.split(" ")
    first = words[0] == "jinlin"
    path = ""
    for place, word in enumerate(words[first:], start=int(first)):
        path = f"{path} {word}".strip()
        said = _CHINESE.get(path)
        if said is None:
            break
        words[place] = said
    return " ".join(words)


def command_paths() -> Iterator[str]:
    """Yield every noun and verb by its path in English: `issue`, `issue add`."""
    return iter(_CHINESE)


_CHINESE: Final[Mapping[str, str]] = {
    "init": "建库", "demo": "演示", "today": "今天", "shell": "窗口", "find": "找",
    "issue": "事项", "issue add": "新增", "issue list": "列表", "issue show": "查看",
    "issue note": "记一笔", "issue edit": "修改", "issue assign": "派单",
    "issue accept": "受理", "issue hand-back": "退单", "issue visit": "上门",
    "issue urge": "催办", "issue consult": "协商", "issue defer": "暂缓",
    "issue resume": "接着办", "issue partly": "部分解决", "issue agenda": "议题",
    "issue escalate": "上报", "issue call": "呼叫", "issue arrive": "报到",
    "issue joint": "联合处置", "issue score": "打分", "issue close": "办结",
    "issue decline": "不予受理", "issue reopen": "重开", "issue rate": "回访",
    "issue rate record": "记录", "issue rate template": "模板", "issue rate import": "导入",
    "issue check": "质检", "issue reply": "答复", "issue link": "关联", "issue merge": "合并",
    "issue affects": "涉及", "issue trace": "全程", "issue visits": "上门单",
    "issue slip": "服务单", "issue board": "公开栏", "issue stats": "统计",
    "issue bulk": "批量", "issue filter": "筛选", "issue import": "导入",
    "issue export": "导出", "issue categories": "类别", "issue category": "改类别",
    "issue replies": "答复模板", "elevator": "电梯", "elevator split": "分摊",
    "elevator explain": "说明", "elevator compare": "比较", "elevator schemes": "规则",
    "elevator list": "列表", "elevator show": "查看", "elevator remove": "删除",
    "elevator add": "立项", "elevator projects": "项目", "elevator edit": "修改",
    "elevator end": "终止", "elevator status": "状态", "elevator stage": "阶段",
    "elevator milestone": "节点", "elevator quote": "报价", "elevator quote list": "列表",
    "elevator quote add": "新增", "elevator quote edit": "修改",
    "elevator quote remove": "删除", "elevator quote accept": "选定", "elevator cost": "费用",
    "elevator cost list": "列表", "elevator cost add": "新增", "elevator cost edit": "修改",
    "elevator cost remove": "删除", "elevator subsidy": "补贴", "elevator subsidy list": "列表",
    "elevator subsidy add": "新增", "elevator subsidy edit": "修改",
    "elevator subsidy remove": "删除", "elevator adopt": "采用", "elevator consult": "征求意见",
    "elevator consult record": "记录", "elevator consult list": "列表",
    "elevator consult show": "查看", "elevator consult template": "模板",
    "elevator consult import": "导入", "elevator ballot": "表决",
    "elevator ballot record": "记录", "elevator ballot open": "发起",
    "elevator ballot end": "终止", "elevator ballot list": "列表",
    "elevator ballot template": "模板", "elevator ballot import": "导入",
    "elevator agreement": "出资约定", "elevator agreement record": "记录",
    "elevator agreement withdraw": "撤回", "elevator agreement list": "列表",
    "elevator agreement template": "模板", "elevator agreement import": "导入",
    "elevator affected": "利害关系业主", "elevator affected list": "列表",
    "elevator affected add": "新增", "elevator affected object": "异议",
    "elevator affected settle": "达成处理", "elevator affected agreement": "协议书",
    "elevator affected remove": "删除", "elevator sheet": "入户单", "elevator notice": "公示",
    "elevator tally": "计票", "elevator account": "账户", "elevator instalments": "分期",
    "elevator pay": "收款", "elevator template": "收款表", "elevator import": "导入",
    "elevator receipt": "收据", "elevator refund": "退款", "elevator reverse": "冲销",
    "elevator income": "收入", "elevator spend": "支出", "elevator voucher": "凭证",
    "elevator counterparty": "对方", "elevator fund": "维修资金", "elevator ledger": "账目",
    "elevator arrears": "欠缴", "elevator remind": "催缴", "elevator disclose": "公开",
    "elevator settle": "结算", "elevator join": "后加入", "elevator reopen": "重开账",
    "elevator running": "运行费", "project": "项目", "project note": "记",
    "project unnote": "删除记录", "project add": "立项", "project stage": "阶段",
    "project quote": "报价", "project quote list": "列表", "project quote add": "新增",
    "project quote edit": "修改", "project quote remove": "删除",
    "project quote exclude": "排除", "project quote accept": "选定", "project list": "列表",
    "project show": "查看", "project page": "公开页", "project edit": "修改",
    "project remove": "删除", "project end": "终止", "partner": "共建单位",
    "partner support": "支持", "partner support record": "记录",
    "partner support import": "导入", "partner receive": "到位", "partner drop": "落空",
    "partner add": "新增", "partner list": "列表", "partner show": "查看",
    "partner edit": "修改", "partner end": "终止", "partner remove": "删除",
    "partner import": "导入", "partner export": "导出", "partner template": "模板",
    "survey": "问卷", "survey answer": "答卷", "survey add": "新增", "survey sheet": "问卷表",
    "survey import": "导入", "survey tally": "汇总", "survey list": "列表",
    "survey show": "查看", "survey close": "截止", "survey edit": "修改",
    "survey remove": "删除", "meeting": "会议", "meeting add": "新增", "meeting list": "列表",
    "meeting show": "查看", "meeting edit": "修改", "meeting remove": "删除",
    "meeting calendar": "日程", "meeting types": "类型", "meeting rule": "规则",
    "meeting matters": "表决事项", "meeting major": "重大事项", "meeting major list": "列表",
    "meeting major add": "新增", "meeting major edit": "修改", "meeting major remove": "删除",
    "meeting first": "先议事项", "meeting first list": "列表", "meeting first add": "新增",
    "meeting first edit": "修改", "meeting first remove": "删除", "meeting agenda": "议题清单",
    "meeting item": "议题", "meeting notify": "通知", "meeting announce": "告知",
    "meeting signin": "签到表", "meeting ballot-paper": "表决票",
    "meeting election-paper": "选票", "meeting open": "开会", "meeting attend": "签到",
    "meeting attend record": "记录", "meeting attend template": "模板",
    "meeting attend import": "导入", "meeting quorum": "法定人数", "meeting vote": "表决",
    "meeting vote record": "记录", "meeting vote template": "模板",
    "meeting vote import": "导入", "meeting votes": "表决结果", "meeting elect": "选举",
    "meeting ballot": "业主表决", "meeting say": "发言", "meeting unsay": "删除发言",
    "meeting resolve": "决议", "meeting unresolve": "删除决议", "meeting action": "待办",
    "meeting close": "散会", "meeting minutes": "会议记录", "meeting summary": "会议纪要",
    "meeting publish": "决议公开", "meeting object": "提出意见", "meeting confirm": "确认",
    "meeting correct": "更正", "meeting resolutions": "决议台账", "meeting review": "复查",
    "meeting actions": "待办台账", "meeting done": "完成", "service": "服务",
    "service done": "完成", "service add": "新增", "service list": "列表",
    "service show": "查看", "service page": "公开", "service sheet": "报名表",
    "service kind": "类型", "notice": "公示", "notice post": "张贴", "notice edit": "修改",
    "notice withdraw": "撤回", "notice proof": "张贴凭证", "notice list": "列表",
    "notice show": "查看", "notice due": "应公开", "notice print": "打印",
    "notice site": "网站", "notice object": "异议", "notice ask": "提问",
    "notice answer": "答复", "notice questions": "问答", "notice matters": "事项清单",
    "notice powers": "权力清单", "notice powers list": "列表", "notice powers show": "查看",
    "notice powers add": "新增", "notice powers edit": "修改", "notice powers remove": "删除",
    "notice powers import": "导入", "notice powers export": "导出",
    "notice powers template": "模板", "report": "报告", "report weekly": "周报",
    "report monthly": "月报", "report quarterly": "季报", "report yearly": "年报",
    "report list": "列表", "report bundle": "报送", "report key": "公钥", "rollup": "汇总",
    "rollup init": "建立", "rollup org": "机构", "rollup add": "接收", "rollup status": "状态",
    "rollup report": "报告", "rollup publish": "公布", "rollup pass": "转报",
    "rollup demo": "演示", "rollup rebuild": "重建", "branch": "支部", "branch show": "查看",
    "branch edit": "修改", "branch venue": "六有", "branch venue add": "新增",
    "branch venue edit": "修改", "branch venue remove": "删除", "branch venue list": "列表",
    "branch venue check": "检查", "branch room": "场所", "branch room add": "新增",
    "branch room list": "列表", "branch room show": "查看", "branch room edit": "修改",
    "branch room remove": "删除", "branch room import": "导入", "branch room export": "导出",
    "branch room template": "模板", "branch group": "党小组", "branch group add": "新增",
    "branch group edit": "修改", "branch group remove": "删除", "branch group list": "列表",
    "branch group show": "查看", "branch manager": "管理方", "branch manager list": "列表",
    "branch manager set": "设置", "branch manager edit": "修改", "branch manager end": "结束",
    "branch manager remove": "删除", "branch offer": "服务项目", "branch offer add": "新增",
    "branch offer list": "列表", "branch offer show": "查看", "branch offer edit": "修改",
    "branch offer end": "结束", "branch offer menu": "菜单", "branch offer remove": "删除",
    "branch offer import": "导入", "branch offer export": "导出",
    "branch offer template": "模板", "branch task": "任务", "branch task add": "新增",
    "branch task list": "列表", "branch task progress": "进展", "branch task show": "查看",
    "branch task edit": "修改", "branch task remove": "删除", "branch task import": "导入",
    "branch task export": "导出", "branch task template": "模板", "branch fund": "经费",
    "branch fund balance": "余额", "branch fund income": "收入", "branch fund spend": "支出",
    "branch fund reverse": "冲销", "branch fund voucher": "凭证",
    "branch fund counterparty": "对方", "branch fund list": "列表", "branch fund show": "查看",
    "branch fund disclose": "公开", "branch fund page": "公开页",
    "branch fund transfer": "划转", "building": "楼栋", "building add": "新增",
    "building list": "列表", "building show": "查看", "building edit": "修改",
    "building remove": "删除", "building note": "记一笔", "building import": "导入",
    "building export": "导出", "building template": "模板", "household": "房屋",
    "household add": "新增", "household list": "列表", "household show": "查看",
    "household edit": "修改", "household remove": "删除", "household owner": "业主",
    "household sell": "过户", "household representative": "代表", "household occupant": "住户",
    "household care": "关爱", "household visit": "走访", "household visits": "走访记录",
    "household consent-form": "告知书", "household question-form": "征询表",
    "household import": "导入", "household export": "导出", "household template": "模板",
    "member": "党员", "member add": "新增", "member list": "列表", "member show": "查看",
    "member edit": "修改", "member remove": "删除", "member restore": "恢复",
    "member transfer": "转接", "member voters": "有表决权", "member dues": "党费",
    "member post": "任职", "member post show": "查看", "member post list": "列表",
    "member post add": "新增", "member post end": "卸任", "member post edit": "修改",
    "member post remove": "删除", "member report-in": "报到", "member report-in add": "新增",
    "member report-in claim": "认领", "member report-in done": "完成",
    "member report-in receipt": "回执", "member report-in list": "列表",
    "member opinion": "征求意见", "member opinion list": "列表", "member opinion add": "新增",
    "member opinion edit": "修改", "member opinion remove": "删除",
    "member opinion show": "查看", "member opinion reply": "答复",
    "member opinion letter": "复函", "member honour": "荣誉", "member honour add": "新增",
    "member honour list": "列表", "member honour show": "查看", "member honour edit": "修改",
    "member honour remove": "删除", "member find": "查找", "member contacts": "通讯录",
    "member id": "身份证", "member duplicates": "查重", "member merge": "合并",
    "member forget": "彻底删除", "member import": "导入", "member export": "导出",
    "member template": "模板", "team": "服务队", "team add": "新增", "team list": "列表",
    "team show": "查看", "team edit": "修改", "team remove": "删除", "team join": "入队",
    "team leave": "退队", "team cover": "包联", "team uncover": "取消包联",
    "team roster": "名单", "team skills": "特长", "log": "日志", "undo": "撤销", "redo": "重做",
    "config": "设置", "config show": "查看", "config set": "设置", "config alias": "别名",
    "config database": "库名", "config holidays": "节假日", "config template": "模板",
    "config completion": "补全", "config field": "字段", "config field add": "新增",
    "config field edit": "修改", "config field list": "列表", "config field remove": "删除",
    "sql": "查表", "db": "数据库", "db path": "位置", "db check": "检查", "db backup": "备份",
    "db restore": "恢复", "db handover": "移交", "db compare": "比较", "db decrypt": "解密",
    "db upgrade": "升级",
}  # fmt: skip
"""By the path of a noun or verb in English its Chinese word; written by scripts/verb_homes.py."""
