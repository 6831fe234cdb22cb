"""The READMEs say what is true: their tour is run, their links are followed, both say the same."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
RANDOM = re.compile(r"(?<=校验码：)[0-9a-f ]{19}|(?<=data: )[0-9a-f ]{19}")
"""The head of the history's chain, salted anew in every database."""


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tour = script("tour")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_pasted_output_is_what_the_commands_print(language: str, tmp_path: Path) -> None:
    text = tour.READMES[language].read_text("utf-8")
    now = tour.retold(text, language, tmp_path)
    assert RANDOM.sub("", now) == RANDOM.sub("", text), "python scripts/tour.py pastes it anew"


def test_both_readmes_walk_the_same_way() -> None:
    english, chinese = (path.read_text("utf-8") for path in tour.READMES.values())
    assert tour.commands(english) == tour.commands(chinese)
    assert len(tour.commands(english)) >= 8
    for pattern in (r"^#+ ", r"^```"):
        count = [len(re.findall(pattern, text, re.MULTILINE)) for text in (english, chinese)]
        assert count[0] == count[1], pattern


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md"])
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_no_phone_is_printed_in_full() -> None:
    for path in tour.READMES.values():
        assert not re.search(r"1[3-9]\d ?\d{4} ?\d{4}", path.read_text("utf-8"))
