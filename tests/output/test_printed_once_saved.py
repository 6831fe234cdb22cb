"""What a command says of what it saves is said once it is saved."""

from __future__ import annotations

from typing import Any

import pytest
from elevator.adopted import ACCOUNT
from elevator.projects import adopted
from harness import Jinlin, seeded, taken_back

from jinlin.core.files import disk
from jinlin.report.commands import edition
from jinlin.report.edition.filed_reports import file_report
from jinlin.store.command import command

SHOWING = [
    "branch fund disclose --from 2026-11-01 --place 公示栏",
    "issue escalate 1 --to 街道 --request 更换线路 --department 供电",
    "meeting agenda --build",
    "elevator running X1 2026-10 --power 320",
    "report monthly 2026-10 --final",
    "elevator split --total 48万 --save 第三版",
    "elevator instalments X1 30%@签约 70%@验收",
    "elevator fund X1 --by-area 8万 --record",
    "elevator settle X1 --final 46.5万 --reason 决算",
    "elevator join 3-1-709 --reason 后加入",
]
"""Commands that make a page of what they record."""


@seeded
def busy(jinlin: Jinlin) -> Jinlin:
    """A complex in which each of them has something to do."""
    grant = ("--purse", "启动经费", "--amount", "120", "--from", "街道党工委", "--for", "启动")
    jinlin("branch", "fund", "income", *grant)
    adopted(jinlin)
    jinlin("elevator", "account", "X1", *ACCOUNT)
    jinlin("household", "add", "3-1-709", "--area", "88")
    for step in ("方案", "征求意见", "公示", "签约", "施工"):
        jinlin("elevator", "stage", step, "--override", "材料另存", "--yes")
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    return jinlin


@pytest.mark.parametrize("form", [[], ["--json"], ["-o", "纸.json"]])
@pytest.mark.parametrize("line", SHOWING)
def test_what_could_not_be_saved_is_not_shown(
    busy: Jinlin, monkeypatch: pytest.MonkeyPatch, line: str, form: list[str]
) -> None:
    words = [*line.split(), *form, "--yes"]
    with monkeypatch.context() as patch:
        patch.setattr(command, "_commit", taken_back)
        told = busy(*words, code=4)
    assert told.out == ""
    assert "纸.json" not in told.err
    assert not (busy.folder / "纸.json").exists()
    told = busy(*words)
    assert (busy.folder / "纸.json").exists() if form[:1] == ["-o"] else told.out != ""


@pytest.mark.parametrize("line", SHOWING)
def test_what_cannot_be_shown_is_not_saved(busy: Jinlin, line: str) -> None:
    (busy.folder / "在.json").write_text("hers")
    (busy.folder / "夹.json").mkdir()
    before = busy.db.read_bytes()
    for file, code in (("没有/纸.json", 5), ("在.json", 5), ("夹.json", 5), ("纸.xyz", 2)):
        busy(*line.split(), "-o", file, "--yes", code=code)
        assert busy.db.read_bytes() == before, file
    for two in (("--md", "--json"), ("--md", "--csv")):
        if busy(*line.split(), *two, "--yes", code=None).code:
            assert busy.db.read_bytes() == before, two
        else:
            busy.db.write_bytes(before)
    assert (busy.folder / "在.json").read_text() == "hers"


def test_a_file_that_another_program_made_meanwhile_stays(
    busy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = busy.folder / "月报.docx"

    def meanwhile(*words: Any, **options: Any) -> Any:
        theirs.write_text("theirs")
        return file_report(*words, **options)

    monkeypatch.setattr(edition, "file_report", meanwhile)
    busy("report", "monthly", "2026-10", "--final", "-o", theirs, "--yes", code=5)
    assert theirs.read_text() == "theirs"


def test_ctrl_c_once_the_file_has_its_name_takes_it_away_again(
    busy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_folder: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(disk, "sync_folder", stop)
    busy("report", "monthly", "2026-10", "--final", "-o", "月报.docx", "--yes", code=130)
    assert not (busy.folder / "月报.docx").exists()
    assert busy.sql("SELECT count(*) FROM filed_report") == [(0,)]


def test_a_file_is_opened_once_its_record_is_saved(
    busy: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed: list[int] = []

    def launch(path: str) -> int:
        assert path.endswith("月报.docx")
        filed.extend(n for (n,) in busy.sql("SELECT count(*) FROM filed_report"))
        return 0

    monkeypatch.setattr("typer.launch", launch)
    busy("report", "monthly", "2026-10", "--final", "-o", "月报.docx", "--open", "--yes")
    assert filed == [1]
