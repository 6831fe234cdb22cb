"""Make the spreadsheets of the example complex: 房屋.xlsx, 党员.xlsx, 电梯.csv.

    python scripts/examples.py [FOLDER]

Everybody in them is invented. Equal runs give equal files. The notebook, 事项.csv, is written by
hand.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from xlsxwriter.workbook import Workbook

ROOT = Path(__file__).parent.parent
MADE = datetime(2026, 9, 1, 9, 0)  # noqa: DTZ001  (workbooks know no zone)
Cell = str | int | float

SURNAMES = "陈林黄张吴李王郑刘杨蔡叶许郭何谢邱曾赖江苏周余"
GIVEN = (  # two characters each
    "建明淑华志远月英国平丽萍德顺雅婷文彬素琴永安晓燕"
    "庆丰桂香启航美珠学文惠玲宗翰梦洁家宝碧云承志秋月"
)

# A door where a Party member lives, and what the register of owners says of it.
OWNERS = {
    "3-1-502": "林秀英", "3-1-201": "郑国梁", "3-2-301": "陈月娥", "3-2-702": "吴思齐",
    "3-1-702": "黄志刚、李秋萍", "3-2-402": "许文澜", "1-1-301": "张德福", "1-2-401": "何丽娟",
    "1-3-502": "赖永辉", "1-1-602": "谢晓东", "1-2-202": "江淑贞", "2-0-502": "杨卫国",
    "2-0-801": "蔡美玲", "2-0-1004": "叶志成、周雅琴", "2-0-303": "曾庆松", "2-0-904": "郭佳宁",
}  # fmt: skip
STATES = dict.fromkeys((3, 17, 38, 61, 70, 95), "出租") | dict.fromkeys((11, 29, 52, 84), "空置")


class Home(NamedTuple):
    """One line of 房屋.xlsx."""

    building: str
    entrance: str
    floor: int
    room: str
    area: float
    owners: str
    phone: str
    state: str
    remark: str


# Name, status, joined, full since, held at, group, post, employer, reported in, skills.
ROSTER = """
林秀英 正式党员 1986-07-01 1987-07-01 在本支部 3 书记 退休 - 群众工作
郑国梁 正式党员 1979-10-12 1980-10-12 在本支部 3 副书记 退休 - 水电维修
何丽娟 正式党员 1995-06-28 1996-06-28 在本支部 1 组织委员 退休 - 档案整理
杨卫国 正式党员 1983-12-20 1984-12-20 在本支部 2 纪检委员 退休 - 矛盾调处
许文澜 正式党员 2004-11-05 2005-11-05 在本支部 3 宣传委员 自由职业 - 摄影、书法
张德福 正式党员 1976-03-18 1977-03-18 在本支部 1 1号楼党小组组长 退休 - 木工
蔡美玲 正式党员 1998-07-01 1999-07-01 在本支部 2 2号楼党小组组长 退休 - 健康护理
黄志刚 正式党员 1992-05-30 1993-05-30 在本支部 3 3号楼党小组组长 退休 - 机电维修
陈月娥 正式党员 1974-08-01 1975-08-01 在本支部 3 - 退休 - -
江淑贞 正式党员 1988-09-15 1989-09-15 在本支部 1 - 退休 - 裁剪
赖永辉 正式党员 2001-06-26 2002-06-26 在本支部 1 - 个体经营 - 开锁、小修
曾庆松 正式党员 1981-07-01 1982-07-01 在本支部 2 - 退休 - 园艺
周慧敏 正式党员 1999-12-08 2000-12-08 在本支部 2 - 退休 - 信息咨询
李春梅 正式党员 1994-04-22 1995-04-22 在本支部 3 - 退休 - 理发
谢晓东 预备党员 2026-06-26 - 在本支部 1 - 社区工作者 - 电脑
郭佳宁 预备党员 2026-03-20 - 在本支部 2 - 自由职业 - 短视频
叶志成 正式党员 2008-06-30 2009-06-30 在职报到 2 - 市第九中学 2026-08-22 课业辅导
吴思齐 正式党员 2015-11-19 2016-11-19 在职报到 3 - 区人民医院 2026-08-22 义诊
苏明哲 正式党员 2012-06-28 2013-06-28 在职报到 3 - 市建筑设计院 2026-08-29 图纸审看
余静怡 正式党员 2018-12-12 2019-12-12 在职报到 1 - 城区法律援助中心 2026-09-05 法律咨询
邱少峰 正式党员 2010-07-01 2011-07-01 在职报到 1 - 供电服务公司 2026-09-12 电工
刘雨晴 正式党员 2020-06-24 2021-06-24 在职报到 2 - 银行春江支行 2026-09-26 防诈骗宣传
王海涛 正式党员 2006-05-18 2007-05-18 在职报到 3 - 消防救援站 2026-10-10 消防检查
林若溪 正式党员 2017-06-30 2018-06-30 在职报到 1 - 区档案馆 2026-10-17 档案整理
陈嘉木 积极分子 - - - 2 - 软件公司 - 网络维修
"""


def doors() -> Iterator[tuple[str, str, int, str, float]]:
    """Yield every door of the complex: building, entrance, floor, room, area."""
    for entrance in "123":
        for floor in range(1, 7):
            for place, area in ((1, 88.62), (2, 96.35)):
                yield "1", entrance, floor, f"{floor}{place:02d}", area
    for floor in range(2, 12):  # above the stilt floor; one stairwell, so no entrance is said
        for place, area in ((1, 118.4), (2, 89.07), (3, 89.07), (4, 121.56)):
            yield "2", "", floor, f"{floor}{place:02d}", area
    for entrance in "12":
        for floor in range(1, 8):
            for place, area in ((1, 92.18), (2, 104.7)):
                yield "3", entrance, floor, f"{floor}{place:02d}", area


def homes() -> list[Home]:
    """Return the households with their owners."""
    found = []
    for number, (building, entrance, floor, room, area) in enumerate(doors()):
        shop = building == "1" and floor == 1 and entrance != "3"
        name = OWNERS.get(f"{building}-{entrance or 0}-{room}") or invented(number)
        found.append(
            Home(
                building=f"{building}号楼",
                entrance=f"{entrance}单元" if entrance else "",
                floor=floor,
                room=room,
                area=area,
                owners=name,
                phone=phone(number),
                state="店面" if shop else STATES.get(number, "自住"),
                remark="顶层带阁楼" if building == "1" and floor == 6 else "",
            )
        )
    return found


def invented(number: int) -> str:
    """Return a name nobody was asked for; every ninth door belongs to two."""
    first = SURNAMES[number * 7 % len(SURNAMES)] + given(number * 5)
    second = SURNAMES[number * 11 % len(SURNAMES)] + given(number * 5 + 8)
    return f"{first}、{second}" if number % 9 == 4 else first


def given(number: int) -> str:
    """Return one of the given names."""
    place = number * 2 % len(GIVEN)
    return GIVEN[place : place + 2]


def phone(number: int) -> str:
    """Return a number as a roster writes it: now together, now in groups."""
    digits = f"1390000{number + 1:04d}"
    return f"{digits[:3]} {digits[3:7]} {digits[7:]}" if number % 3 == 0 else digits


def write_homes(path: Path) -> None:
    """Write the register of households as a property company hands it over."""
    rows = [
        (n, h.building, h.entrance, h.floor, h.room, h.area, h.owners, h.phone, h.state, h.remark)
        for n, h in enumerate(homes(), start=1)
    ]
    total = sum(round(h.area * 100) for h in homes()) / 100
    write_sheet(
        path,
        title="梅苑小区房屋及业主登记表",
        note="填表日期：2026年9月1日    面积按不动产登记簿    本表人员均为虚构，仅供练习",
        header="序号 楼栋 单元 楼层 房号 建筑面积(㎡) 业主姓名 联系电话 使用状态 备注",
        rows=[*rows, ("合计", "", "", "", f"{len(rows)}户", total, "", "", "", "")],
        widths=(6, 8, 8, 6, 8, 14, 20, 16, 10, 14),
    )


def write_members(path: Path) -> None:
    """Write the register of members as the branch keeps it."""
    by_name = {name: h.phone for h in homes() for name in h.owners.split("、")[:1]}
    rows: list[Sequence[Cell]] = []
    for number, line in enumerate(ROSTER.split("\n")[1:-1], start=1):
        name, *fields = ("" if word == "-" else word for word in line.split(" "))
        fields[4] += "号楼党小组"
        rows.append((number, name, *fields, by_name.get(name) or phone(200 + number)))
    write_sheet(
        path,
        title="梅苑小区党支部党员花名册",
        note="填表日期：2026年10月20日    本表人员均为虚构，仅供练习",
        header="序号 姓名 党员类别 入党日期 转正日期 组织关系 所属党小组 党内职务 工作单位 "
        "报到日期 特长 联系电话",
        rows=rows,
        widths=(6, 10, 10, 12, 12, 10, 14, 18, 18, 12, 14, 16),
    )


def write_sheet(
    path: Path,
    *,
    title: str,
    note: str,
    header: str,
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
) -> None:
    """Write one sheet with a title and a note above its header, as people do."""
    book = Workbook(str(path))
    book.set_properties({"title": title, "created": MADE})
    sheet = book.add_worksheet(title[:31])
    large = book.add_format({"bold": True, "font_size": 16, "align": "center"})
    bold = book.add_format({"bold": True, "border": 1, "align": "center"})
    cell = book.add_format({"border": 1})
    names = header.split(" ")
    sheet.merge_range(0, 0, 0, len(names) - 1, title, large)
    sheet.merge_range(1, 0, 1, len(names) - 1, note)
    sheet.write_row(2, 0, names, bold)
    for line, row in enumerate(rows, start=3):
        sheet.write_row(line, 0, row, cell)
    for column, taken in enumerate(widths):
        sheet.set_column(column, column, taken)
    sheet.freeze_panes(3, 0)
    book.close()


def write_stairwell(path: Path) -> None:
    """Write the doors of entrance 1 of building 3, for a split without a database."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("房号", "楼层", "建筑面积"))
        for home in homes():
            if home.building == "3号楼" and home.entrance == "1单元":
                table.writerow((home.room, home.floor, f"{home.area:.2f}"))


def make(folder: Path) -> None:
    """Write all of them into a folder."""
    write_homes(folder / "房屋.xlsx")
    write_members(folder / "党员.xlsx")
    write_stairwell(folder / "电梯.csv")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples")
