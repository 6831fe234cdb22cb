"""What options are called in Chinese, and the older spellings that are still taken.

An option is declared by its English spelling, which here finds its Chinese one. Where a spelling
means one thing for a day and another for a name, its kind tells which; where not even that does,
the declaration says the Chinese name itself: `option("--leader", "--组长")`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any, Final

from jinlin.core.i18n import speaking

_CHINESE: Final = {
    "--agreement": "协议日期", "--needs": "需求", "--paid-to": "直接付给",
    "--promised": "承诺", "--received": "已到位",
    "--projects": "项目", "--resources": "资源", "--signed-by": "签约方",
    "--what": "内容", "--fee": "物业费", "--model": "模式", "--decided": "决定",
    "--complex": "小区", "--supplier": "供应方", "--offer": "服务项目", "--paid": "实付",
    "--ordered": "点单", "--chain": "环节", "--steps": "环节",
    "--about": "关联", "--abstain": "弃权", "--account": "账户", "--advice": "提示",
    "--affiliation": "组织关系", "--again": "再次", "--against": "反对", "--agent": "代签人",
    "--all": "全部", "--all-of": "整栋", "--amount": "金额", "--answer": "意见",
    "--approved-by": "审批人", "--area": "面积", "--as": "性质", "--ask": "追问",
    "--assign": "派给", "--attachment": "附件", "--attachments": "附件数", "--authority": "委托书",
    "--balance": "余额", "--base": "基数", "--basis": "依据", "--batch": "票箱", "--body": "组织",
    "--branch": "党支部", "--branch-first": "先议", "--no-branch-first": "不先议",
    "--budget": "预算", "--build": "生成", "--building": "楼栋", "--by": "谁",
    "--by-area": "按面积", "--cap": "上限",
    "--cap-floor": "楼层上限", "--cap-room": "户上限", "--care": "关爱",
    "--care-consent": "同意日期", "--category": "类别", "--cause": "事由", "--chair": "主持人",
    "--channel": "渠道", "--checker": "复核人", "--choices": "选项", "--clause": "条款",
    "--clause-since": "条款日期", "--close": "办结", "--closes": "截止", "--code": "楼号",
    "--coefficients": "系数", "--collected": "收回", "--community": "社区", "--company": "公司",
    "--consent-by": "同意人", "--consent-on": "同意日期", "--contact": "联系人",
    "--contractor": "施工方", "--counterparty": "对方", "--csv": "表格", "--date": "日期",
    "--days": "天数", "--db": "数据库", "--default": "包联人", "--deadlines": "待办",
    "--xlsform": "手机表单",
    "--deferred-back": "暂缓到期",
    "--department": "部门", "--detail": "编号名称",
    "--dissent": "不同意见", "--doing": "经办人", "--down": "撤下", "--draft": "草稿",
    "--dry-run": "试运行", "--done": "已办", "--due": "期限",
    "--due-day": "报送日", "--due-soon": "快到期",
    "--duties": "职责",
    "--effect": "方面", "--effective": "生效日期", "--elevator": "有电梯",
    "--no-elevator": "无电梯", "--no-show": "未到", "--employer": "工作单位",
    "--encrypt": "加密", "--end": "结束时间",
    "--entrance": "单元", "--entrances": "单元数", "--every": "间隔", "--exclude": "不参加",
    "--exempt": "不出资", "--expected": "应到", "--factor": "倍数", "--family": "家人",
    "--farmer": "农民", "--fewer": "不足三家", "--fields": "列", "--figure": "数据项",
    "--file": "文件",
    "--filter": "筛选", "--final": "定稿", "--first-handler": "先接", "--fixed": "共用部分",
    "--floor": "楼层", "--floors": "层数", "--floors-below": "地下层数", "--for": "用途",
    "--folder": "文件夹", "--for-good": "不再张贴", "--force": "覆盖", "--founded": "成立日期",
    "--free-floor": "不出资楼层", "--free-up-to": "不出资至", "--free-years": "不折旧年数",
    "--fresh": "重新表决", "--from": "起", "--full": "完整", "--full-on": "转正日期",
    "--fund": "维修资金", "--no-fund": "不问维修资金", "--fund-needs": "维修资金事项",
    "--goes-to": "还可能找", "--group": "党小组", "--guardians-agree": "监护人同意",
    "--handed-out": "发出", "--handler": "经手人",
    "--handling": "处理", "--hands": "举手", "--head": "校验码", "--help": "帮助",
    "--hot-spots": "热点", "--hours": "时长", "--households": "住户表", "--how": "达成",
    "--ics": "日历",
    "--in": "转入", "--income": "收入", "--inform": "知会", "--inspection": "年检费",
    "--instalments": "分期", "--interim": "先答复", "--internal": "内部",
    "--into": "并入", "--invalid": "无效票",
    "--issue": "事项", "--item": "议题", "--items": "服务项目", "--joined": "入党日期",
    "--json": "数据",
    "--kind": "类型", "--lang": "语言", "--lead": "牵头", "--leader": "队长", "--left": "已离开",
    "--letter": "文号", "--level": "层级", "--licence": "资质", "--life-years": "折旧年限",
    "--limit": "行数",
    "--list": "汇总表", "--maintenance": "维保费", "--map": "表头", "--masked": "打码",
    "--matter": "事项", "--matter-reason": "免表决理由", "--md": "文稿", "--meeting": "会议",
    "--member": "组员",
    "--members": "全体党员", "--message": "通知文字", "--met": "达标", "--not": "未达标",
    "--method": "方式",
    "--milestones": "节点", "--minors": "未满14岁", "--minus": "减少", "--minutes": "分钟",
    "--money": "金额",
    "--month": "月份", "--name": "名称", "--names": "名单", "--namesake": "同名", "--new": "新人",
    "--next": "下次", "--no-use": "取消用途", "--no-vote": "无表决权", "--not-counted": "不计应到",
    "--not-voting": "未投票", "--note": "备注", "--number": "号码", "--occupants": "人数",
    "--of": "哪个", "--off": "不用",
    "--on-behalf-of": "替谁", "--only-edition": "唯一版本",
    "--open": "打开", "--open311": "开放格式",
    "--operation": "操作号", "--organisation": "机构代码",
    "--origin": "要求方", "--other": "名单外", "--others": "另有人数",
    "--out": "转出",
    "--outcome": "处理结果", "--output": "存为", "--overdue": "超期", "--override": "仍继续",
    "--owner": "业主", "--part-of": "属于", "--party-state": "党员类别", "--pass": "通过比例",
    "--passed": "合格", "--failed": "不合格", "--passphrase-file": "口令文件",
    "--payee": "收款人", "--payer": "交款人", "--per-floor": "每层户数", "--percent": "百分比",
    "--people": "名册", "--period": "期限", "--period-source": "期限出处",
    "--permission": "上级规定",
    "--consent": "同意方式", "--forget": "删除答卷",
    "--evaluate": "评议", "--groups": "评议人", "--keep-until": "保存至", "--per": "按",
    "--person": "姓名", "--phone": "电话", "--phones": "附电话", "--place": "地点",
    "--plan": "方案", "--post": "职务", "--power": "电费", "--privacy": "保密",
    "--private": "不公开", "--not-private": "可公开", "--problems": "疑点", "--project": "项目",
    "--proxy-for": "代",
    "--public": "公开", "--public-title": "公开标题", "--purpose": "事由", "--purse": "经费类别",
    "--quarter": "季度", "--question": "问题", "--questions": "问题清单", "--quiet": "安静",
    "--quorum": "到会比例", "--quotes": "比选", "--raise": "上报时限", "--reason": "原因",
    "--recheck": "复查日期",
    "--record": "记账", "--recorder": "记录人", "--recused": "回避", "--recused-in": "回避计入",
    "--recused-out": "回避不计", "--recused-reason": "回避原因", "--relation": "关系",
    "--relief": "减免", "--remove": "删除", "--repair": "维修费", "--repeats": "重复反映",
    "--replace": "改写", "--reply-by": "回复期限", "--reported": "报到日期",
    "--reporter": "反映人", "--reporter-phone": "反映人电话", "--request": "请求",
    "--require": "只收",
    "--resolution": "决议", "--respond": "响应时限", "--responsible": "实施主体",
    "--result": "结果", "--retired": "离退休", "--review": "复查", "--revise": "更正",
    "--revoke": "废止", "--room": "房号", "--round": "取整", "--rows": "空行",
    "--running": "运行账", "--running-rule": "运行费分摊", "--save": "保存", "--saved": "节省",
    "--scheme": "规则",
    "--scheme-needs": "方案事项", "--scope": "范围", "--scope-source": "范围出处",
    "--score": "分数", "--seats": "名额", "--secretary": "书记", "--sent": "已答复",
    "--served": "服务人次", "--service": "服务时长",
    "--sent-to": "发送", "--set": "字段", "--set-category": "改类别", "--set-due": "改期限",
    "--set-urgency": "改紧急程度", "--settled": "已议定", "--unsettled": "未议定",
    "--settlement": "结算公示",
    "--share": "份额", "--sheet": "工作表", "--shell": "命令行", "--short-name": "简称",
    "--signed": "签名", "--signer": "落款", "--silence": "未表态", "--since": "起",
    "--skip": "略过",
    "--skill": "特长", "--solved": "解决时间", "--source": "来源", "--standing": "状况",
    "--started": "开始日期", "--state": "状态", "--status": "状态", "--stays": "仍住",
    "--step": "每层增加", "--steward": "责任人", "--stilt-floor": "架空层",
    "--no-stilt-floor": "无架空层", "--spoken": "俗称", "--street": "街道",
    "--strict": "全收或不收",
    "--stuck": "难点", "--student": "学生", "--subsidy": "补助", "--subsidy-max": "补助上限",
    "--subsidy-rate": "补助比例", "--substitute": "替补", "--summary": "概况",
    "--superior": "上级", "--tag": "标签", "--take-down": "该撤下", "--team": "服务队",
    "--tenant": "租户", "--term": "任期", "--term-from": "选举日期", "--term-to": "届满日期",
    "--text": "文字", "--time": "时间", "--times": "服务时间", "--title": "标题", "--to": "止",
    "--to-raise": "该上报", "--total": "总价", "--trust": "认可公钥", "--type": "类型",
    "--unanswered": "未响应",
    "--unassigned": "无人负责", "--undisclosed": "未公开", "--undone": "未完成",
    "--uninform": "不再知会", "--unbroken-since": "未间断", "--unit": "单位",
    "--unmask": "不打码", "--unrated": "未回访",
    "--unsolved": "未解决", "--until": "到", "--urged": "被催过", "--urgency": "紧急程度",
    "--use": "用途", "--user": "操作人", "--verbose": "详细", "--verify": "核对",
    "--version": "版本", "--view": "要点", "--visit-due": "该走访", "--vote": "表决",
    "--voting": "有表决权", "--voucher": "凭证", "--wanted-by": "要求日期", "--warn": "预警",
    "--warranty": "质保", "--way": "方式", "--whose": "产权", "--with": "参加",
    "--with-care": "含关爱",
    "--with-id": "身份证用途", "--without": "调出", "--witness": "见证方",
    "--work-done": "已做工作", "--works-days": "工期",
    "--written": "书面意见", "--no-written": "书面不计", "--yes": "确认",
}  # fmt: skip
"""English spelling → what the program calls that thing elsewhere."""

_BY_KIND: Final = {
    "--against": {"text": "被反映方"},
    "--base": {"factor": "起步系数"},
    "--by": {"choice": "按"},
    "--close": {"limit": "办结时限"},
    "--contact": {"text": "联系方式"},
    "--due": {"frequency": "频次", "boolean": "到期"},
    "--final": {"money": "决算"},
    "--for": {"choice": "文书", "item": "为议题", "count or people": "赞成"},
    "--from": {"name": "来自", "party": "来自", "person": "卖方", "choice": "取自"},
    "--in": {"unit_or_name": "范围"},
    "--left": {"time": "离会", "day": "搬走日期"},
    "--met": {"person": "见到"},
    "--other": {"money": "其他费用", "name": "对方支部"},
    "--part-of": {"boolean": "子事项"},
    "--question": {"choice": "表决项"},
    "--relief": {"boolean": "低保"},
    "--review": {"day": "复查日期"},
    "--text": {"file": "总结"},
    "--round": {"number": "轮次"},
    "--title": {"title": "职务"},
    "--to": {
        "choice": "上报至", "text": "补偿给", "name": "付给", "party": "付给", "person": "买方",
        "number": "到",
    },
    "--witness": {"person": "见证人"},
}  # fmt: skip
"""The same where its word is of a certain kind."""

_ALSO: Final = {
    "--日期": (
        "--on",
        "--day",
        "--at",
        "--reported",
        "--时间",
        "--日子",
        "--报到日期",
        "--收函日期",
    ),
    "--分钟": ("--时长",),
    "--来自": ("--单位", "--来函单位", "--付款人", "--付款方"),
    "--回复期限": ("--期限", "--复函期限"),
    "--时间": ("--at",),
    "--谁": ("--who", "--由", "--走访人", "--在场", "--参加"),
    "--实施主体": ("--负责", "--负责人", "--负责单位", "--责任单位"),
    "--计价单位": ("--单位",),
    "--对象": ("--用于",),
    "--价格": ("--收费",),
    "--取自": ("--从",),
    "--评议": ("--评价",),
    "--主持人": ("--主持",),
    "--记录人": ("--记录",),
    "--资质": ("--许可证", "--资质证书"),
    "--环节": ("--链条",),
    "--特长": ("--skills",),
    "--部门": ("--departments",),
    "--原因": ("--note", "--理由", "--备注"),
    "--备注": ("--说明", "--结果"),
    "--类别": ("--分类",),
    "--派给": ("--责任人", "--负责人"),
    "--内容": ("--用途",),
    "--来源": ("--出处",),
    "--工作单位": ("--单位",),
    "--关联": ("--for", "--用于", "--关于"),
    "--期限": ("--by", "--时限"),
    "--反映人电话": ("--电话",),
    "--到": ("--协议到期",),
    "--协议日期": ("--签约日期",),
    "--经手人": ("--by", "--谁"),
    "--比选": ("--报价",),
    "--补助": ("--补贴",),
    "--先答复": ("--阶段答复", "--阶段性答复", "--中期答复"),
    "--决定": ("--依据",),
    "--正文": ("--内容",),
}
"""Chinese name → what else is taken for it, unless it means something else there."""

_WORDS_CALLED: Final = {
    "person": ("姓名", "责任人", "负责人", "派给", "谁"),
    "text": ("内容", "情况", "说明", "结果", "事项"),
    "home": ("房号", "门牌", "住址"),
    "issue": ("编号", "事项"),
    "open issue": ("编号", "事项"),
    "partner": ("单位", "名称"),
    "money": ("金额",),
}
"""By kind what a word that stands without a name is called by who gives it one all the same."""


_KINDS_CALLED: Final[Mapping[str, Sequence[str]]] = {
    word: kinds.split(",")
    for words, kinds in {
        "日期 时间 日子 哪天 哪一天 何时 什么时候 当天 date day on when time": "day,moment,time",
        "金额 钱 钱数 多少钱 总额 款项 价格 多少 amount money sum price": "money,charge",
        "姓名 名字 谁 人 人员 责任人 负责人 经手人 name who person": "person,visitor,party,name",
        "标题 题目 名称 主题 title subject": "name,notice or name,text",
        "内容 情况 说明 备注 事由 结果 原因 理由 note text content remark reason": "text",
        "楼栋 楼 楼号 几号楼 building": "building,project",
        "房号 房屋 门牌 户 哪户 住址 home room": "home",
        "单位 公司 甲方 乙方 company": "party,partner,name,employer",
        "部门 department": "department",
        "类别 分类 种类 类型 category type kind": "category,meeting type,works kind",
        "地点 地址 位置 哪里 place where": "place",
        "电话 手机 手机号 联系电话 phone mobile": "phone",
        "文件 附件 file": "file",
        "人数 数量 几人 次数 count": "number",
        "会议 meeting": "meeting",
        "项目 工程 project": "works,project",
        "月份 月 month": "month",
        "事项 issue": "open issue,issue",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What people call an option, whatever it is called here, and the kinds of words that means."""


_A_MONTH: Final = frozenset({"--月份", "--月", "--month"})
_BEGUN: Final = 3
_BEGUN_CHINESE: Final = 2
"""So many letters or characters of an option are its beginning."""


def other_names(kind: str) -> Sequence[str]:
    """Return what a word of a kind that needs no name is called besides its place in the usage."""
    return _WORDS_CALLED.get(kind, ())


def meant_by(name: str, params: Iterable[Any]) -> Any:
    """Return the parameter that a name must mean which none of a command has; None where unclear.

    It is the only one of the kind that is called so, of several the only one that is asked for,
    that is meant where none is named, or that needs no name.

    Args:
        name: the name, such as `--日期`.
        params: those of the command.
    """
    words = [param for param in params if getattr(param.type, "kind", None) is not None]
    for kind in _KINDS_CALLED.get(name.lstrip("-"), ()):
        alike = [param for param in words if param.type.name == kind]
        asked = [param for param in alike if param.type.asked is not None]
        bare = [param for param in alike if param.param_type_name == "argument"]
        free = [param for param in alike if param.type.free]
        for found in (alike, asked, free, bare):
            if len(found) == 1:
                return found[0]
    return None


def begun_by(name: str, params: Iterable[Any], shared: Iterable[Any]) -> Any:
    """Return the only option of a command that a name begins; None where there is none or more.

    Args:
        name: the name, such as `--每层`.
        params: those of the command.
        shared: those that every command has; they are typed whole.
    """
    if len(name) < len("--") + (_BEGUN if name.isascii() else _BEGUN_CHINESE):
        return None
    found = [
        one
        for one in (*params, *shared)
        if one.param_type_name == "option"
        if any(said.startswith(name) for said in (*one.opts, *one.secondary_opts))
    ]
    return found[0] if len(found) == 1 and found[0] in [*params] and not found[0].is_flag else None


def without_months_named(args: Sequence[str], params: Iterable[Any]) -> list[str]:
    """Return a line with a month that was given by name as people say it: `--月份 10` is 10月.

    Only where the command takes a first and a last day, and no month.

    Args:
        args: the words.
        params: those the command takes.
    """
    kinds = {name: one.type.name for one in params for name in one.opts}
    takes = kinds.get("--from") == kinds.get("--to") == "day" and "month" not in kinds.values()
    if not takes or _A_MONTH & kinds.keys():
        return [*args]
    said: list[str] = []
    left = iter(args)
    for word in left:
        name, equals, value = word.partition("=")
        if name not in _A_MONTH:
            said.append(word)
            continue
        value = value if equals else next(left, "")
        said.append(f"{value}月" if value.isdecimal() and len(value) <= len("12") else value)
    return said


def give_names(params: Iterable[Any]) -> None:
    """Let options be typed by their Chinese name and by older spellings, behind their own.

    Args:
        params: those of one command; what stands without a name stays so.
    """
    spellings = [
        (names, param.type.name)
        for param in params
        if param.param_type_name == "option"
        for names in (param.opts, param.secondary_opts)
        if names
    ]
    for names, kind in spellings:
        name = next(name for name in names if name.startswith("--"))
        chinese = _BY_KIND.get(name, {}).get(kind) or _CHINESE.get(name)
        if chinese and all(name.isascii() for name in names):
            names.append(f"--{chinese}")
    taken = {name for names, _kind in spellings for name in names}
    for names, _kind in spellings:
        others = [one for name in names for one in _ALSO.get(name, ()) if one not in taken]
        names.extend(others)
        taken.update(others)


def spoken_option(spellings: Sequence[str]) -> str:
    """Return how the user would type an option: in her language, by its name of today."""
    english = next(name for name in spellings if name.startswith("--"))
    chinese = next((name for name in spellings if not name.isascii()), english)
    return chinese if speaking() == "zh" else english


def shown_names(param: Any) -> Iterator[str]:
    """Return how a help page writes an option: without what is older, in Chinese that first."""
    for spellings in (param.opts, param.secondary_opts):
        english = list(takewhile(str.isascii, spellings))
        if speaking() == "zh":
            yield from spellings[len(english) : len(english) + 1]
        yield from english


def as_typed(option: str, chinese: str = "") -> str:
    """Return an option as the user would type it, by its English spelling.

    Args:
        option: the spelling; what is no option stays as it is.
        chinese: its Chinese one, where that is declared or told by its kind.
    """
    if speaking() == "zh" and option in _CHINESE:
        return chinese or f"--{_CHINESE[option]}"
    return option


def spellings_of(option: str) -> Sequence[str]:
    """Return the spellings of an option, by its English one."""
    return option, f"--{_CHINESE[option]}"
