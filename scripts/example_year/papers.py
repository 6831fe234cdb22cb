"""Every paper the program prints, one a line: its name, what is typed, how many sheets it is."""

from __future__ import annotations

from typing import Final, NamedTuple

PAGE: Final = (".docx", ".html", ".md", ".txt")
LISTING: Final = (".docx", ".html", ".xlsx")
REPORT: Final = (*PAGE, ".xlsx")


class Paper(NamedTuple):
    """One paper, printed of the year on its last day.

    Attributes:
        name: what it is called; the name of its files.
        line: what is typed, without the file.
        sheets: of how many sheets the Word document is; 0 where that depends on what is told.
        endings: the files it is written as.
    """

    name: str
    line: str
    sheets: int = 0
    endings: tuple[str, ...] = PAGE


PAPERS: Final = (
    # meetings
    Paper("会议记录", "会议 会议记录 M1"),
    Paper("会议记录-选举", "会议 会议记录 M2"),
    Paper("会议记录-业主大会", "会议 会议记录 M3"),
    Paper("会议记录-周五议事日", "会议 会议记录 M5"),
    Paper("会议纪要", "会议 会议纪要 M1", 1),
    Paper("会议纪要-选举", "会议 会议纪要 M2", 1),
    Paper("会议纪要-邻里议事会", "会议 会议纪要 M4", 1),
    Paper("决议公开-业主大会", "会议 决议公开 M3 --电话 0593-2868123", 1),
    Paper("决议公开-邻里议事会", "会议 决议公开 M4 --电话 0593-2868123", 1),
    Paper("会议通知-支委会", "会议 通知 M7", 1),
    Paper("会议通知-党员大会", "会议 通知 M8", 1),
    Paper("会议通知-业主大会", "会议 通知 M9", 1),
    Paper("会议通知-邻里议事会", "会议 通知 M10", 1),
    Paper("签到表-支委会", "会议 签到表 M7", 1),
    Paper("签到表-党员大会", "会议 签到表 M8", 1),
    Paper("签到表-邻里议事会", "会议 签到表 M10", 1),
    Paper("签到表-业主大会", "会议 签到表 M9", 5),
    Paper("业主大会表决票", "会议 表决票 M9 --事项 其他 --截止 2026-12-20", 1),
    Paper("选票", "会议 选票 M8 2 林秀英 郑国梁", 1),
    Paper("议题清单", "会议 议题清单 M6", 1),
    Paper("议题清单-内部", "会议 议题清单 M6 --内部", 1),
    # issues
    Paper("上报单", "事项 上报 42 --重印", 1),
    Paper("上门清单", "事项 上门单", 1),
    # members and stewards
    Paper("报到回执", "党员 报到 回执 叶志成", 1),
    Paper("复函", "党员 征求意见 复函 Y1", 1),
    Paper("红管家名单", "服务队 名单", 1),
    Paper("红管家名单-附电话", "服务队 名单 --附电话", 1),
    Paper("经费公开", "支部 经费 公开页 --起 2026-07-01 --止 2026-09-30"),
    Paper("经费公开-公共收益", "支部 经费 公开页 --经费类别 公共收益 --起 2026-07-01 --止 2026-09-30", 1),
    Paper("经费公开-打上记号", "支部 经费 公开 --起 2026-10-01 --止 2026-10-31 --地点 小区公示栏", 1),
    Paper("服务菜单", "支部 服务项目 菜单 --电话 0593-2868123", 1),
    Paper("服务单", "事项 服务单 46", 1),
    Paper("告知书", "房屋 告知书 3-2-301"),
    Paper("征询表", "房屋 征询表 架空层改造 --问题 是否赞成：赞成/不赞成 --问题 最需要什么", 1),
    Paper("征询表-一栋楼", "房屋 征询表 架空层改造 --问题 是否赞成：赞成/不赞成 --楼栋 1"),
    # the elevator
    Paper("征求意见单", "电梯 入户单 3-2-602 --文书 征求意见", 1),
    Paper("征求意见单-全部", "电梯 入户单 --项目 X2 --文书 征求意见 --全部", 14),
    Paper("表决票", "电梯 入户单 3-2-602 --文书 表决", 1),
    Paper("表决票-全部", "电梯 入户单 --项目 X2 --文书 表决 --全部", 14),
    Paper("出资约定书", "电梯 入户单 3-2-602 --文书 出资约定", 1),
    Paper("出资约定书-第一期工程", "电梯 入户单 3-1-602 --文书 出资约定", 1),
    Paper("利害关系业主协议", "电梯 利害关系业主 协议书 3-1-101 --项目 X1", 1),
    Paper("汇总表", "电梯 入户单 --项目 X2 --文书 征求意见 --汇总表", 1),
    Paper("汇总表-表决", "电梯 入户单 --项目 X2 --文书 表决 --汇总表", 1),
    Paper("收据", "电梯 收据 X1-R1", 1),
    Paper("收据-作废", "电梯 收据 X1-R12", 1),
    Paper("收据-全部", "电梯 收据 --项目 X1 --全部"),
    Paper("收据-运行费", "电梯 收据 --项目 X1 --运行账 --全部", 1),
    Paper("退款凭证", "电梯 收据 X1-V9", 1),
    Paper("电梯资金公开", "电梯 公开 X1", 1),
    Paper("结算公示单", "电梯 公开 X1 --结算公示", 1),
    Paper("电梯资金公开-运行费", "电梯 公开 X1 --运行账", 1),
    # notices
    Paper("公示-电梯方案", "公示 打印 N1", 1),
    Paper("公示结果说明", "公示 打印 N1 --结果", 1),
    Paper("公开-事项", "公示 打印 N2", 2),
    Paper("公开-经费", "公示 打印 N3", 1),
    Paper("公开-公共收益", "公示 打印 N4", 1),
    Paper("公告-业主大会决定", "公示 打印 N5", 1),
    Paper("公开-议事会决定", "公示 打印 N6", 1),
    Paper("公开-红管家", "公示 打印 N7", 1),
    Paper("通知", "公示 打印 N8", 1),
    Paper("公示-候选企业", "公示 打印 N9", 1),
    Paper("公开-共建", "公示 打印 N12", 2),
    Paper("会议通知-联席会", "会议 通知 M15", 1),
    Paper("签到表-联席会", "会议 签到表 M15", 2),
    Paper("议题清单-联席会", "会议 议题清单 M15", 1),
    # service days
    Paper("服务公开页", "服务 公开页 --哪个 10月", 1),
    Paper("服务公开页-全年", "服务 公开页 --哪个 2026"),
    Paper("问卷表", "问卷 问卷表 W1 3-1-502", 1),
    Paper("问卷走访清单", "问卷 问卷表 W1 --清单", 5),
    Paper("问卷汇总", "问卷 汇总 W1", 1),
    Paper("评议表", "问卷 问卷表 W3", 1),
    Paper("评议汇总", "问卷 汇总 W2", 1),
    Paper("公开-评议", "公示 打印 N14", 1),
    Paper("服务报名表", "服务 报名表 爱心日", 2),
    Paper("公开-服务", "公示 打印 N13", 1),
    # works in the complex
    Paper("项目进展", "项目 公开页 G1", 1),
    Paper("比选记录", "项目 公开页 G1 --比选", 1),
    Paper("项目进展-已使用", "项目 公开页 G2", 1),
    Paper("比选记录-表决选定", "项目 公开页 G2 --比选", 1),
    Paper("公示-项目方案", "公示 打印 N10", 1),
    Paper("公开-实施结果", "公示 打印 N11", 1),
    # reports
    Paper("周报", "报告 周报 2026-W44", 1, REPORT),
    Paper("月报", "报告 月报 2026-10", 1, REPORT),
    Paper("月报-完整", "报告 月报 2026-10 --完整", 0, REPORT),
    Paper("月报-公开版", "报告 月报 2026-10 --公开", 1, REPORT),
    Paper("月报-定稿", "报告 月报 2026-10 --定稿", 1, REPORT),
    Paper("季报", "报告 季报 2026-Q3", 1, REPORT),
    Paper("年报", "报告 年报 2026", 0, REPORT),
    Paper("年报-总结", "报告 年报 2026 --总结 总结.txt"),
    Paper("移交清单", "数据库 移交"),
    # in English
    Paper("minutes", "会议 会议记录 M1 --语言 en"),
    Paper("minutes-friday", "会议 会议记录 M5 --语言 en", 1),
    Paper("survey-tally", "问卷 汇总 W2 --语言 en", 1),
    Paper("summary", "会议 会议纪要 M1 --语言 en", 1),
    Paper("meeting-notice", "会议 通知 M7 --语言 en"),
    Paper("passed-up", "事项 上报 42 --重印 --语言 en"),
    Paper("report-in-receipt", "党员 报到 回执 叶志成 --语言 en", 1),
    Paper("letter", "党员 征求意见 复函 Y1 --语言 en"),
    Paper("consent-form", "房屋 告知书 3-2-301 --语言 en"),
    Paper("door-sheet", "电梯 入户单 3-2-602 --文书 征求意见 --语言 en"),
    Paper("ballot", "电梯 入户单 3-2-602 --文书 表决 --语言 en"),
    Paper("agreement", "电梯 入户单 3-2-602 --文书 出资约定 --语言 en"),
    Paper("receipt", "电梯 收据 X1-R1 --语言 en"),
    Paper("elevator-money", "电梯 公开 X1 --语言 en"),
    Paper("settlement", "电梯 公开 X1 --结算公示 --语言 en"),
    Paper("affected-agreement", "电梯 利害关系业主 协议书 3-1-101 --项目 X1 --语言 en"),
    Paper("funds", "支部 经费 公开页 --起 2026-07-01 --止 2026-09-30 --语言 en"),
    Paper("services", "服务 公开页 --哪个 10月 --语言 en"),
    Paper("volunteers", "服务 报名表 爱心日 --语言 en"),
    Paper("notice", "公示 打印 N1 --语言 en"),
    Paper("decision", "公示 打印 N5 --语言 en"),
    Paper("monthly-report", "报告 月报 2026-10 --语言 en", 0, REPORT),
    Paper("handover", "数据库 移交 --语言 en"),
    # listings that are printed
    Paper("表-房屋", "房屋 列表", 0, LISTING),
    Paper("表-走访", "房屋 走访记录", 0, LISTING),
    Paper("表-党员", "党员 列表", 0, LISTING),
    Paper("表-事项", "事项 列表", 0, LISTING),
    Paper("表-事项统计", "事项 统计", 0, LISTING),
    Paper("表-公开栏", "事项 公开栏", 0, LISTING),
    Paper("表-事项全程", "事项 全程 42", 0, LISTING),
    Paper("表-决议台账", "会议 决议台账", 0, LISTING),
    Paper("表-待办台账", "会议 待办台账", 0, LISTING),
    Paper("表-重大事项", "会议 决议台账 --环节", 0, LISTING),
    Paper("表-重大事项-公开", "会议 决议台账 --环节 --公开", 0, LISTING),
    Paper("表-会议日程", "会议 日程", 0, LISTING),
    Paper("表-电梯方案", "电梯 查看 E2", 0, LISTING),
    Paper("表-电梯比较", "电梯 比较 --项目 X2", 0, LISTING),
    Paper("表-电梯计票", "电梯 计票 X1", 0, LISTING),
    Paper("表-电梯账目", "电梯 账目 X1", 0, LISTING),
    Paper("表-电梯欠缴", "电梯 欠缴 X1 --运行账 --全部", 0, LISTING),
    Paper("表-电梯结算", "电梯 结算 X1", 0, LISTING),
    Paper("表-征求意见", "电梯 征求意见 列表 --项目 X2", 0, LISTING),
    Paper("表-公示公告", "公示 列表", 0, LISTING),
    Paper("表-应公开", "公示 应公开", 0, LISTING),
    Paper("表-小微权力", "公示 权力清单 列表", 0, LISTING),
    Paper("表-小区项目", "项目 列表", 0, LISTING),
    Paper("表-共建单位", "共建单位 列表", 0, LISTING),
    Paper("表-共建支持", "共建单位 列表 --项目", 0, LISTING),
    Paper("表-服务项目", "支部 服务项目 列表 --小区", 0, LISTING),
    Paper("表-经费明细", "支部 经费 列表", 0, LISTING),
)  # fmt: skip
