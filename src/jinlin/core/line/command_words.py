"""The words that commands are called by: nobody is, so that a slip of the keys makes no person.

A test compares them with the commands there are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_WORDS: Final = """
    accept account action actions add adopt affected affects agenda agreement alias announce
    answer arrears arrive ask assign attend backup balance ballot ballot-paper board branch
    building bulk calendar call care categories category check claim close compare completion
    config confirm consent-form consult correct cost counterparty cover db decline defer demo
    disclose done due dues duplicates edit elect election-paper elevator end escalate exclude
    explain export field filter find first forget fund group hand-back handover holidays
    household id import income init instalments issue item join joint kind leave ledger letter link
    list log matters meeting member merge milestone minutes monthly note notice notify object
    occupant open opinion owner page partly path pay post powers print project projects proof
    publish quarterly question-form questions quorum quote rate receipt record redo refund
    remind remove reopen replies reply report report-in representative resolutions resolve
    restore resume reverse review room roster rule running say schemes score sell service set settle
    sheet shell show signin site skills spend split stage stats status subsidy summary tally
    task progress honour 任务 进展 荣誉
    team template today trace transfer types uncover undo unnote unresolve unsay upgrade urge venue
    visit visits vote voters votes voucher weekly withdraw yearly
    指派 交办 结案 关闭
    排除 记 共建 共建单位 到位 支持 落空 drop partner receive support 管理方 manager
    服务项目 点单 offer 菜单 menu 服务单 slip 居民 结果 重大事项 交叉任职 三驾马车 major
    contacts 通讯录 decrypt 解密 database 库名 对比
    加入 bundle 报送 key 公钥 rollup org pass rebuild 建立 机构 接收 公布 转报 重建 删除记录
    search sql 查表 搜索 找 survey 问卷 答卷 作答 填 填写 问卷表 汇总 截止
    一户一单 上报 上议事日 上门 上门单 不予受理 业主 业主表决 中标 了结 事项 事项清单 今天 代表 任职
    会议 会议纪要 会议记录 位置 住户 余额 修改 催办 催缴 先议事项 党员 党小组 党费 入户单 入队 全程
    公开 公开栏 公开页 公示 六有 关爱 关联 冲销 决议 决议公开 决议台账 凭证 出席 出资约定 分摊 分期
    划转 列表 删除 删除决议 删除发言 利害关系业主 办结 包联 升级 协商 协议 卸任 反对 发布 发言 发起
    取消包联 受影响 受理 合并 名单 后加入 告知 告知书 周报 呼叫 回执 回访 场所 备份 复函 复查 字段
    季报 完成 定案 对方 导入 导出 小微权力清单 年报 应公开 建库 开会 开始 异议 张贴 张贴凭证 录入
    彻底删除 征求意见 征询 征询表 待办 待办台账 恢复 成员 房屋 打分 打印 批量 报价 报到 报告 接着办
    提出意见 提问 收款表 缴款表 别名 协议书 空表 报名表
    撤下 撤回 撤销 撤消 支出 支部 收入 收据 收款 改类别 散会 数据库 新增 日志 日程 暂缓 更正 月报
    有表决权 服务 服务队 权力清单 构成 查找 查看 查重 检查 楼栋 模板 欠缴 比较 比选 法定人数 派单
    涉及 演示 特长 状态 电梯 登记 确认 移交 窗口 立项 答复 答复模板 筛选 签到 签到表 签订 类别 类型
    纪要 终止 经费 结束 结算 统计 维修资金 编辑 缴款 网站 联合处置 节假日 节点 补全 补助 补贴 表决
    表决事项 表决票 表决结果 规则 计票 认领 议程 议题 议题清单 记一笔 记录 设为 设定 设置 评价 说明
    账户 账目 质检 费用 走访 走访记录 起草 身份证 转接 转出 转入 达成 达成处理 过户 运行费 进度 退单
    退回派单 退款 退队 选举 选票 选定 通知 部分解决 服务日 调查 部门报到 采用 采纳 重做 重开
    重开账 问答 阵地 阶段 项目
"""
_NEVER_NAMES: Final = """
    help h --help --h -h -? ? ？ all list-all ls who quit exit cancel yes no none null test
    帮助 帮忙 怎么用 用法 说明书 显示 看看 看一下 看 查询 查 查一下 打开 退出 取消 返回
    全部 所有 所有人 全体 全部人 大家 每个人 清单 名册 名单 花名册 统计表 更多 下一页 上一页
    确定 是 否 好 无 没有 不详 未知 某人 测试 作废 证明 表格 报表 情况 单位 活动 名字 姓名
"""
"""What is typed to a program and is nobody's name, though no command is called so."""
COMMAND_WORDS: Final = frozenset(_WORDS.split())
"""Nouns and verbs in English and in Chinese, as they are typed."""
_OTHER_WORDS: Final = frozenset(_NEVER_NAMES.split())
TAKING_AWAY: Final = frozenset(
    {"remove", "forget", "undo", "reverse", "restore", "withdraw", "uncover", "end", "merge"}
)
"""Verbs that take something away, or end it: they are typed whole, and never guessed."""
OF_PEOPLE: Final = frozenset({"业主", "住户", "居民", "代表", "党员", "成员"})
"""Those of them that stand for somebody whose name nobody wrote down, such as a guest."""
ALSO_CALLED: Final[Mapping[str, Sequence[str]]] = {
    word: verbs.split()
    for words, verbs in {
        "新增 登记 加 增加 添 添加 新建 新加 录入 new create": "add post set record",
        "改 改一下 更改 更新 变更 修正 change modify update": "edit",
        "名单 清单 花名册 全部 一览 all": "list roster",
        "看 看看 看一下 详情 情况 查 查询 view": "show status list",
        "分给 转给 派给 交给 安排给 give": "assign",
        "退回 退掉": "hand-back",
        "办好 办好了 办完 办完了 办了 修好 修好了 解决 解决了 结束 完结 finish": "close done",
        "到会 参会 到场 点名 签名": "attend",
        "收钱 收费 交款 交钱 交费 缴费": "pay",
        "花 花了 花钱 花费 付 付钱 付款 付了 开支 报销 用了": "spend",
        "进账 入账 到账 拨款 收到 收到了 到了": "income receive",
        "剩 还剩 剩多少 还剩多少 还有多少 余多少 有多少钱": "balance",
        "没交 谁没交 谁没交钱 没交的 没交钱 未交 欠 欠款 谁欠 还差多少 差多少": "arrears",
        "结果 统计结果": "tally votes",
        "进展 进度 经过": "note status show",
        "推进 下一步 进入": "stage",
        "导入 import": "join",
        "淘汰 筛除 筛选 剔除": "exclude",
        "写 填 填表": "answer",
        "发 发表": "sheet",
        "贴 挂 公布": "post",
        "到期 该贴 要贴 该公示": "due",
        "看望 慰问 探望": "visit",
        "捐 捐赠 赞助": "support",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What else people say for verbs: those of them that a noun has are meant, the first before all."""


def is_command_word(text: str) -> bool:
    """Return whether a text is a word that is typed to a program, and nobody's name."""
    said = text.casefold().strip("!！。.")
    return said in COMMAND_WORDS or said in _OTHER_WORDS or not said.strip("?？-—")
