"""Words that say nothing, or numbers nobody means: each parameter of each verb refuses or bears them.

What is tried comes from the declarations of the verbs, typed at the stations of tests/trust.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import pytest
from harness import Jinlin
from house.sources import script
from trust.stations import Station, Stations, arrive

from jinlin.cli import faults as fault_reports
from jinlin.core.line.option_names import spellings_of
from jinlin.output.command.verb import Later

from .conftest import SHARE

UNSEEN: Final = ("\ufeff", "\u2028", "\u200b", "\ufeff \u3000", "\x01", "\u2060\u200d")
NUMBERS: Final = ("0", "-1", "9" * 30, "字" * 5000)
EACH: Final = 9
"""The normal run tries every ninth parameter."""


def declared(name: str) -> Any:
    """Return the command of a name."""
    from jinlin.cli.nouns import root

    command: Any = root()
    for word in name.split():
        found = command.commands[word]
        command = found.load() if isinstance(found, Later) else found
    return command


def typed(verb: Any, words: list[str], said: int) -> Iterator[tuple[Any, list[str], int]]:
    """Return the lines in which one parameter is given something else, each with its place.

    Args:
        verb: the command.
        words: a line that it takes; its own name is so many words long.
        said: how many.
    """
    own = [p for p in verb.params if not getattr(p, "is_flag", False)]
    arguments = iter([p for p in own if p.param_type_name == "argument"])
    options = {name: p for p in own if p.param_type_name == "option" for name in p.opts}
    given = set()
    for place, word in enumerate(words[said:], said):
        before = words[place - 1]
        if before in options:
            given.add(options[before])
            yield options[before], words, place
        elif not word.startswith("-"):
            param = next(arguments, None)
            if param is not None:
                yield param, words, place
    for param in own:
        if param.param_type_name == "option" and param not in given:
            yield param, [*words, max(param.opts, key=len), ""], len(words) + 1


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What went wrong inside, as it is noticed."""
    found: list[str] = []
    monkeypatch.setattr(
        fault_reports, "_keep_report", lambda error, _words: found.append(repr(error))
    )
    return found


def lines(jinlin: Jinlin, stations: Stations) -> Iterator[tuple[Station, Any, list[str], int]]:
    """Return a line for each parameter of each verb, with the place where it is given."""
    reference, seen = script("reference"), set()
    for station in stations.all:
        name, words = reference._command(station.line), station.words(jinlin)
        for param, line, place in typed(declared(name), words, len(name.split())):
            if (name, param.name) not in seen:
                seen.add((name, param.name))
                yield station, param, line, place


def test_a_word_in_which_nothing_is_seen_is_refused_by_every_parameter(
    stations: Stations, tmp_path: Path, faults: list[str]
) -> None:
    jinlin, unseen, tried = stations.stand(tmp_path / "here"), cycle(UNSEEN), 0
    arrive(jinlin, stations.all[0])
    for _station, param, line, place in lines(jinlin, stations):
        told = jinlin(*line[:place], next(unseen), *line[place + 1 :], code=None)
        assert told.code in {2, 3}, (line, param.name, told)
        assert not faults
        tried += 1
    assert tried > 500
    assert jinlin.db.read_bytes() == stations.all[0].place.read_bytes()


@pytest.mark.parametrize("option", ["--user", "--operation", "--db", "--fields"])
@pytest.mark.parametrize("unseen", [*UNSEEN, " ", "\u3000 "])
def test_so_it_is_by_what_every_verb_takes(
    jinlin: Jinlin, option: str, unseen: str, unchanged: Callable[[], None]
) -> None:
    noun, *rest = ("issue", "list") if option == "--fields" else ("building", "add", "3")
    lines = [
        [noun, *rest, option, unseen],
        [noun, option, unseen, *rest],
        [option, unseen, noun, *rest],
    ]
    for line in lines[: 1 if option == "--fields" else 3]:
        assert f"“{spellings_of(option)[-1]}”是空的" in jinlin(*line, code=2).err
    unchanged()


def test_no_number_reaches_a_table_that_it_does_not_fit(
    stations: Stations, tmp_path: Path, faults: list[str]
) -> None:
    jinlin, numbers, at = stations.stand(tmp_path / "here"), cycle(NUMBERS), None
    for turn, (station, param, line, place) in enumerate(lines(jinlin, stations)):
        word = next(numbers)
        if SHARE < 1 and turn % EACH:
            continue
        if station is not at:
            at = station
            arrive(jinlin, station)
        told = jinlin(*line[:place], word, *line[place + 1 :], "--dry-run", code=None)
        assert not faults, (line, param.name, told, faults)


@pytest.mark.parametrize(
    "line",
    [
        "elevator quote add 甲公司 0",
        "elevator cost add 电力增容 0 --source 报价单",
        f"meeting action M1 印单 --resolution {'9' * 30}",
        f"meeting unsay M1 {'9' * 30}",
        f"undo --to {'9' * 30}",
    ],
)
def test_numbers_that_were_found_to_fit_no_table(
    stations: Stations, tmp_path: Path, faults: list[str], line: str
) -> None:
    jinlin = stations.stand(tmp_path / "here")
    arrive(jinlin, next(s for s in stations.all if s.line.startswith("elevator cost add")))
    assert jinlin(*line.split(), "--dry-run", code=None).code in {2, 3}
    assert not faults


def test_a_notice_has_a_text_and_a_signer(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    post = ("notice", "post", "停水", "--type", "通知", "--for", "全体居民", "--place", "大厅")
    for words in (("--正文", ""), ("--正文", "\\n"), ("--text", "明天", "--落款", "")):
        assert f"“{words[-2]}”是空的" in jinlin(*post, *words, code=2).err
