"""The list two secretaries sign, and the backup that belongs to it."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from harness import Jinlin, seeded, without_checksums
from report.records import at, recording
from store.meddling import meddle

from jinlin.core.files.disk import give_new_name
from jinlin.output.delivery import files


@seeded
def busy(jinlin: Jinlin) -> Jinlin:
    """A complex with an open issue, money, a post, a room, a plan and a resolution to carry out."""
    jinlin("building", "add", "3", "--floors", "7")
    lines = ["日期,事项,类别,办理时限"]
    for n in range(14):
        due = "2026-11-01" if n < 2 else "2026-12-01"
        lines.append(f"2026-10-20,路灯不亮{n},设施,{due}")
    (jinlin.folder / "旧.csv").write_text("\n".join(lines) + "\n", "utf-8")
    jinlin("issue", "import", "旧.csv", "--yes")
    jinlin("branch", "fund", "income", "--amount", "500", "--purse", "党费", "--from", "社区党委", "--for", "拨付",
           "--by", "林秀英", "--yes")  # fmt: skip
    jinlin("branch", "room", "add", "党员活动室", "--place", "3号楼架空层")
    jinlin("meeting", "add", "支委会", "--type", "支委会", "--date", "2026-11-04", code=None)
    return jinlin


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def commands_in(told: str) -> list[list[str]]:
    """Return the commands that a text advises to type, without the first word."""
    return [
        shlex.split(found)[1:]
        for found in re.findall(
            r"jinlin (?:数据库|db) (?:检查|恢复|check|restore)(?: \"[^\"]+\"| [!-~㐀-鿿]+)+", told
        )
    ]


def test_the_list_and_a_checked_backup_are_written_together(busy: Jinlin) -> None:
    told = busy("db", "handover", "移交.docx", "--json")
    assert Path(told.data["backup"]) == busy.folder / "移交.db"
    said = text_of(busy.folder / "移交.docx")
    digest = hashlib.sha256((busy.folder / "移交.db").read_bytes()).hexdigest()
    assert digest[:32] in said
    for word in (
        "工作移交清单",
        "未办结14件，其中超期2件",
        "办理时限",
        "500.00",
        "书记\n林秀英",
        "移交人",
        "监交人",
        "接收人",
        "党员活动室",
        "支部印章",
    ):
        assert word in said, word
    assert busy("log", "--head", "--quiet").out.strip() in said
    [advised] = commands_in(told.err)
    assert advised == ["数据库", "检查", "--数据库", "移交.db"]
    busy(*advised)
    busy("db", "restore", "移交.db", "--yes")


def test_without_a_file_it_is_shown_and_nothing_is_written(busy: Jinlin) -> None:
    before = sorted(path.name for path in busy.folder.iterdir())
    assert all(f"2026-{n:04d}" in busy("db", "handover").out for n in (1, 14))
    assert "移交人" in busy("db", "handover", "移交.docx", "--dry-run").out
    data: Any = busy("db", "handover", "--json").data
    assert data["overdue"] == 2
    assert len(data["open_issues"]) == 14
    assert sorted(path.name for path in busy.folder.iterdir()) == before


def test_an_empty_complex_has_a_list_too(jinlin: Jinlin) -> None:
    said = jinlin("db", "handover", lang="en").out
    assert "There are none." in said
    assert "No purse has income or spending." in said


def test_a_purse_whose_entries_cancel_is_no_row_of_zeros(jinlin: Jinlin) -> None:
    jinlin("经费", "收入", "300", "自筹款", "--来自", "业主", "--用途", "修灯")
    assert "自筹款" in jinlin("db", "handover").out
    jinlin("经费", "冲销", "F1", "记错")
    assert "自筹款" not in jinlin("db", "handover").out


def test_what_is_still_to_be_done_is_on_the_list_whatever_its_day(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        meeting = records.meeting(
            at("10-09"),
            resolutions=[
                ("再访两户", "林秀英", "2026-10-20"), ("修好门禁", None, None),
                ("已经做完", None, "2026-11-20"),
            ],
        )  # fmt: skip
        records.tx.insert(
            "action_item", number=1, meeting_id=meeting, text="联系电梯公司", due_on="2026-11-10"
        )
        records.tx.write(
            "UPDATE resolution SET status = 'done', ended_on = ? WHERE number = 3", ("2026-11-01",)
        )
    said = jinlin("db", "handover").out
    assert said.index("再访两户") < said.index("联系电梯公司") < said.index("修好门禁")
    assert "已经做完" not in said
    assert jinlin("db", "handover", "--json").data["resolutions"] == ["M1-1", "A1", "M1-2"]


def test_the_list_tells_no_secret_and_names_no_resident(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.person("张美华")
        records.issue(at("10-05"), title="张美华家302室漏水")
        records.issue(at("10-06"), title="邻居吵架", private=1)
        records.issue(at("10-07"), title="孩子身上有伤", category="harm", private=1)
    said = without_checksums(jinlin("db", "handover").out)
    for word in ("张美华", "302室", "吵架", "孩子", "2026-0003"):
        assert word not in said, word
    assert "2026-0002" in said
    assert "未办结3件" in said
    assert "另有1件保密事项" in said


@pytest.mark.parametrize("name", ["移交.pdf", "移交"])
def test_what_cannot_be_written_leaves_nothing(busy: Jinlin, name: str) -> None:
    before = sorted(path.name for path in busy.folder.iterdir())
    assert busy("db", "handover", name, code=None).code in (2, 5)
    assert sorted(path.name for path in busy.folder.iterdir()) == before


def test_nothing_is_written_over(busy: Jinlin) -> None:
    (busy.folder / "移交.db").write_text("mine")
    busy("db", "handover", "移交.docx", code=4)
    assert not (busy.folder / "移交.docx").exists()
    assert (busy.folder / "移交.db").read_text() == "mine"


@pytest.fixture
def altered(busy: Jinlin) -> Jinlin:
    """In which a row was changed without a command."""
    meddle(busy, "UPDATE issue SET title = '别的' WHERE number = 3")
    return busy


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_altered_data_is_not_handed_over_without_a_word(
    altered: Jinlin, more: tuple[str, ...]
) -> None:
    before = sorted(path.name for path in altered.folder.iterdir())
    told = altered("db", "handover", "移交.docx", *more, code=4, lang="en").err
    assert "rows against the history: changed without a command" in told
    assert "--force" in told
    assert sorted(path.name for path in altered.folder.iterdir()) == before


def test_altered_data_handed_over_all_the_same_says_so_on_paper(altered: Jinlin) -> None:
    assert "没有通过检查" in altered("db", "handover").out
    told = altered("db", "handover", "移交.docx", "--force", code=4)
    assert "核对过" not in told.out
    assert "没有通过检查" in told.err
    assert "没有通过检查" in text_of(altered.folder / "移交.docx")


def test_a_backup_that_could_not_be_restored_is_not_handed_over(busy: Jinlin) -> None:
    meddle(busy, "CREATE INDEX mine ON issue (title)")
    assert "mine" in busy("db", "handover", "移交.docx", code=4).err
    assert not (busy.folder / "移交.db").exists()


def test_a_copy_that_could_not_be_restored_is_handed_over_with_these_words(busy: Jinlin) -> None:
    meddle(busy, "CREATE INDEX mine ON issue (title)")
    told = busy("db", "handover", "移交.docx", "--force", code=4)
    assert "核对过" not in told.out
    assert "mine" in told.err
    assert "数据库 检查 --数据库" not in told.err
    assert "核对过" not in text_of(busy.folder / "移交.docx")
    busy("db", "restore", "移交.db", "--yes", code=4)


def test_where_the_list_cannot_be_made_the_backup_goes_and_the_command_can_be_typed_again(
    busy: Jinlin,
) -> None:
    before = sorted(path.name for path in busy.folder.iterdir())
    template = busy.folder / "模板" / "移交清单.docx"
    template.parent.mkdir()
    template.write_text("no Word file")
    busy("db", "handover", "移交.docx", code=5)
    template.unlink()
    template.parent.rmdir()
    assert sorted(path.name for path in busy.folder.iterdir()) == before
    busy("db", "handover", "移交.docx")


@pytest.mark.usefixtures("quick_age")
@pytest.mark.parametrize(
    ("folder", "encrypt"),
    [("交 接", ("--encrypt",)), ("交接(1)&$HOME'", ())],
)
def test_the_advice_can_be_typed_and_the_list_names_its_backup(
    busy: Jinlin, folder: str, encrypt: tuple[str, ...]
) -> None:
    busy.variables["JINLIN_PASSPHRASE"] = "四个 不相干 的 词"
    (busy.folder / folder).mkdir()
    told = busy("db", "handover", f"{folder}/移交.html", *encrypt, lang="en").err
    backup = "移交.db.age" if encrypt else "移交.db"
    assert (busy.folder / folder / backup).exists()
    assert f"{backup}<" in (busy.folder / folder / "移交.html").read_text("utf-8")
    advised = commands_in(told.replace(",", " ").replace(";", " "))
    assert len(advised) == (2 if encrypt else 1)
    for words in advised:
        busy(*words)
    assert advised[-1][:2] == ["db", "check"]


def test_one_list_has_one_name(busy: Jinlin) -> None:
    assert "a.docx" in busy("db", "handover", "a.docx", "-o", "b.docx", code=2).err
    assert not list(busy.folder.glob("?.docx"))


def test_a_rehearsal_says_what_would_be_written(busy: Jinlin) -> None:
    told = busy("db", "handover", "移交.docx", "--dry-run", lang="en").err
    assert "移交.docx" in told
    assert "移交.db" in told
    assert "rehearsal" in told
    assert "With a file name" not in told
    busy("db", "handover", "没有/移交.docx", "--dry-run", code=5)


def test_no_folder_is_made(busy: Jinlin) -> None:
    busy("db", "handover", "没有/移交.docx", code=5)
    assert not (busy.folder / "没有").exists()


def test_ctrl_c_once_the_list_has_its_name_leaves_neither(
    busy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    named: list[Path] = []

    def stop(draft: Path, path: Path) -> None:
        named.append(path)
        give_new_name(draft, path)
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "give_new_name", stop)
    before = sorted(path.name for path in busy.folder.iterdir())
    busy("db", "handover", "移交.docx", code=130)
    assert [path.name for path in named] == ["移交.docx"]
    assert sorted(path.name for path in busy.folder.iterdir()) == before
