"""Votes by name from a list: a file with names and votes, or lines on standard input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.files.reading import piped_text
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact
from jinlin.exchange.table.reader import read_table, read_whole
from jinlin.exchange.table.rows import Row
from jinlin.exchange.table.value_words import value_meaning
from jinlin.meeting.rules.vote_rules import Answer

WANTED: Final = ("name", "answer")
UNREAD: Final = N_("{count} rows of {path} cannot be read; nothing was recorded.")
_STDIN: Final = "-"
_MEANT: Final = {"agree": Answer.FOR, "disagree": Answer.AGAINST, "abstain": Answer.ABSTAIN}


def read_names(call: Call, text: str) -> dict[Answer, tuple[str, ...]]:
    """Read who voted how: a file with columns 姓名 and 表决意见, or lines `林秀英 赞成` from `-`.

    Raises:
        FileError: the file, or one of its rows, cannot be read.
        UsageError: a line cannot be read.
    """
    found: dict[Answer, list[str]] = {answer: [] for answer in Answer}
    for name, answer in _typed(call) if text == _STDIN else _listed(Path(text)):
        found[answer].append(name)
    return {answer: tuple(names) for answer, names in found.items()}


def _listed(path: Path) -> list[tuple[str, Answer]]:
    return read_whole(read_table(path, WANTED), _vote, refusal=UNREAD)


def _vote(row: Row) -> tuple[str, Answer]:
    name, said = row.name("name"), row.required("answer")
    answer = _answer(said)
    if not name:
        raise row.error("name", _("nothing is filled in"))
    if answer is None:
        raise row.error("answer", _("“{text}” is no vote").format(text=said))
    return name, answer


def _typed(call: Call) -> Iterator[tuple[str, Answer]]:
    asked = call.environment.interactive
    for line in piped_text(call.environment.stdin, to_empty_line=asked):
        if not line.strip():
            continue
        name, _space, said = clean(line.replace(",", " ").replace("，", " ")).rpartition(" ")
        answer = _answer(said)
        if not name or answer is None:
            raise UsageError(
                _("“{text}” is no name with a vote.").format(text=line.strip()),
                hint=_("Write a line for each: 林秀英 赞成"),
            )
        yield name.strip(), answer


def _answer(text: str) -> Answer | None:
    said = compact(text)
    if said in set(Answer):
        return Answer(said)
    return _MEANT.get(value_meaning("answer", text) or "")
