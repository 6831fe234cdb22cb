"""What a shell offers on TAB, asked the way each shell asks."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from calls import call_in, said_err, said_out
from harness import Jinlin, seeded
from processes import run_python, surroundings

from jinlin.cli.shell_completion import complete


@seeded
def known(jinlin: Jinlin) -> Jinlin:
    """A complex with things that can be completed."""
    jinlin("building", "add", "3", "--floors", "7")
    jinlin("building", "add", "12", "--floors", "7")
    jinlin("household", "add", "3-1-502", "--floor", "5")
    jinlin("member", "add", "张美华")
    jinlin("branch", "room", "add", "会议室")
    jinlin("elevator", "add", "3-1", "--kind", "加装", "--responsible", "王建国")
    jinlin("issue", "add", "路灯不亮", "--category", "设施")
    jinlin("issue", "add", "水管漏水", "--category", "设施")
    jinlin("issue", "close", "1", "--result", "修好了")
    return jinlin


def for_bash(*words: str) -> dict[str, str]:
    """Return the variables in which bash asks about the last word."""
    return {
        "COMP_WORDS": "\n".join(["jinlin", *words]),
        "COMP_CWORD": str(len(words)),
        "_JINLIN_COMPLETE": "complete_bash",
    }


def bash(jinlin: Jinlin, *words: str) -> list[str]:
    """Return what bash would offer for the last word."""
    call = call_in(jinlin.folder, variables={"JINLIN_DB": str(jinlin.db)})
    with pytest.MonkeyPatch.context() as asking:
        for name, value in for_bash(*words).items():
            asking.setenv(name, value)
        complete(call.environment)
    assert said_err(call) == ""
    return said_out(call).split()


def typer_asks(shell: str, line: str, **variables: str) -> dict[str, str]:
    """Return the variables in which one of the other shells asks about a line."""
    return {"_TYPER_COMPLETE_ARGS": line, "_JINLIN_COMPLETE": f"complete_{shell}", **variables}


_ANSWERS = """
import io, json, os, sys
from jinlin.cli.main import main
screen, answers = sys.stdout, []
for asked in json.loads(sys.argv[1]):
    sys.stdout = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    os.environ.update(asked)
    try:
        main()
    except SystemExit as leaving:
        answers.append((leaving.code, sys.stdout.buffer.getvalue().decode()))
    for name in asked:
        del os.environ[name]
screen.write(json.dumps(answers))
"""


def fresh(jinlin: Jinlin, *asked: Mapping[str, str], language: str = "zh") -> list[tuple[int, str]]:
    """Return the exit codes and answers of a process that speaks a language from its start."""
    done = run_python(
        "-c", _ANSWERS, json.dumps(asked), folder=jinlin.folder, variables={"JINLIN_LANG": language}
    )
    assert done.stderr == b""
    return [(code, text) for code, text in json.loads(done.stdout)]


def test_a_shell_that_asks_oddly_is_offered_nothing(bare: Jinlin) -> None:
    odd = {"_JINLIN_COMPLETE": "complete_bash"}
    words = {"COMP_WORDS": "jinlin '", "COMP_CWORD": "many"}
    assert fresh(bare, odd, {**odd, **words}) == [(1, ""), (1, "")]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("iss",), {"issue"}),
        (("事",), {"事项"}),
        (("sx",), {"事项"}),
        (("SX",), {"事项"}),
        (("事项", "lb"), {"列表", "类别"}),
        (("issue", "bj"), {"办结", "编辑"}),
        (("事项", "办"), {"办结"}),
        (("issue", "clo"), {"close"}),
        (("member", "po"), {"post"}),
        (("issue", "show", "2026-"), {"2026-0001", "2026-0002"}),
        (("issue", "close", "2026-"), {"2026-0002"}),
        (("issue", "note", "2"), {"2026-0002"}),
        (("issue", "list", "--building", ""), {"3", "12"}),
        (("building", "show", "1"), {"12"}),
        (("building", "add", "1"), set()),
        (("household", "show", "3-"), {"3-1-502"}),
        (("issue", "assign", "2", "张"), {"P2"}),
        (("issue", "assign", "2", "zmh"), {"P2"}),
        (("issue", "assign", "2", "张美华"), {"张美华"}),
        (("issue", "list", "--steward=林"), {"林秀英"}),
        (("issue", "add", "灯", "--category", "消防"), {"消防通道与设施"}),
        (("issue", "list", "--status", "已办"), None),
        (("branch", "fund", "list", "--purse", "党"), {"党费"}),
        (("issue", "list", "--overd"), {"--overdue"}),
        (("issue", "add", "灯", "--urgency", "特"), {"特急"}),
        (("issue", "merge", "2", "--into", "2026-"), {"2026-0001", "2026-0002"}),
        (("issue", "list", "--channel", "12"), {"12345热线"}),
        (("branch", "room", "show", "会"), {"会议室"}),
        (("branch", "group", "add", "新党小组", "--leader", "林"), {"林秀英"}),
        (("branch", "group", "add", "新党小组", "--building", "1"), {"12"}),
        (("member", "post", "list", "--body", "业委"), {"业委会"}),
        (("elevator", "status", "x"), {"X1"}),
        (("没有", "x"), set()),
        (("issue", "没有", "x"), set()),
        (("issue", "show", "'"), None),
        (("issue", "show", "*"), set()),
    ],
)  # fmt: skip
def test_bash_is_offered_commands_and_what_the_database_knows(
    known: Jinlin, words: tuple[str, ...], offered: set[str] | None
) -> None:
    before = known.db.read_bytes()
    got = bash(known, *words)
    assert set(got) == offered if offered is not None else got
    assert known.db.read_bytes() == before


def test_after_a_chinese_noun_chinese_verbs_come_first(known: Jinlin) -> None:
    offered = bash(known, "数据库", "")
    assert {"备份", "恢复", "backup"} <= set(offered)
    assert offered.index("备份") < offered.index("backup")
    assert "备份" not in bash(known, "db", "")


def test_zsh_fish_and_powershell_get_chinese_texts(known: Jinlin) -> None:
    zsh, issues, files, powershell = fresh(
        known,
        typer_asks("zsh", "jinlin db ch"),
        typer_asks("fish", "jinlin issue note 2026", _TYPER_COMPLETE_FISH_ACTION="get-args"),
        typer_asks("fish", "jinlin db backup ", _TYPER_COMPLETE_FISH_ACTION="is-args"),
        typer_asks("powershell", "jinlin db ch", _TYPER_COMPLETE_WORD_TO_COMPLETE="ch"),
    )
    assert '"check":"检查数据是否完好。"' in zsh[1]
    assert "2026-0002\t水管漏水" in issues[1]
    assert files[0] == 1
    assert powershell[1].startswith("check:::检查")
    [english] = fresh(known, typer_asks("zsh", "jinlin db ch"), language="en")
    assert "Check whether all is well." in english[1]


def test_nobody_who_acts_in_no_post_is_named_beside_what_is_offered(known: Jinlin) -> None:
    known("issue", "add", "张美华家漏水，林秀英去看", "--category", "设施")
    [(_code, people), (_again, issues)] = fresh(
        known,
        typer_asks("zsh", "jinlin issue assign 2 张"),
        typer_asks("zsh", "jinlin issue note 2026"),
    )
    assert '"P2":"张**"' in people
    assert "张**家漏水，林秀英去看" in issues
    assert "张美华" not in people + issues


HOSTILE = (r"\" ; touch 坏 ; \"", "$(touch 坏)", "`touch 坏`", "'; touch 坏; '", r"a\\b", "[红]")


def test_what_residents_said_is_never_run_by_a_shell(known: Jinlin) -> None:
    for title in HOSTILE:
        known("issue", "add", title, "--category", "设施")
        known("branch", "group", "add", title, code=None)
    [(_code, said)] = fresh(known, typer_asks("zsh", "jinlin issue note 2026"))
    assert said.count("2026-00") == 7
    texts = said.removeprefix("_arguments '*: :((").rstrip().removesuffix("))'")
    assert not set("\\$`'") & set(texts)
    assert texts.count('"') == 4 * 7
    for word in bash(known, "branch", "group", "show", ""):
        assert not set("\\$`'\"; ") & set(word)


def test_another_database_is_asked_where_the_line_names_it(known: Jinlin) -> None:
    known("init", "--name", "桂园", "--db", "桂园.db")
    known("building", "add", "77", "--db", "桂园.db")
    assert bash(known, "--db", "桂园.db", "building", "show", "") == ["77"]


def test_without_a_database_nothing_is_made_and_nothing_fails(bare: Jinlin) -> None:
    assert bash(bare, "issue", "show", "2") == []
    assert bash(bare, "issue", "sho") == ["show"]
    assert list(bare.folder.iterdir()) == []


def test_a_damaged_or_older_database_offers_nothing(known: Jinlin) -> None:
    known.db.write_bytes(known.db.read_bytes()[:5000])
    before = known.db.read_bytes()
    assert bash(known, "issue", "show", "2") == []
    assert known.db.read_bytes() == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_each_shell_gets_its_script(jinlin: Jinlin, shell: str) -> None:
    script = jinlin("config", "completion", "--shell", shell).out
    assert "_JINLIN_COMPLETE" in script
    assert "jinlin" in script


def test_an_unknown_shell_is_refused(jinlin: Jinlin) -> None:
    jinlin("config", "completion", "--shell", "cmd", code=2)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_a_real_bash_completes(known: Jinlin, tmp_path: Path) -> None:
    program = tmp_path / "bin" / "jinlin"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m jinlin "$@"\n')
    program.chmod(0o755)
    script = known("config", "completion", "--shell", "bash").out
    asked = (
        f"{script}\nCOMP_WORDS=(jinlin issue assign 2 张); COMP_CWORD=4\n"
        "_jinlin_completion jinlin\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    variables = surroundings(known.folder)
    variables["PATH"] = f"{program.parent}{os.pathsep}{variables['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", asked],
        cwd=known.folder,
        env=variables,
        capture_output=True,
        check=False,
    )
    assert done.stdout.decode().split() == ["P2"], done.stderr


def test_where_no_shell_started_it_the_user_s_own_is_taken(
    known: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shellingham

    def started_by_none() -> tuple[str, str]:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr(shellingham, "detect_shell", started_by_none)
    assert "看不出用的是哪种命令行" in known("config", "completion", code=2).err
    known.variables["SHELL"] = "/usr/bin/zsh"
    assert known("config", "completion", "--json").data["shell"] == "zsh"
