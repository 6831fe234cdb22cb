"""`jinlin notice site`: a folder of pages that opens anywhere and carries nothing but text."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from harness import Jinlin, typed_once
from platforms import is_private, needs_links

from jinlin.documents import html
from jinlin.report.site import folder as site_folder
from jinlin.report.site import frame

AA = 4.5
BODY_COLOR, BODY_GROUND = "#1a1a1a", "#ffffff"


class Read(HTMLParser):
    """What a browser would find: elements with attributes, and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@typed_once
def published(jinlin: Jinlin) -> None:
    """Write the pages."""
    jinlin("notice", "site", "网站")


@pytest.fixture
def site(lived_in: Jinlin) -> dict[str, Read]:
    published(lived_in)
    files = sorted((lived_in.folder / "网站").glob("*.html"))
    return {path.name: Read(path.read_text("utf-8")) for path in files}


def test_there_is_a_page_for_everything_and_one_for_each_notice(site: dict[str, Read]) -> None:
    notices = {f"notice-{number}.html" for number in range(1, 6)}
    assert set(site) == notices | set(frame.MENU) - {frame.OFFERS}


def test_what_is_offered_today_has_a_page_with_its_prices(jinlin: Jinlin) -> None:
    offer = ("branch", "offer", "add")
    jinlin("member", "add", "陈建国")
    jinlin(*offer, "陈建国上门磨刀", "--price", "免费", "--by", "陈建国")
    jinlin(*offer, "水管疏通", "--price", "80", "--unit", "次", "--by", "维修员")
    jinlin(*offer, "通风换气", "--price", "20", "--until", "2026-10-31")
    jinlin(*offer, "家电维修", "--price", "成本价", "--since", "2099-01")
    jinlin("notice", "site", "网站")
    pages = {one.name: one.read_text("utf-8") for one in (jinlin.folder / "网站").glob("*.html")}
    text = "".join(Read(pages[frame.OFFERS]).text)
    assert "80元/次" in text
    assert "免费" in text
    assert not [one for one in ("0.00", "通风", "家电", "陈建国") if one in text]
    assert all(f'href="{frame.OFFERS}"' in page for page in pages.values())


def test_money_that_was_disclosed_stands_there_with_its_sums_and_the_questions_about_it(
    lived_in: Jinlin,
) -> None:
    """What hangs nowhere yet is not told, dues are not, and nobody who handled it is named."""
    spend = (
        "branch", "fund", "spend", "--purse", "启动经费", "--amount", "120.5", "--to", "近邻文具店",
        "--for", "纸", "--by", "王小明、林秀英", "--approved-by", "何丽娟",
    )  # fmt: skip
    lived_in(*spend, "--date", "2026-09-01", "--yes")
    lived_in("notice", "withdraw", "N3", "补记一笔")
    lived_in("notice", "post", "--from", "经费", "--of", "2026-Q3")
    lived_in(*spend, "--date", "2026-11-01", "--yes")
    lived_in("branch", "fund", "income", "--purse", "党费", "--amount", "77", "--from", "支部",
             "--for", "党费", "--date", "2026-09-02")  # fmt: skip
    lived_in("branch", "fund", "disclose", "--purse", "党费", "--place", "党员活动室")
    lived_in("notice", "ask", "文具为什么买这么多", "--about", "F3")
    lived_in("notice", "site", "网站")
    text = (lived_in.folder / "网站" / "money.html").read_text("utf-8")
    rows = re.findall(r"<tr>(.*?)</tr>", text)
    [entry] = [row for row in rows if "近邻文具店" in row]
    assert re.findall(r">([^<]+)</td>", entry) == [
        "2026-09-01", "启动经费", "纸", "近邻文具店", "120.50", "已审批", "书记等2人",
    ]  # fmt: skip
    assert [re.findall(r">([^<]+)</td>", row) for row in rows if "5,000.00" in row][:2] == [
        ["启动经费", "3", "5,000.00", "420.50"],
        ["2026年8月", "启动经费", "2", "5,000.00", "300.00"],
    ]
    assert "文具为什么买这么多" in text
    assert not [one for one in ("党费</td>", "77.00", "王小明", "林秀英", "李四光") if one in text]


def test_the_first_page_says_what_it_counts_and_nothing_is_left_of_what_was_withdrawn(
    lived_in: Jinlin,
) -> None:
    lived_in("notice", "withdraw", "N2", "写错了")
    lived_in("notice", "site", "网站")
    pages = {
        name: (lived_in.folder / "网站" / name).read_text("utf-8")
        for name in ("index.html", "notices.html")
    }
    assert "以上不含不公开的事项；月度数据含全部事项。" in pages["index.html"]
    assert "notice-2.html" not in pages["index.html"]
    assert "notice-2.html" not in pages["notices.html"]
    assert not (lived_in.folder / "网站" / "notice-2.html").exists()


def test_nothing_that_people_wrote_becomes_markup(site: dict[str, Read]) -> None:
    seen = 0
    for name, page in site.items():
        tags = {tag for tag, _attrs in page.elements}
        assert not {"img", "iframe", "link", "object", "form"} & tags, name
        assert [tag for tag, _attrs in page.elements].count("script") == 1, name
        assert not [k for _t, attrs in page.elements for k in attrs if k.startswith("on")], name
        seen += "<script>alert(1)</script>" in "".join(page.text)
    assert seen >= 4  # the home page, the list, the notice, the board, the questions


def test_each_page_forbids_everything_but_its_own_style_and_search(site: dict[str, Read]) -> None:
    digest = b64encode(sha256(frame.FIND.encode()).digest()).decode()
    for name, page in site.items():
        metas = [attrs for tag, attrs in page.elements if tag == "meta"]
        [policy] = [m["content"] for m in metas if m.get("http-equiv") == "Content-Security-Policy"]
        assert str(policy).startswith("default-src 'none'"), name
        assert str(policy).endswith(f"; script-src 'sha256-{digest}'"), name
        assert page.text.count(frame.FIND) == 1, name


def test_every_link_stays_in_the_folder_and_leads_somewhere(site: dict[str, Read]) -> None:
    for page in site.values():
        targets = [attrs["href"] for tag, attrs in page.elements if tag == "a"]
        assert len(targets) >= len(frame.MENU)
        for target in targets:
            assert target in site or target == "#content"
        urls = [v for _t, attrs in page.elements for k, v in attrs.items() if k in {"src", "href"}]
        assert not [url for url in urls if url and re.match(r"[a-z]+:|/", url)]


def test_each_page_says_its_language_its_title_and_where_one_is(site: dict[str, Read]) -> None:
    titles = set()
    for name, page in site.items():
        assert ("html", {"lang": "zh-CN"}) in page.elements
        current = [a for t, a in page.elements if t == "a" and a.get("aria-current") == "page"]
        assert [a["href"] for a in current] == [name if name in frame.MENU else "notices.html"]
        headings = [tag for tag, _attrs in page.elements if re.fullmatch("h[1-6]", tag)]
        assert headings[0] == "h1"
        titles.add("".join(page.text)[:40])
    assert len(titles) >= len(frame.MENU)


def test_the_files_are_for_this_user_alone(lived_in: Jinlin) -> None:
    lived_in("notice", "site", "网站")
    where = lived_in.folder / "网站"
    assert all(is_private(path) for path in (where, *where.iterdir()))


@pytest.mark.skipif(os.name != "posix", reason="modes have no meaning there")
def test_a_folder_that_was_there_keeps_its_rights(lived_in: Jinlin) -> None:
    where = lived_in.folder / "网站"
    where.mkdir()
    for mode in (0o755, 0o750):
        where.chmod(mode)
        lived_in("notice", "site", "网站")
        assert where.stat().st_mode & 0o777 == mode


def test_a_read_only_folder_is_left_alone(jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch) -> None:
    (jinlin.folder / "空").mkdir()
    monkeypatch.setattr("os.access", lambda _path, mode: mode != os.W_OK)
    assert "空 cannot be written" in jinlin("notice", "site", "空", code=5, lang="en").err
    assert names(jinlin.folder / "空") == []


def test_a_site_takes_the_place_of_the_one_before(lived_in: Jinlin) -> None:
    published(lived_in)
    lived_in("undo", "--yes")
    lived_in("notice", "ask", "新的提问")
    first = names(lived_in.folder)
    lived_in("notice", "site", "网站")
    assert "新的提问" in (lived_in.folder / "网站" / "questions.html").read_text("utf-8")
    assert names(lived_in.folder) == first


def test_an_empty_folder_may_be_used(jinlin: Jinlin) -> None:
    (jinlin.folder / "空").mkdir()
    jinlin("notice", "site", "空")
    assert (jinlin.folder / "空" / "index.html").is_file()


@pytest.mark.parametrize("ours_too", [False, True])
def test_a_folder_with_other_files_is_left_alone(jinlin: Jinlin, *, ours_too: bool) -> None:
    where = jinlin.folder / "文件夹"
    where.mkdir()
    if ours_too:
        jinlin("notice", "site", "文件夹")
    (where / "照片.jpg").write_bytes(b"mine")
    before = {path.name: path.read_bytes() for path in where.iterdir()}
    refused = jinlin("notice", "site", "文件夹", code=5)
    assert "照片.jpg" in refused.err
    assert {path.name: path.read_bytes() for path in where.iterdir()} == before


def test_what_is_no_place_for_a_site_is_refused(jinlin: Jinlin) -> None:
    before = names(jinlin.folder)
    for target in (
        "jinlin.db",
        "没有/网站",
        ".",
    ):
        jinlin("notice", "site", target, code=5)
        assert names(jinlin.folder) == before, target


@needs_links
def test_a_link_to_a_folder_is_refused(
    jinlin: Jinlin, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (jinlin.folder / "网站").symlink_to(elsewhere)
    jinlin("notice", "site", "网站", code=5)
    assert not list(elsewhere.iterdir())


def test_where_writing_fails_the_old_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "网站"
    site_folder.write_site(target, [("index.html", "old")])

    def failing() -> Iterator[tuple[str, str]]:
        yield "index.html", "new"
        raise OSError(28, "No space left on device")

    with pytest.raises(Exception, match="网站"):
        site_folder.write_site(target, failing())
    replace = Path.replace
    faults: list[BaseException] = [OSError(13, "busy"), KeyboardInterrupt("网站")]

    def refuse(path: Path, other: Path) -> Path:
        if path.name.endswith(".new"):
            raise faults.pop()
        return replace(path, other)

    monkeypatch.setattr(Path, "replace", refuse)
    while faults:
        with pytest.raises(BaseException, match="网站"):
            site_folder.write_site(target, [("index.html", "new")])
    assert [path.name for path in tmp_path.iterdir()] == ["网站"]
    assert (target / "index.html").read_text() == "old"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_complex_has_a_site_too(jinlin: Jinlin, lang: str) -> None:
    jinlin("notice", "site", "网站", lang=lang)
    text = (jinlin.folder / "网站" / "index.html").read_text("utf-8")
    assert ("还没有公示公告" if lang == "zh" else "Nothing has been posted yet") in text


def luminance(color: str) -> float:
    """Relative luminance by WCAG 2.1."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def whole_color(color: str) -> str:
    return "#" + "".join(c * 2 for c in color[1:]) if len(color) == len("#fff") else color


def test_contrast_is_computed_as_wcag_says() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_all_text_stands_out_from_its_ground() -> None:
    style = re.sub(r"@media[^{]*\{", "", html.STYLE + frame.STYLE)
    pairs = 0
    for rule in re.findall(r"\{([^{}]*)\}", style):
        said = dict(re.findall(r"(?<![-\w])(color|background)\s*:\s*(#[0-9a-fA-F]{3,6})", rule))
        if not said:
            continue
        pairs += 1
        color = whole_color(said.get("color", BODY_COLOR))
        ground = whole_color(said.get("background", BODY_GROUND))
        assert contrast(color, ground) >= AA, rule
    assert pairs >= 10
