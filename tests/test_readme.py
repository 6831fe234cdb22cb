"""README and tour say what is true: they are run, their links are followed, both languages agree."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from platforms import needs_posix_paths

ROOT = Path(__file__).parent.parent
RANDOM = re.compile(
    r"(?<=校验码：)[0-9a-f ]{19}|(?<=data: )[0-9a-f ]{19}"
    r"|(?<=公钥指纹：)[0-9a-f ]{39}|(?<=read out: )[0-9a-f ]{39}"
)
"""The head of the history's chain, salted anew in every database; an office's new key."""


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tour = script("tour")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("page", ["README", pytest.param("tour", marks=needs_posix_paths)])
def test_the_pasted_output_is_what_the_commands_print(
    page: str, language: str, tmp_path: Path
) -> None:
    text = tour.PAGES[page][language].read_text("utf-8")
    now = tour.retold(text, language, tmp_path)
    assert RANDOM.sub("", now) == RANDOM.sub("", text), "python scripts/tour.py pastes it anew"


@pytest.mark.parametrize(("page", "least"), [("README", 5), ("tour", 40)])
def test_both_languages_walk_the_same_way(page: str, least: int) -> None:
    english, chinese = (path.read_text("utf-8") for path in tour.PAGES[page].values())
    assert tour.commands(english) == tour.commands(chinese)
    assert len(tour.commands(english)) >= least
    for pattern in (r"^#+ ", r"^```"):
        count = [len(re.findall(pattern, text, re.MULTILINE)) for text in (english, chinese)]
        assert count[0] == count[1], pattern


def test_a_newcomer_reads_the_readme_at_one_sitting() -> None:
    for path in tour.PAGES["README"].values():
        assert len(path.read_text("utf-8").splitlines()) <= 130


def pages() -> list[Path]:
    """Return what people read of the project."""
    return [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#\s]+)\)", text) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_no_phone_is_printed_in_full() -> None:
    for page in tour.PAGES.values():
        for path in page.values():
            assert not re.search(r"1[3-9]\d ?\d{4} ?\d{4}", path.read_text("utf-8"))
