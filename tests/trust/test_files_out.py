"""Promises 12 to 15 and 17: what leaves the program runs nothing, steers nothing, stays private."""

from __future__ import annotations

import csv
import io
import os
import random
import stat
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from calls import call_in, said_out
from conftest import Jinlin
from rich.console import Console
from trust.conftest import Proving, share
from trust.stations import Stations

from jinlin.core.columns import Column
from jinlin.documents.html import html_of
from jinlin.documents.page import Field, Heading, Items, Page, Paragraph, Table
from jinlin.output import masking
from jinlin.output.formats import write_csv, write_xlsx
from jinlin.output.listing import Listing
from jinlin.output.show import show

FORMULA = "=+-@\t\r\n＝＋－＠'"
PIECES = (
    "张", "美华", "=1+1", "@SUM(A1)", "+86", "-2", "＝", "＋", "[red]", "[/]", "[link=http://x]", "\x1b[31m",
    "\x1b]0;x\x07", "\x9b2J", "\r", "\n", "\t", "\u202e", "\u2066", "\x00", "\x7f", "<script>", "</p>", "&amp;",
    "'", '"', "onload=x", "javascript:", "<img src=x onerror=y>", "|", ";", "DDE", "{{", "%", "\\", "\ufeff", "😀", "e\u0301",
)  # fmt: skip


def hostile(dice: random.Random) -> str:
    """Return a name as nobody is called."""
    return "".join(dice.choice(PIECES) for _ in range(dice.randint(1, 5)))


def listing(names: list[str]) -> Listing:
    return Listing(
        key="x",
        title=names[0],
        columns=(Column(key="name", heading="姓名"),),
        rows=[(n,) for n in names],
    )


def visible(text: str) -> str:
    return "".join(
        c for c in text if unicodedata.category(c) not in {"Cc", "Cf", "Zs", "Cs"} and c != "\ufffd"
    )


def test_exports_cannot_run_code(tmp_path: Path, proving: Proving, dice: random.Random) -> None:
    sheets = proving(12, "cells of a workbook are text")
    cells = proving(12, "cells of a csv start no formula")
    control = proving(12, "the same names written by openpyxl alone", control=True)
    names = [hostile(dice) for _ in share(10_000)]
    out = io.BytesIO()
    write_xlsx(call_in(tmp_path), listing(names), out)
    book = openpyxl.load_workbook(out)
    found = [cell for row in book.active.iter_rows(min_row=2) for cell in row[:1]]
    told = "".join(visible(str(cell.value or "")) for cell in found)
    for cell in found:
        sheets.check(
            cell.data_type in "sn" and (cell.data_type != "n" or cell.value is None), cell.value
        )
    sheets.check(sum(visible(name) in told for name in names) == len(names), "text kept")
    raw = openpyxl.Workbook()
    for name in names:
        clean = "".join(c for c in name if c >= " ")
        raw.active.append([clean])
    for row in raw.active.iter_rows():
        control.check(row[0].data_type != "f")
    text = io.BytesIO()
    write_csv(call_in(tmp_path), listing(names), text)
    rows = list(csv.reader(io.StringIO(text.getvalue().decode("utf-8-sig"), newline="")))[1:]
    for row, name in zip(rows, names, strict=True):
        guarded = row[0] == f"'{name}"
        cells.check(guarded or (row[0] == name and not name.startswith(tuple(FORMULA))), row)


class Reader(HTMLParser):
    """What a browser would find: text, and anything that could run."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.running: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "iframe", "object", "embed", "img", "svg"}:
            self.running.append(tag)
        self.running += [
            name for name, value in attrs if name.startswith("on") or "javascript:" in (value or "")
        ]


def test_reports_cannot_carry_scripts(proving: Proving, dice: random.Random) -> None:
    proof = proving(13, "payloads in every block of an html page: text equal, nothing runs")
    policy = proving(13, "the page forbids the browser to load anything")
    control = proving(13, "the same without escaping", control=True)
    for _trial in share(10_000, parts=8):
        texts = [hostile(dice) for _ in range(8)]
        blocks = (
            Heading(texts[1]), Paragraph(texts[2]), Field(texts[3], texts[4]), Items((texts[5],)),
            Table(headings=(texts[6],), rows=((texts[7],),)),
        )  # fmt: skip
        page = html_of([Page(title=texts[0], blocks=blocks)])
        read = Reader()
        read.feed(page)
        kept = visible(read.text)
        for text in texts:
            proof.check(visible(text) in kept and not read.running, (text, read.running))
        policy.check("default-src 'none'" in page)
        spoilt = Reader()
        spoilt.feed("".join(f"<p>{text}</p>" for text in texts))
        control.check(not spoilt.running)


def test_the_screen_cannot_be_hijacked(
    jinlin: Jinlin, tmp_path: Path, proving: Proving, dice: random.Random
) -> None:
    proof = proving(14, "names in a table on the screen")
    errors = proving(14, "names in an error message")
    control = proving(14, "the same names printed by Rich as they are", control=True)
    names = [hostile(dice) for _ in share(10_000)]
    call = call_in(tmp_path, limit=0, variables={"COLUMNS": "400"})
    show(call, listing(["x", *names]))
    out = said_out(call)
    kept = visible("".join(out.split()))
    for name in names:
        proof.check(visible("".join(name.split())) in kept, name)
    proof.check(steering(out) == [], steering(out))
    for name in names[: len(share(2000))]:
        told = jinlin("issue", "show", name, code=None)
        errors.check(told.code in (2, 3) and not steering(told.err), (name, told))
    for name in names[:200]:
        try:
            with io.StringIO() as stream:
                Console(file=stream, force_terminal=True).print(name)
                control.check(not steering(stream.getvalue()))
        except Exception as error:  # noqa: BLE001  (MarkupError)
            control.check(kept=False, said=error)


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
    monkeypatch.setattr("jinlin.output.values.masked", lambda text, _what: text)
    monkeypatch.setattr(masking, "masked", lambda text, _what: text)
    out = jinlin("household", "list", "--limit", "all", "--json").out
    control.check("欧阳美华" not in out)


@pytest.mark.skipif(os.name != "posix", reason="0600 has no meaning there")
def test_only_this_user_can_read_what_was_written(
    stations: Stations, jinlin: Jinlin, proving: Proving
) -> None:
    """The stations were walked under umask 000: every command of the tree has left its files."""
    proof = proving(15, "files 0600 and folders 0700 of every command, umask 000")
    control = proving(15, "a file as Python opens it, umask 000", control=True)
    for path in [stations.folder, *stations.folder.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        proof.check(stat.S_IMODE(path.stat().st_mode) == wanted, (path, oct(path.stat().st_mode)))
    old = os.umask(0)
    try:
        for words in (
            ("db", "backup"),
            ("db", "handover", "移交.docx"),
            ("config", "set", "language", "zh"),
        ):
            jinlin(*words)
        (jinlin.folder / "plain.txt").write_text("x")
    finally:
        os.umask(old)
    control.check(stat.S_IMODE((jinlin.folder / "plain.txt").stat().st_mode) == 0o600)
    for path in jinlin.folder.rglob("*"):
        if path.name not in {"plain.txt", "jinlin.db"}:
            wanted = 0o700 if path.is_dir() else 0o600
            proof.check(stat.S_IMODE(path.stat().st_mode) == wanted, path)


TITLES = (
    "../外面.csv", "../../x.csv", "{out}/x.csv", "CON.csv", "nul.csv", "aux", "a\0b.csv", "x.csv.", "x.csv ", "长" * 100 + ".csv",
    "长" * 60 + ".csv", ".csv", "~.csv", "a/b.csv", "link.csv", "here.csv", "C:\\x.csv", "-x.csv", "\u202ex.csv", "x\n.csv", "dir", "",
)  # fmt: skip


def test_output_never_lands_elsewhere(
    jinlin: Jinlin, proving: Proving, dice: random.Random
) -> None:
    proof = proving(17, "-o with hostile names: there or nowhere, never over a file")
    folder = jinlin.folder / "work"
    folder.mkdir()
    jinlin.db.rename(folder / "jinlin.db")
    at = Jinlin(folder)
    (folder / "here.csv").write_text("mine")
    (folder / "dir").mkdir()
    (folder / "target.csv").write_text("mine")
    (folder / "link.csv").symlink_to(folder / "target.csv")
    (folder / "dangling.csv").symlink_to(jinlin.folder / "elsewhere.csv")
    for _trial in share(5000):
        title = dice.choice((*TITLES, "dangling.csv", hostile(dice) + ".csv"))
        title = title.replace("{out}", str(jinlin.folder))
        before = seen(jinlin.folder)
        told = at("building", "list", "-o", title, code=None)
        after = seen(jinlin.folder)
        new = after.keys() - before.keys()
        wanted = os.path.normpath(folder / title) if "\0" not in title else ""
        right = (
            {str(wanted)} >= {str(path) for path in new}
            and all(after[path] == content for path, content in before.items() if path in after)
            and (told.code == 0 or not new)
            and "jinlin-fault" not in told.err
            and all(len(path.name.encode()) <= 255 for path in new)
        )
        proof.check(right and (folder / "target.csv").read_text() == "mine", (title, told, new))
        proof.check(not (jinlin.folder / "elsewhere.csv").exists(), title)
        for path in new:
            path.unlink()
        if not (folder / "dangling.csv").is_symlink():
            (folder / "dangling.csv").unlink(missing_ok=True)
            (folder / "dangling.csv").symlink_to(jinlin.folder / "elsewhere.csv")


def seen(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
