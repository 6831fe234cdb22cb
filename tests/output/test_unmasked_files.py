"""What goes into a file unmasked is asked about as an export is, and the log names the file."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded, taken_back

from jinlin.store.command import command

ROSTER = "楼栋,单元,房号,业主,电话\n3,1,501,欧阳美华,13805915678\n3,1,502,李雷,13805910000\n"


@seeded
def homes(jinlin: Jinlin) -> Jinlin:
    """Two homes; an owner who is a member, of a team, and reported an issue."""
    (jinlin.folder / "房屋.csv").write_text(ROSTER, "utf-8")
    jinlin("household", "import", "房屋.csv", "--yes")
    jinlin("household", "visit", "3-1-501", "--by", "林秀英", "--met", "欧阳美华")
    jinlin("member", "add", "P2", "--party-state", "full")
    jinlin("issue", "add", "漏水", "--category", "设施", "--reporter", "欧阳美华",
           "--reporter-phone", "13805915678")  # fmt: skip
    return jinlin


@pytest.mark.parametrize(
    ("words", "file", "people"),
    [
        ("household list", "册.xlsx", 2),
        ("household show 3-1-501", "册.json", 1),
        ("household visits", "册.csv", 1),
        ("member list", "册.xlsx", 2),
        ("member voters", "册.json", 2),
        ("member find 李雷", "册.md", 1),
        ("issue show 1", "册.json", 1),
        ("issue trace 1", "册.json", None),
        ("issue visits", "册.docx", 1),
        ("issue visits", "册.csv", 1),
    ],
)
def test_it_asks_with_the_number_of_people_and_the_log_names_the_file(
    homes: Jinlin, words: str, file: str, people: int | None
) -> None:
    line = (*words.split(), "--unmask", "-o", file)
    path = homes.folder / file
    before = homes.db.read_bytes()
    if people is not None:
        told = homes(*line, code=2, lang="en").err
        assert f"{file} will hold personal data, unmasked; people: {people}." in told
        assert "--yes" in told
        homes(*line, typed="n\n", code=130)
        assert not path.exists()
        assert homes.db.read_bytes() == before
    homes(*line, "--yes")
    assert path.stat().st_size
    [done] = homes("log", "--limit", "1", "--json", lang="en").data
    noun_and_verb = " ".join(words.split()[:2])
    assert f"to {file}: {noun_and_verb}; people: {people or 0}" in str(done)


def test_a_rehearsal_and_a_taken_name_are_refused_before_anything_is_asked(homes: Jinlin) -> None:
    before = homes.db.read_bytes()
    homes("member", "list", "--unmask", "-o", "册.xlsx", "--dry-run", code=2)
    (homes.folder / "册.xlsx").touch()
    told = homes("member", "list", "--unmask", "-o", "册.xlsx", typed="y\n", code=5, lang="en")
    assert "--force" in told.err
    assert homes.db.read_bytes() == before


def test_a_masked_file_is_written_without_a_question(homes: Jinlin) -> None:
    homes("household", "list", "-o", "册.csv")
    assert "李雷" not in (homes.folder / "册.csv").read_text("utf-8-sig")


def test_an_export_is_taken_away_where_its_line_in_the_log_cannot_be_kept(
    homes: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("household", "export", "-o", "册.xlsx", "--yes")
    with monkeypatch.context() as patch:
        patch.setattr(command, "_commit", taken_back)
        homes(*line, code=4)
    assert not list(homes.folder.glob("*.xlsx"))
    homes(*line)
    assert (homes.folder / "册.xlsx").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("member list --unmask -o 没有/册.xlsx --yes", 5),
        ("issue visits --unmask -o 没有/册.docx --yes", 5),
        ("issue show 99 --unmask", 3),
        ("member list --unmask --fields 没有这列", 2),
        ("household list --unmask --csv --md", 2),
    ],
)
def test_what_was_not_shown_is_not_in_the_log(homes: Jinlin, words: str, code: int) -> None:
    before = homes.db.read_bytes()
    assert homes(*words.split(), code=code).out == ""
    assert homes.db.read_bytes() == before
