"""Broken and hostile files: one clear line each, and nothing worse."""

from __future__ import annotations

import io
import os
import random
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from exchange.conftest import SaveText, SaveXlsx, old_excel, saved
from platforms import needs_limits

from jinlin.core.errors import FileError
from jinlin.exchange.file import csvfile, gate, looks, opener, reach, source, workbook
from jinlin.exchange.file.looks import Watcher
from jinlin.exchange.file.source import read_book
from jinlin.exchange.table.reader import read_table

FIELDS = ("building", "room", "floor", "owner")
CSV = "楼栋,房号,楼层,业主\n" + "".join(
    f"3,{f}0{r},{f},张三\n" for f in range(1, 7) for r in range(1, 5)
)


def refused(path: Path) -> FileError:
    """Return the error that reading the whole file ends with."""
    with pytest.raises(FileError) as caught:
        list(read_table(path, FIELDS).rows())
    error = caught.value
    assert error.exit_code == 5
    assert error.message.count("\n") == 0
    assert error.hint
    return error


def survives(path: Path) -> bool:
    """Return whether a file is read; anything but a refusal fails the test."""
    try:
        list(read_table(path, FIELDS).rows())
    except FileError:
        return False
    return True


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    rows = [line.split(",") for line in CSV.splitlines()]
    path = tmp_path_factory.mktemp("good") / "名册.xlsx"
    return saved(path, {"名册": rows, "其他": [["房号"], ["1"]]}).read_bytes()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook with one member changed, and a correct checksum."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)
    return out.getvalue()


def test_a_missing_file_a_folder_and_a_device(tmp_path: Path) -> None:
    assert "There is no file" in refused(tmp_path / "没有.xlsx").message
    assert "folder" in refused(tmp_path).message
    assert "cannot be read" in refused(Path("a\0b.csv")).message
    if os.name == "posix":
        assert "device" in refused(Path("/dev/zero")).message


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(save_text: SaveText) -> None:
    path = save_text(CSV)
    path.chmod(0)
    assert "Excel" in refused(path).hint


def test_a_file_that_excel_holds_open(save_text: SaveText, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    path = save_text(CSV)
    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(FileError) as caught:
        source.read_book(path)
    assert "Excel" in caught.value.hint


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b"\0" * 100, b"  \r\n"])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert "is empty" in refused(path).message


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 100)
    path = tmp_path / "a.csv"
    path.write_bytes(CSV.encode())
    assert "larger" in refused(path).message


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "a picture"),
        (b"\xff\xd8\xff\xe0....", "a picture"),
        (b"Rar!\x1a\x07....", "an archive"),
        (b"SQLite format 3\0....", "a database"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "a web page"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "a web page"),
        (old_excel({}) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (old_excel({}) + "WordDocument".encode("utf-16-le"), "a Word document"),
    ],
)
def test_other_formats_are_called_by_their_name(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "名册.xlsx"
    path.write_bytes(data)
    assert what in refused(path).message


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("word/document.xml", "Word"),
        ("xl/workbook.bin", "xlsb"),
        ("ppt/presentation.xml", "presentation"),
        ("content.xml", "OpenDocument"),
        ("a.txt", "archive"),
    ],
)
def test_other_archives_are_called_by_their_name(tmp_path: Path, member: str, what: str) -> None:
    path = tmp_path / "名册.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    assert what in refused(path).message


def test_what_excel_cannot_open_is_not_sent_to_excel(tmp_path: Path) -> None:
    path = tmp_path / "名册.xlsx"
    for data in (b"\x89PNG\r\n\x1a\n....", b"SQLite format 3\0....", b"%PDF-1.7 ..."):
        path.write_bytes(data)
        assert "Choose the file with the table itself" in refused(path).hint
    path.write_bytes(b"<html><table><tr><td>x</td></tr></table></html>")
    assert "Open it in Excel or WPS" in refused(path).hint
    for member, opens in (("content.xml", True), ("word/document.xml", False)):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(member, "x")
        assert ("Open it in Excel" in refused(path).hint) is opens


def test_a_name_that_is_too_long_is_not_blamed_on_excel(tmp_path: Path) -> None:
    error = refused(tmp_path / ("长" * 200 + ".xlsx"))
    assert "too long" in error.message
    assert "Excel" not in error.hint


@pytest.mark.parametrize(
    "data", [b"\xff\xfe\xfa", b"a,b\n\xff\xff\xff", "房号,楼层\n1,\0\n".encode()]
)
def test_a_csv_that_is_no_text(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    assert "UTF-8 or GB18030" in refused(path).message


@pytest.mark.parametrize("text", ["路灯不亮三天了，没有人管。\n", "a,b,c\n1,2,3\n", "\n\nx\n"])
def test_a_text_without_a_header(save_text: SaveText, text: str) -> None:
    error = refused(save_text(text))
    assert "no header row" in error.message
    assert "Building, Room" in error.hint


def test_bad_quotation_names_the_line(save_text: SaveText) -> None:
    assert "line 3" in refused(save_text('房号,楼层\n501,5\n"502"x,5\n')).message
    assert "not proper csv" in refused(save_text('房号,楼层\n501,5\n"502,5\n503,5\n')).message
    assert "not proper csv" in refused(save_text('房号,楼层\n"' + "长" * 140_000 + '",5\n')).message


def test_too_many_rows_and_columns(
    save_text: SaveText, save_xlsx: SaveXlsx, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in (csvfile, workbook):
        monkeypatch.setattr(room, "MAX_ROWS", 10)
    assert "rows" in refused(save_text(CSV)).message
    assert "rows" in refused(save_xlsx({"a": [["房号"], *[["1"]] * 20]})).message
    wide = [["房号", *["x"] * 250], ["502", *["x"] * 250]]
    assert "columns" in refused(save_text("\n".join(",".join(row) for row in wide))).message
    assert "as far as cell IQ2" in refused(save_xlsx({"a": wide})).message


def test_columns_that_are_only_formatted_do_not_count(save_text: SaveText) -> None:
    assert survives(save_text("房号,楼层" + "," * 500 + "\n502,5" + "," * 500 + "\n"))


def test_a_bomb_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as member:
            for _ in range(120):
                member.write(bytes(2**20))
    begun = time.process_time()
    assert "not packed like a real workbook" in refused(path).message
    assert time.process_time() - begun < 0.1


def test_a_bomb_that_lies_about_its_size_is_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    content = bytes(30 * 2**20)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", content)
    claimed = struct.pack("<II", zlib.crc32(bytes(1000)), 0)[:4]
    lying = path.read_bytes().replace(struct.pack("<I", len(content)), struct.pack("<I", 1000))
    path.write_bytes(lying.replace(struct.pack("<I", zlib.crc32(content)), claimed))
    begun = time.process_time()
    assert "not packed like a real workbook" in refused(path).message
    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize("name", ["../x.xml", "/etc/x", "C:\\x", "xl/../../x", "..\\x"])
def test_strange_paths_in_a_workbook_are_refused(tmp_path: Path, good: bytes, name: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(good)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, "x")
    assert "not packed" in refused(path).message


def test_too_many_members_are_refused(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(good)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(gate.MAX_MEMBERS):
            archive.writestr(f"xl/{number}", "x")
    assert "not packed" in refused(path).message


@pytest.fixture
def unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when a workbook comes as far as the parser, which takes time and memory."""

    def never(*_words: object, **_options: object) -> None:
        pytest.fail("the parser was started")

    monkeypatch.setattr("subprocess.run", never)


def with_cell(data: bytes, row: int, cell: str) -> bytes:
    """Return a workbook with one more row on its first sheet."""
    added = f'<row r="{row}">{cell}</row></sheetData>'.encode()
    return changed(data, "xl/worksheets/sheet1.xml", lambda x: x.replace(b"</sheetData>", added))


@pytest.mark.usefixtures("unparsed")
@pytest.mark.parametrize(
    ("row", "cell", "corner"),
    [
        (800, '<c r="XFD800"><v>1</v></c>', "XFD800"),
        (1200, '<c r="XFD1200" t="inlineStr"><is><t>x</t></is></c>', "XFD1200"),
        (900, "<c  s='1'\n r = 'xfd900' ><v>1</v></c>", "XFD900"),
        (900, '<x:c r="XFD900"><x:v>1</x:v></x:c>', "XFD900"),
        (200_001, '<c r="A200001"><v>1</v></c>', "D200001"),
        (30, '<c r="GS30"><v>1</v></c>', "GS30"),
        (200_000, '<c r="GR200000"><v>1</v></c>', "GR200000"),
        (9, f'<c r="{"A" * 5000}9"><v>1</v></c>', "AAAAAAAAA25"),
        (1_048_576, "<c><v>1</v></c>" * 12, "L1048576"),
        (1_048_576, '<x:c t="n"><x:v>1</x:v></x:c>', "D1048576"),
        (900, '<c r="XFC900"/><c><v>1</v></c>', "XFD900"),
        (900, '<c/></row><row x:r="1" r = "200001"><c><v>1</v></c>', "D200001"),
    ],
)
def test_a_cell_in_a_far_corner_is_named_before_a_parser_sees_it(
    tmp_path: Path, good: bytes, row: int, cell: str, corner: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_cell(good, row, cell))
    error = refused(path)
    assert f"as far as cell {corner}." in error.message
    assert "200000 rows, 200 columns" in error.hint


@pytest.mark.usefixtures("unparsed")
def test_a_cell_with_two_values_is_not_read_as_either(
    tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_cell(good, 9, '<c r="A9"><v>1</v><v>2</v></c>'))
    for size in (*range(30, 45), 2**18):
        monkeypatch.setattr(gate, "_CHUNK", size)
        assert "damaged" in refused(path).message, size


@pytest.mark.parametrize("size", [70, 2**18])
def test_cells_without_a_place_are_counted_across_pieces(
    tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(gate, "_CHUNK", size)
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_cell(good, 199_999, "<c><v>1</v></c></row><row><c><v>1</v></c>" * 2))
    assert "as far as cell D200001." in refused(path).message
    path.write_bytes(with_cell(good, 30, "<c><v>1</v></c>" * 201))
    assert "as far as cell GS30." in refused(path).message
    path.write_bytes(with_cell(good, 30, "<c><v>1</v></c>" * 200))
    assert survives(path)


def test_a_chart_is_not_taken_for_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["房号", "楼层", "数"])
        for row in range(1, 300):
            sheet.write_row(row, 0, [row, 5, row])
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": ["Sheet1", 1, 2, 299, 2], "values_data": [*range(299)]})
        sheet.insert_chart("E2", chart)
    assert survives(path)


def test_a_tag_of_a_cell_that_does_not_end_is_refused(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(with_cell(good, 30, "<c " + " " * 2**19 + 'r="XFD30"><v>1</v></c>'))
    assert "not packed like a real workbook" in refused(path).message


def test_cells_far_away_that_are_only_formatted_do_not_count(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "a.xlsx"
    empty = '<c r="XFC900" s="1"/><c r="XFD900" s="1"></c>'
    path.write_bytes(with_cell(good, 900, empty))
    assert survives(path)


@pytest.mark.usefixtures("unparsed")
@pytest.mark.parametrize(
    ("member", "end", "more", "limit"),
    [
        ("xl/styles.xml", b"</styleSheet>", b"<si><t>a</t></si>", "MAX_CELLS"),
        ("xl/worksheets/sheet1.xml", b"</worksheet>", b'<mergeCell ref="A1:A2"/>', "MAX_ROWS"),
    ],
)
def test_more_strings_and_joined_cells_than_a_table_has_are_refused(
    tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch, member: str, end: bytes,
    more: bytes, limit: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(reach, limit, 200)
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(good, member, lambda x: x.replace(end, more * 201 + end)))
    assert "not packed like a real workbook" in refused(path).message


@needs_limits
def test_an_old_workbook_with_a_far_cell_takes_little_time_and_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(old_excel({(0, 0): "房号", (6500, 2000): 1.0}))
    begun = time.process_time()
    assert "damaged" in refused(path).message
    assert time.process_time() - begun < 1
    assert opener.MEMORY < 350 * 2**20


def test_a_csv_is_read_to_its_end_before_anything_is_begun(
    save_text: SaveText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(csvfile, "MAX_ROWS", 10)
    for text, what in (
        (CSV, "more than 200000 rows"),
        ("房号,楼层\n" + "501,5\n" * 3 + '"502"x,5\n', "not proper csv at line 5"),
        ("房号,楼层\n501,5" + ",x" * 300 + "\n", "Row 2"),
        ("房号,楼层\n501,5\n" + "," * 30_000 + "\n", "Row 3"),
    ):
        with pytest.raises(FileError, match=what):
            read_book(save_text(text))


def test_claims_that_would_kill_the_parser_are_one_clear_error(tmp_path: Path, good: bytes) -> None:
    far = b'</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    sheet = changed(
        good, "xl/worksheets/sheet1.xml", lambda x: x.replace(b"</row></sheetData>", far)
    )
    shared = io.BytesIO()
    with xlsxwriter.Workbook(shared) as book:
        book.add_worksheet().write(0, 0, "房号")
    strings = changed(
        shared.getvalue(),
        "xl/sharedStrings.xml",
        lambda x: x.replace(b'uniqueCount="', b'uniqueCount="99999999999'),
    )
    old = old_excel({(0, 0): "房号", (65535, 65535): 1.0})
    for data, what in ((sheet, "XFD1048576"), (strings, "damaged"), (old, "damaged")):
        path = tmp_path / "a.xlsx"
        path.write_bytes(data)
        assert what in refused(path).message


def test_nothing_of_the_parser_reaches_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(old_excel({(0, 0): "房号", (65535, 65535): 1.0}))
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from jinlin.core.errors import FileError\n"
        "from jinlin.exchange.file.source import read_book\n"
        "try: read_book(Path(sys.argv[1]))\n"
        "except FileError: print('refused')"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("refused\n", "")


def test_a_parser_that_hangs_is_stopped(
    tmp_path: Path, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "SECONDS", 0.001)
    path = tmp_path / "a.xlsx"
    path.write_bytes(good)
    assert "damaged" in refused(path).message


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with something flipped, cut out, doubled or thrown in."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        place = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                del changed[place : place + chance.randrange(1, 50)]
            case 2:
                changed[place:place] = changed[place : place + 30]
            case _:
                changed[place:place] = chance.randbytes(chance.randrange(1, 10))
        if not changed:
            break
    return bytes(changed)


def test_mutated_csv_is_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(3)
    path = tmp_path / "a.csv"
    read = 0
    for number in range(300):
        path.write_bytes(mutated(CSV.encode("gb18030" if number % 2 else "utf-8"), chance))
        read += survives(path)
    assert 0 < read < 300


def test_mutated_workbooks_are_read_or_refused(tmp_path: Path, good: bytes) -> None:
    chance = random.Random(4)
    path = tmp_path / "a.xlsx"
    read = 0
    for _ in range(150):
        path.write_bytes(mutated(good, chance))
        read += survives(path)
    assert read < 150


def test_workbooks_with_mutated_insides_are_read_or_refused(tmp_path: Path, good: bytes) -> None:
    chance = random.Random(5)
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = archive.namelist()
    for _ in range(12):
        path.write_bytes(
            changed(good, chance.choice(members), lambda content: mutated(content, chance))
        )
        survives(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("xl/worksheets/sheet1.xml", b"hidden=" + b'<row r="1" ' * 3_000),
        ("xl/styles.xml", b"<fill>" * 100_000),
        ("xl/styles.xml", b"<fill>a</fill>" * 3 + b"<cellXfs " * 100_000),
        ("xl/styles.xml", b"<fill>a</fill>" * 3 + b"<cellXfs>" + b"<xf " * 100_000),
    ],
)
def test_tags_that_never_end_take_no_longer_than_others(name: str, data: bytes) -> None:
    """With patterns that read on past the next tag each of these took minutes."""
    watcher = Watcher()
    watcher.see(name, data)
    watcher.see("xl/worksheets/sheet1.xml", b'<row r="2" hidden="1">')
    assert watcher.looks_of(1).hidden == {2}


def seen(styles: bytes, sheet: bytes, *, size: int = 2**18) -> looks.Looks:
    """Return what is seen of a workbook that comes in pieces."""
    watcher = Watcher()
    for name, data in (("xl/styles.xml", styles), ("xl/worksheets/sheet1.xml", sheet)):
        for start in range(0, len(data), size):
            watcher.see(name, data[start : start + size])
    return watcher.looks_of(1)


FILLS = b"<fill/>" * 2 + b'<fill><patternFill patternType="solid"/></fill>'
CELL = b'<row r="7"><c r="B7" s="1"><v>1</v></c></row>'


def test_styles_that_are_too_large_give_no_colours() -> None:
    styles = FILLS + b'<cellXfs><xf fillId="0"/><xf fillId="2"/></cellXfs>'
    assert seen(styles, CELL).coloured == {7}
    assert seen(styles.ljust(looks.MAX_STYLES), CELL).coloured == {7}
    assert seen(styles.ljust(looks.MAX_STYLES + 1), CELL).coloured == frozenset()


def test_more_formats_than_excel_can_keep_are_not_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(looks, "_FORMATS", 5)
    formats = FILLS + b"<cellXfs>" + b'<xf fillId="2"/>' * 9
    for number, coloured in ((4, {7}), (5, frozenset())):
        assert seen(formats, CELL.replace(b's="1"', b's="%d"' % number)).coloured == coloured


def test_a_formula_in_two_pieces_is_seen() -> None:
    sheet = b'<row r="3"><c r="A3"><f>B3</f><v></v></c><c r="C3" t="str"><f>D3</f><v></v></c></row>'
    for size in range(30, 100):
        assert seen(b"", sheet, size=size).unsaved == {(3, 1)}


def test_json_of_too_many_values_is_refused_before_it_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"[" + b"{}," * 1_000_000 + b"{}]")
    monkeypatch.setattr("json.loads", lambda *_words: pytest.fail("it was parsed"))
    assert "more than 1200000 values" in refused(path).message
