"""Names of files for `-o`: only such as every computer can keep, and what is wrong with another."""

from __future__ import annotations

import pytest
from harness import Jinlin
from platforms import needs_plain_paths

COMMANDS = (("issue", "list"), ("report", "monthly"), ("issue", "export"), ("member", "template"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("con.md", "cannot be the name"),
        ("nul.docx", "cannot be the name"),
        ("LPT1.xlsx", "cannot be the name"),
        ("Com¹.json", "cannot be the name"),
        ("aux .tar.md", "cannot be the name"),
        ("a.md.", "cannot be the name"),
        pytest.param("a:b.md", "“:”", marks=needs_plain_paths),
        ("a?.md", "“?”"),
        pytest.param("a\\b.md", "“\\”", marks=needs_plain_paths),
        ("a\nb.md", "cannot hold"),
        ("", "No file is named"),
        (" ", "No file is named"),
        ("..", "No file is named"),
        ("长" * 70 + ".md", "too long"),
        (".md", "the file has no name"),
        (".XLSX", "the file has no name"),
        ("清单.pdf", "ending in “.pdf”"),
    ],
)
def test_a_name_that_not_every_computer_can_keep_is_refused(
    jinlin: Jinlin, name: str, said: str
) -> None:
    before = {path.name for path in jinlin.folder.iterdir()}
    for words in COMMANDS:
        refused = jinlin(*words, "-o", name, "--yes", code=2, lang="en")
        assert said in refused.err
        assert refused.err.count("\n") == 1
        assert "、" not in refused.err
        assert refused.out == ""
    assert {path.name for path in jinlin.folder.iterdir()} == before


@pytest.mark.parametrize(
    "name", ["console.md", "com10.md", "长" * 65 + ".md", "我的.清单.md", "我的　清单.md"]
)
def test_other_names_are_written(jinlin: Jinlin, name: str) -> None:
    jinlin("issue", "list", "-o", name)
    assert (jinlin.folder / name).is_file()


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("issue", "list", "-o", "清单"), "清单.xlsx"),
        (("issue", "list", "-o", "10.月清单"), "10.月清单.xlsx"),
        (("report", "monthly", "-o", "10.月报"), "10.月报.docx"),
        (("member", "template", "-o", "空表"), "空表.xlsx"),
    ],
)
def test_a_name_without_an_ending_gets_the_usual_one_and_it_is_said(
    jinlin: Jinlin, words: tuple[str, ...], written: str
) -> None:
    done = jinlin(*words)
    assert str(jinlin.folder / written) in done.out + done.err
    assert (jinlin.folder / written).is_file()
