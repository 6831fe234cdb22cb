"""Promises 12 to 15 and 17: what leaves the program runs nothing, steers nothing, stays private."""

from __future__ import annotations

import csv
import io
import os
import random
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from calls import call_in, said_out
from harness import Jinlin, Outcome
from rich.console import Console
from trust.conftest import Proving, share
from trust.stations import Stations, arrive, digest_of

from jinlin.cli.nouns import root
from jinlin.core.columns import Column
from jinlin.documents import html
from jinlin.documents.html import html_of
from jinlin.documents.page import (
    Block,
    Chart,
    Closing,
    Cut,
    Field,
    Heading,
    Items,
    Page,
    Paragraph,
    Series,
    Shape,
    Table,
)  # fmt: skip
from jinlin.output.command.grammar import Command
from jinlin.output.command.verb import Later
from jinlin.output.delivery.show import show
from jinlin.output.listing.formats import write_csv, write_xlsx
from jinlin.output.listing.listing import Listing
from jinlin.report.site.frame import FIND

FORMULA = "=+-@\t\r\n＝＋－＠'"
PIECES = (
    "张", "美华", "=1+1", "@SUM(A1)", "+86", "-2", "＝", "＋", "[red]", "[/]", "[link=http://x]", "\x1b[31m",
    "\x1b]0;x\x07", "\x9b2J", "\r", "\n", "\t", "\u202e", "\u2066", "\x00", "\x7f", "<script>", "</p>", "&amp;",
    "'", '"', "onload=x", "javascript:", "<img src=x onerror=y>", "|", ";", "DDE", "{{", "%", "\\", "\ufeff", "😀", "e\u0301",
)  # fmt: skip


def hostile(dice: random.Random) -> str:
    """Return a name as nobody is called, with something of it to be seen."""
    while True:
        name = "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 5)))
        if visible(name):
            return name


def listing(names: list[str]) -> Listing:
    return Listing(
        key="x",
        title=names[0],
        columns=(Column(key="name", heading="姓名"),),
        rows=[(n,) for n in names],
    )


def visible(text: object) -> str:
    """Return what of a text can be seen, to compare it before and after."""
    return "".join(
        c
        for c in unicodedata.normalize("NFC", str(text))
        if unicodedata.category(c) not in {"Cc", "Cf", "Zs", "Cs"} and c != "\ufffd"
    )


def is_text(cell: Any, name: str) -> bool:
    """Return whether a cell of a workbook is a text, and the name."""
    return cell.data_type == "s" and visible(cell.value) == visible(name)


def starts_no_formula(cell: str, name: str) -> bool:
    """Return whether a cell of a csv is the name, and guarded where a program would run it."""
    guarded = cell.startswith("'") and visible(cell[1:]) == visible(name)
    return guarded or (visible(cell) == visible(name) and not cell.startswith(tuple(FORMULA)))


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]


def test_exports_cannot_run_code(tmp_path: Path, proving: Proving, dice: random.Random) -> None:
    sheets = proving(12, "cells of a workbook are text, and the name")
    cells = proving(12, "cells of a csv start no formula, and are the name")
    control = proving(12, "the same names written by openpyxl alone", control=True)
    names = [hostile(dice) for _ in share(10_000)]
    out = io.BytesIO()
    write_xlsx(call_in(tmp_path), listing(names), out)
    rows = list(openpyxl.load_workbook(out).active.iter_rows(min_row=2))
    for row, name in zip(rows, names, strict=True):
        sheets.check(is_text(row[0], name), (row[0].data_type, row[0].value, name))
    raw = openpyxl.Workbook()
    for name in names:
        raw.active.append(["".join(c for c in name if c >= " ")])
    for row, name in zip(raw.active.iter_rows(), names, strict=True):
        control.check(is_text(row[0], name))
    text = io.BytesIO()
    write_csv(call_in(tmp_path), listing(names), text)
    for found, name in zip(csv_rows(text.getvalue()), names, strict=True):
        cells.check(starts_no_formula(found[0], name), (found, name))


class Reader(HTMLParser):
    """What a browser would find: the text of each element, and anything that could run.

    Attributes:
        found: each element with its class and the text that stands in it itself, of a cell line
            by line.
        said: what elements are called for those who do not see them.
        running: elements and attributes that could run something or fetch it.
        drawings: how many drawings there are.
    """

    VOID = frozenset({"meta", "link", "br", "wbr", "hr", "input", "img", "base"})
    ADDRESSES = frozenset({"href", "src", "action", "xlink:href", "formaction"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.said: list[str] = []
        self.running: list[str] = []
        self.drawings = 0
        self._open: list[tuple[str, str, list[str]]] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        """Keep a text with the element it stands in."""
        if self._open:
            self._open[-1][2].append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element as it begins."""
        given = {name: value or "" for name, value in attrs}
        if tag in {"script", "iframe", "object", "embed", "img", "base", "foreignobject", "form"}:
            self.running.append(tag)
        self.drawings += tag == "svg"
        self.running += [name for name in given if name.startswith("on")]
        self.running += [
            value
            for name, value in given.items()
            if name in self.ADDRESSES
            and visible(value).lower().startswith(("javascript:", "data:"))
        ]
        if "aria-label" in given:
            self.said.append(given["aria-label"])
        if tag == "br":
            self.handle_data("\n")
        if tag not in self.VOID:
            self._open.append((tag, given.get("class", ""), []))

    def handle_endtag(self, tag: str) -> None:
        """Keep an element as it ends."""
        if any(tag == one for one, _kind, _texts in self._open):
            while True:
                one, kind, texts = self._open.pop()
                self.found.append((one, kind, "".join(texts)))
                if one == "span" and self._open:
                    self._open[-1][2].extend(texts)
                if one == tag:
                    break

    def texts(self, tag: str, kind: str | None = None) -> list[str]:
        """Return what can be seen in the elements of a kind, one by one."""
        return [
            visible(text) for one, its, text in self.found if one == tag and kind in (None, its)
        ]


def page_of(texts: list[str], *, drawn: bool) -> Page:
    """Return a page with every block there is, out of these texts."""
    t = iter(texts)
    blocks: tuple[Block, ...] = (
        Heading(next(t)), Paragraph(next(t)), Field(next(t), next(t)),
        Items((next(t), next(t))), Items((next(t),), numbered=False),
        Table(headings=(next(t), next(t)), rows=((next(t), next(t)), (next(t), next(t)))),
        Closing((next(t), next(t))), Cut(next(t)),
    )  # fmt: skip
    if drawn:
        series = Series(next(t), (1, 2))
        chart = Chart(next(t), Shape.COLUMNS, (next(t), next(t)), (series,), alt=next(t))
        blocks = (*blocks, chart)
    return Page(title=next(t), blocks=blocks, above=(next(t),), below=(next(t),))


TEXTS = 24
"""So many texts `page_of` takes at most."""


def places_of(page: Page) -> list[tuple[str, str | None, list[str]]]:
    """Return in which elements the texts of a page have to stand, one by one."""
    blocks: tuple[Any, ...] = page.blocks
    heading, paragraph, field, items, dashes, table, closing, cut, *_chart = blocks
    return [
        ("h1", None, [page.title]),
        ("p", "above", [*page.above]),
        ("p", "below", [*page.below]),
        ("h2", None, [heading.text]),
        ("dt", None, [field.label]),
        ("dd", None, [field.text]),
        ("li", None, [*items.texts, *dashes.texts]),
        ("th", None, [*table.headings]),
        ("td", None, [cell for row in table.rows for cell in row]),
        ("p", "", [paragraph.text, *closing.texts]),
        ("p", "cut", [cut.text]),
        ("title", None, [page.title]),
    ]


def kept_in(read: Reader, page: Page) -> Iterator[tuple[bool, object]]:
    """Return of each text of a page whether it stands in its own element, and nothing else does."""
    chart: Any = page.blocks[-1]
    drawn = isinstance(chart, Chart)
    still = not read.running and read.drawings == drawn
    for tag, kind, texts in places_of(page):
        found = read.texts(tag, kind)
        if tag == "title":
            found = found[:1]  # a drawing may have titles too
        for number, text in enumerate(texts):
            same = len(found) == len(texts) and found[number] == visible(text)
            yield same and still, (tag, text, found, read.running)
    if drawn:
        yield still and [visible(one) for one in read.said] == [visible(chart.alt)], chart.alt
        words = read.texts("text")
        for text in (chart.title, *chart.labels):
            lines = [visible(line) for line in re.split("[\r\n]", text)]  # each is an element
            yield still and all(line in words for line in lines if line), (text, words)


def test_reports_cannot_carry_scripts(
    proving: Proving, dice: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = proving(13, "payloads in every block of an html page: text equal, nothing runs")
    policy = proving(13, "the page forbids the browser to load anything")
    control = proving(13, "the same without escaping", control=True)
    for trial in share(10_000, parts=TEXTS):
        page = page_of([hostile(dice) for _ in range(TEXTS)], drawn=trial % 20 == 0)
        made = html_of([page])
        for told in kept_in(Reader(made), page):
            proof.check(*told)
        policy.check("default-src 'none'" in made)
        if trial % 20:
            with monkeypatch.context() as patch:
                patch.setattr(html, "safe", lambda text: text)
                control.check(all(kept for kept, _said in kept_in(Reader(html_of([page])), page)))


def test_the_screen_cannot_be_hijacked(
    jinlin: Jinlin, tmp_path: Path, proving: Proving, dice: random.Random
) -> None:
    proof = proving(14, "names in a table on the screen, each in its own cell")
    errors = proving(14, "names in an error message")
    control = proving(14, "the same names printed by Rich as they are", control=True)
    names = [hostile(dice) for _ in share(10_000)]
    for name in names:
        call = call_in(tmp_path, limit=0, variables={"COLUMNS": "400"})
        show(call, listing([name])._replace(title="x"))
        out = said_out(call)
        proof.check(
            visible(out.partition("─")[2].lstrip("─")) == visible(name) and not steering(out),
            (name, out),
        )
    for name in names[: len(share(2000))]:
        told = jinlin("issue", "show", name, code=None)
        errors.check(told.code in (2, 3) and not steering(told.err), (name, told))
    for name in names[:200]:
        stream = io.StringIO()
        try:
            Console(file=stream, force_terminal=True, color_system=None, highlight=False).print(
                name
            )
        except Exception as error:  # noqa: BLE001  (MarkupError)
            control.check(kept=False, said=error)
        else:
            control.check(not steering(stream.getvalue()))


def registered(jinlin: Jinlin, names: list[str]) -> dict[str, str]:
    """Register an issue of each name; return the names by the numbers they were given."""
    given = {}
    for name in names:
        told = jinlin("issue", "add", "--category", "设施", "--quiet", "--", name)
        given[told.out.strip()] = name
    return given


def test_names_leave_by_real_commands_as_they_are(
    jinlin: Jinlin, proving: Proving, dice: random.Random
) -> None:
    """Typed as the titles of issues and notices, then read from everything that shows them."""
    cells = proving(12, "issue list --csv and -o x.xlsx: the cell of each name")
    pages = proving(13, "issue list -o x.html, notice site: the element of each name")
    policy = proving(
        13, "notice site, report monthly: nothing runs but the search, nothing is loaded"
    )
    screen = proving(14, "issue list on the screen: the line of each name")
    given = registered(jinlin, [hostile(dice) for _ in share(1000)])
    notices = []
    for name in list(given.values())[: len(share(200))]:
        text = hostile(dice)
        jinlin("notice", "post", "--type", "通知", "--text", f"文{text}终", "--for", "全体居民",
               "--place", "公示栏", "--", name)  # fmt: skip
        notices.append((name, text))
    jinlin.variables["COLUMNS"] = "400"
    all_of = ("issue", "list", "--limit", "all")
    out = jinlin(*all_of).out
    lines = {line.split()[0]: line for line in out.splitlines() if line.strip()}
    for number, name in given.items():
        title = lines[number].partition(number)[2].rpartition("设施")[0]
        screen.check(visible(title) == visible(name) and not steering(out), (name, title))
    rows = {row[0]: row[1] for row in csv_rows(jinlin(*all_of, "--csv").out.encode())}
    jinlin(*all_of, "-o", "x.xlsx")
    sheet = openpyxl.load_workbook(jinlin.folder / "x.xlsx").active
    books = {row[0].value: row[1] for row in sheet.iter_rows()}
    for number, name in given.items():
        cells.check(starts_no_formula(rows[number], name), (rows[number], name))
        cells.check(is_text(books[number], name), (books[number].value, name))
    jinlin(*all_of, "-o", "x.html")
    tds = Reader((jinlin.folder / "x.html").read_text("utf-8")).texts("td")
    for number, name in given.items():
        pages.check(tds[tds.index(number) + 1] == visible(name), name)
    jinlin("notice", "site", "站")
    for serial, (name, text) in enumerate(notices, 1):
        read = Reader((jinlin.folder / "站" / f"notice-{serial}.html").read_text("utf-8"))
        pages.check(read.texts("h1") == [visible(f"关于{name}的通知")], (name, read.texts("h1")))
        body = "".join(
            [*read.texts("p"), *read.texts("th"), *read.texts("td")]
        )  # a text with tabs becomes a table
        pages.check(visible(f"文{text}终") in body, (text, body))
    jinlin("report", "monthly", "2026-11", "-o", "报.html")
    for file in (*jinlin.folder.glob("站/*.html"), jinlin.folder / "报.html"):
        made = file.read_text("utf-8")
        running = Reader(made.replace(f"<script>{FIND}</script>", "")).running
        policy.check(not running and "default-src 'none'" in made, (file.name, running))


def steering(text: str) -> list[str]:
    """Return what could steer a terminal."""
    return [
        repr(c)
        for c in text
        if c != "\n"
        and (
            unicodedata.category(c) == "Cc"
            or c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        )
    ]


def test_masking_hides_what_it_should(
    jinlin: Jinlin, proving: Proving, dice: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = proving(15, "phones and names in lists are masked")
    control = proving(15, "masking switched off", control=True)
    rows, phones = ["楼栋,单元,房号,业主,电话"], []
    for number in range(max(10, len(share(1000)))):
        phones.append(f"139{dice.randrange(10**8):08}")
        rows.append(f"3,1,{number // 10 + 1}{number % 10:02},欧阳美华,{phones[-1]}")
    (jinlin.folder / "房.csv").write_text("\n".join(rows), "utf-8")
    jinlin("household", "import", "房.csv", "--yes", code=None)
    for _form in ("--json", "--csv", "--md"):
        out = jinlin("household", "list", "--limit", "all", _form).out
        for phone in phones:
            proof.check(phone not in out and "欧阳美华" not in out, phone)
    monkeypatch.setattr("jinlin.output.listing.values.masked", lambda text, _what: text)
    out = jinlin("household", "list", "--limit", "all", "--json").out
    control.check("欧阳美华" not in out)


@pytest.mark.skipif(os.name != "posix", reason="0600 has no meaning there")
def test_only_this_user_can_read_what_was_written(
    stations: Stations, jinlin: Jinlin, proving: Proving
) -> None:
    """The stations were walked under umask 000: every command of the tree has left its files."""
    proof = proving(15, "files 0600 and folders 0700 of every command, umask 000")
    for path in [stations.folder, *stations.folder.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        proof.check(stat.S_IMODE(path.stat().st_mode) == wanted, (path, oct(path.stat().st_mode)))


WRITING_FILES = (
    ("db", "backup"),
    ("db", "handover", "移交.docx"),
    ("config", "set", "language", "zh"),
    ("init", "--name", "桂园", "--db", "新/新.db"),
    ("notice", "site", "站"),
    ("household", "template"),
    ("issue", "list", "-o", "事项.xlsx"),
    ("issue", "list", "-o", "事项.csv"),
    ("report", "monthly", "2026-10", "-o", "月报.docx"),
    ("report", "monthly", "2026-10", "-o", "月报.html"),
)
"""Commands that leave files of every kind."""


@pytest.mark.skipif(os.name != "posix", reason="0600 has no meaning there")
@pytest.mark.parametrize("mask", [0o000, 0o022])
def test_whatever_the_umask_only_this_user_can_read(
    jinlin: Jinlin, proving: Proving, mask: int
) -> None:
    proof = proving(
        15, f"files 0600 and folders 0700 of commands that write files, umask {mask:03o}"
    )
    control = proving(15, f"a file as Python opens it, umask {mask:03o}", control=True)
    plain = jinlin.folder / "plain.txt"
    old = os.umask(mask)
    try:
        for words in WRITING_FILES:
            jinlin(*words)
        plain.write_text("x")
    finally:
        os.umask(old)
    control.check(stat.S_IMODE(plain.stat().st_mode) == 0o600)
    for path in jinlin.folder.rglob("*"):
        if path not in (plain, jinlin.db):
            wanted = 0o700 if path.is_dir() else 0o600
            proof.check(stat.S_IMODE(path.stat().st_mode) == wanted, path)


TITLES = (
    "../外面.csv", "../../x.csv", "{out}/x.csv", "CON.csv", "nul.csv", "aux", "a\0b.csv", "x.csv.", "x.csv ", "长" * 100 + ".csv",
    "长" * 60 + ".csv", ".csv", "~.csv", "a/b.csv", "link.csv", "here.csv", "C:\\x.csv", "-x.csv", "\u202ex.csv", "x\n.csv", "dir", "", "dangling.csv",
)  # fmt: skip


Seen = dict[Path, bytes]
LONGEST_NAME = 200
"""So many bytes of UTF-8 a name may have: every file system takes them."""


def lands_right(folder: Path, title: str, told: Outcome, before: Seen, after: Seen) -> bool:
    """Return whether the file is where the user named it or nowhere, and no other was touched.

    A path out of the folder is a place that the user named, too; no name at all is the screen.
    """
    new = after.keys() - before.keys()
    wanted = {Path(os.path.normpath(folder / title))} if title and "\0" not in title else set()
    return (
        all(after.get(path) == content for path, content in before.items())
        and (new == wanted if told.code == 0 else not new)
        and told.code in (0, 2, 5)
        and "jinlin-fault" not in told.err
        and all(0 < len(path.name.encode()) <= LONGEST_NAME for path in new)
    )


def test_output_never_lands_elsewhere(
    jinlin: Jinlin, proving: Proving, dice: random.Random
) -> None:
    proof = proving(17, "-o with hostile names: there or nowhere, never over or through a file")
    control = proving(17, "the same names opened by Python as they are", control=True)
    folder = jinlin.folder / "home" / "work"
    folder.mkdir(parents=True)
    jinlin.db.rename(folder / "jinlin.db")
    at = Jinlin(folder)
    (folder / "here.csv").write_text("mine")
    (folder / "dir").mkdir()
    (folder / "target.csv").write_text("mine")
    (folder / "link.csv").symlink_to(folder / "target.csv")
    (folder / "dangling.csv").symlink_to(jinlin.folder / "elsewhere.csv")
    for trial in share(5000):
        title = TITLES[trial % len(TITLES)] if trial % 2 else hostile(dice) + ".csv"
        title = title.replace("{out}", str(jinlin.folder))
        if os.name == "nt":  # else it is named from the root of the drive
            title = title.lstrip("\\/")
        before = seen(jinlin.folder)
        told = at("building", "list", "-o", title, code=None)
        after = seen(jinlin.folder)
        proof.check(lands_right(folder, title, told, before, after), (title, told))
        take_away(after.keys() - before.keys())
    for title in TITLES:
        before = seen(jinlin.folder)
        try:
            (folder / title).write_text("x")
            told = Outcome(0, "", "")
        except (OSError, ValueError):
            told = Outcome(5, "", "")
        after = seen(jinlin.folder)
        control.check(lands_right(folder, title, told, before, after))
        take_away(after.keys() - before.keys())


def take_away(new: Iterable[Path]) -> None:
    """Take away what a trial left."""
    for path in new:
        path.unlink()


def seen(folder: Path) -> Seen:
    """Return every file below a folder with its content, and every link with what it points to."""
    return {
        path: os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def test_whatever_cannot_be_written_is_not_recorded_either(
    stations: Stations, proving: Proving, tmp_path: Path
) -> None:
    proof = proving(17, "a command whose file cannot be written leaves the record as it was")
    jinlin = stations.stand(tmp_path / "at")
    for station in stations.all:
        if takes_a_file(station.line):
            arrive(jinlin, station)
            told = jinlin(*station.words(jinlin), "-o", "没有/纸.json", code=None)
            left = digest_of(jinlin.db) == station.before
            proof.check(told.code == 0 or left, (station.line, told))


def takes_a_file(line: str) -> bool:
    """Return whether the command of a line can write its result into a file."""
    command: Any = root()
    for word in line.split(" "):
        command = getattr(command, "commands", {}).get(word)
        command = command.load() if isinstance(command, Later) else command
        if isinstance(command, Command):
            return any("--output" in option.opts for option in command.shared_options())
    return False
