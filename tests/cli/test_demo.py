"""`jinlin demo`: the example complex, and the main job done on it with real commands."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from harness import Jinlin, Outcome, without_checksums

from jinlin.cli.start import demo, demo_folder, walk
from jinlin.core.config import DATABASE_NAME

ROOT = Path(__file__).parents[2]
PHONE = re.compile(r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Jinlin, Outcome]:
    """The example, built once; tests here only read it."""
    folder = tmp_path_factory.mktemp("近邻 示例")
    outcome = Jinlin(folder)("demo", demo.USUAL_FOLDER)
    return Jinlin(folder / demo.USUAL_FOLDER), outcome


@pytest.fixture
def built(bare: Jinlin, walked: tuple[Jinlin, Outcome]) -> Jinlin:
    """A folder in which the example was built, to do with as one likes."""
    example, _outcome = walked
    shutil.copytree(example.folder, bare.folder / demo.USUAL_FOLDER)
    return bare


def test_it_leaves_a_database_and_the_spreadsheets(walked: tuple[Jinlin, Outcome]) -> None:
    example, _outcome = walked
    assert sorted(path.name for path in example.folder.iterdir()) == sorted(
        {"jinlin.db", demo_folder.MARKER, *walk.FILES}
    )
    assert len(example("household", "list", "--json").data) == 104
    assert len(example("member", "list", "--json").data) == 25
    assert len(example("issue", "list", "--json").data) == 83
    assert [b["building"] for b in example("building", "list", "--json").data] == ["1", "2", "3"]


def test_october_reads_as_intended(walked: tuple[Jinlin, Outcome]) -> None:
    example, _outcome = walked
    report = example("report", "monthly", "2026-10", "--json").data
    issues = report["issues"]
    wanted = {
        "carried_over": 5,
        "received": 23,
        "reopened": 0,
        "closed": 21,
        "closed_solved": 19,
        "closed_unsolved": 2,
        "open": 7,
        "overdue": 2,
        "to_coordinate": 2,
    }
    assert {key: issues[key] for key in wanted} == wanted
    on_time, rate = issues["on_time"], issues["satisfaction"]["rate"]
    assert (on_time["numerator"], on_time["denominator"]) == (18, 20)
    assert (rate["numerator"], rate["denominator"]) == (17, 18)
    assert report["change"]["received"]["difference"] == 4
    partners = report["partners"]
    assert (partners["in_force"], partners["signed"], partners["solved"]) == (28, 1, 7)
    assert (len(report["plans"]), len(report["resolutions"])) == (1, 2)


def test_the_output_names_nobody_by_phone_and_is_no_flood(
    walked: tuple[Jinlin, Outcome],
) -> None:
    _example, outcome = walked
    assert not PHONE.search(without_checksums(outcome.out + outcome.err))
    assert outcome.out.count("\n") < 320


def test_every_command_is_shown_before_its_output(walked: tuple[Jinlin, Outcome]) -> None:
    _example, outcome = walked
    shown = [line for line in outcome.out.splitlines() if line.startswith("$ ")]
    assert shown == [f"$ {demo.typed('jinlin', *c)}" for step in walk.STEPS for c in step.commands]


def test_the_example_stands_on_one_day(walked: tuple[Jinlin, Outcome]) -> None:
    example, _outcome = walked
    number = example("issue", "add", "试", "--category", "其他", "--dry-run", "--json").data[
        "number"
    ]
    assert number == "2026-0044"
    stamps = example.sql("SELECT at FROM entry ORDER BY seq")
    assert stamps == sorted(stamps)
    assert {at for (at,) in stamps} == {"2026-10-31T01:00:00Z", "2026-11-03T01:00:00Z"}


def test_what_to_try_next_is_short_and_can_be_tried_in_its_folder(bare: Jinlin) -> None:
    bare.variables["JINLIN_DB"] = ""
    last = bare("demo").out.splitlines()[-1 - len(walk.NEXT) :]
    assert last[0] == f"  cd {demo.USUAL_FOLDER}"
    example = Jinlin(bare.folder / demo.USUAL_FOLDER)
    for line in last[1:-1]:
        assert "--数据库" not in line
        example(*line.split()[1:])
    assert last[-1] == "  jinlin"


def test_where_another_database_is_set_the_lines_name_that_of_the_example(
    walked: tuple[Jinlin, Outcome],
) -> None:
    _example, outcome = walked
    assert f"jinlin 撤销 --数据库 {DATABASE_NAME}" in outcome.out


def test_a_rerun_replaces_what_it_made_and_keeps_what_it_did_not(built: Jinlin) -> None:
    folder = built.folder / demo.USUAL_FOLDER
    example = Jinlin(folder)
    example("issue", "add", "试", "--category", "其他")
    (folder / "房屋.xlsx").write_text("changed")
    (folder / "我的笔记.txt").write_text("mine")
    outcome = built("demo", "--quiet")
    assert (outcome.out, outcome.err) == (f"{example.db}\n", ""), "quiet prints only where it is"
    assert len(example("issue", "list", "--json").data) == 83
    assert openpyxl.load_workbook(folder / "房屋.xlsx").active is not None
    assert (folder / "我的笔记.txt").read_text() == "mine"


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_folder_it_did_not_make_is_refused(bare: Jinlin, dry: tuple[str, ...]) -> None:
    folder = bare.folder / "我的文件"
    folder.mkdir()
    (folder / "jinlin.db").write_bytes(b"mine")
    assert bare("demo", "我的文件", *dry, "--json", code=5).error["kind"] == "file"
    assert [path.name for path in folder.iterdir()] == ["jinlin.db"]
    (bare.folder / "一个文件").write_text("mine")
    bare("demo", "一个文件", *dry, code=5)
    assert (bare.folder / "一个文件").read_text() == "mine"


def test_a_real_database_put_where_the_example_was_is_refused(built: Jinlin) -> None:
    folder = built.folder / demo.USUAL_FOLDER
    (folder / "jinlin.db").unlink()
    real = Jinlin(folder)
    real("init", "--name", "真小区", "--yes")
    before = real.db.read_bytes()
    built("demo", code=5)
    assert real.db.read_bytes() == before


def test_a_failure_leaves_nothing_behind(bare: Jinlin, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (*walk.STEPS[:1], walk.WalkStep("?", (("issue", "nonsense"),)))
    monkeypatch.setattr(walk, "STEPS", broken)
    outcome = bare("demo", code=2)
    assert "nonsense" in outcome.err
    assert list(bare.folder.iterdir()) == []


def test_stopped_after_a_command_of_it_was_saved_nothing_is_changed(
    bare: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_ = demo._type

    def stop(*words: Any, **more: Any) -> None:
        type_(*words, **more)
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "_type", stop)
    told = bare("demo", "例", "--quiet", code=130, lang="en").err
    assert told.startswith("Stopped; nothing was changed.")


def test_a_rehearsal_builds_nothing(bare: Jinlin) -> None:
    said = bare("demo", "--dry-run", "--json").data
    assert said["dry_run"] is True
    assert list(bare.folder.iterdir()) == []


def test_json_is_one_document(bare: Jinlin) -> None:
    said = bare("demo", "--json").data
    assert Path(said["database"]).is_file()
    assert said["today"] == "2026-11-03"


def test_it_speaks_english_throughout(bare: Jinlin) -> None:
    out = bare("demo", "--lang", "en").out
    assert "【" not in out
    assert "A resident has just called" in out
    assert "Try next" in out


def test_it_walks_without_a_locale_on_a_gbk_console(tmp_path: Path) -> None:
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONUTF8", "LANG", "JINLIN_DB"}}
    folder = tmp_path / "我的 文件"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "jinlin", "demo"],
        cwd=folder,
        env={**kept, "LC_ALL": "C", "PYTHONIOENCODING": "gbk:strict"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode("gbk")) == (0, "")
    assert "梅苑小区" in done.stdout.decode("gbk")
    assert (folder / demo.USUAL_FOLDER / "jinlin.db").is_file()


def test_the_spreadsheets_are_what_their_script_makes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("examples", ROOT / "scripts" / "examples.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    script.make(tmp_path)
    kept = ROOT / "examples"
    assert cells(tmp_path / "房屋.xlsx") == cells(kept / "房屋.xlsx")
    assert cells(tmp_path / "党员.xlsx") == cells(kept / "党员.xlsx")
    assert (tmp_path / "电梯.csv").read_text("utf-8") == (kept / "电梯.csv").read_text("utf-8")


def cells(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(path).active
    return list(sheet.iter_rows(values_only=True))


def test_the_stairwell_file_gives_what_the_register_gives(
    walked: tuple[Jinlin, Outcome],
) -> None:
    example, _outcome = walked
    asked = ("--total", "48万", "--subsidy", "4万", "--round", "100", "--json")
    from_file = example("elevator", "split", "--households", "电梯.csv", *asked).data
    from_register = example("elevator", "split", "--building", "3", "--entrance", "1", *asked).data
    amounts = [
        [(home["room"], home["amount_fen"]) for home in split["households"]]
        for split in (from_file, from_register)
    ]
    assert amounts[0] == amounts[1]


def test_nothing_is_hidden_in_what_the_program_itself_writes(built: Jinlin) -> None:
    example = Jinlin(built.folder / demo.USUAL_FOLDER)
    for purse in ("启动经费", "工作经费"):
        example("branch", "fund", "income", "--purse", purse, "--amount", "5万", "--from",
                "街道党工委", "--for", "拨款", "--by", "书记", "--yes")  # fmt: skip
    today = example("today", "--json").data["day"]
    quarter = f"{today[:4]}-Q{(int(today[5:7]) + 2) // 3}"
    for source, *words in (
        ("事项", "--of", "10"), ("经费", "--of", quarter), ("红管家",),
        ("电梯", "--signer", "业主代表"),
    ):  # fmt: skip
        got = example(
            "notice", "post", "--from", source, *words, "--place", "大堂", "--draft", "--json"
        )
        assert got.data["hidden"] == {}, (source, got.err)
        assert f"将上墙：{got.data['title']}" in got.err
