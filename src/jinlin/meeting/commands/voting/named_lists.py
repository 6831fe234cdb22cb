"""Votes by name from a list: a file with names and votes, or lines on standard input."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.files.reading import piped_text
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.exchange.table.reader import read_table, read_whole
from jinlin.meeting.rules.vote_rules import Answer
from jinlin.meeting.voting.named_vote_form import UNREAD, answer_of, vote_in

WANTED: Final = ("name", "answer")
_STDIN: Final = "-"


def read_names(call: Call, text: str) -> dict[Answer, tuple[str, ...]]:
    """Read who voted how: a file with columns 姓名 and 表决意见, or lines `林秀英 赞成` from `-`.

    Raises:
        FileError: the file, or one of its rows, cannot be read.
        UsageError: a line cannot be read.
    """
    found: dict[Answer, list[str]] = {answer: [] for answer in Answer}
    for name, answer in _typed(call) if text == _STDIN else _listed(call.environment.path(text)):
        found[answer].append(name)
    return {answer: tuple(names) for answer, names in found.items()}


def _listed(path: Path) -> list[tuple[str, Answer]]:
    return read_whole(read_table(path, WANTED), vote_in, refusal=UNREAD)


def _typed(call: Call) -> Iterator[tuple[str, Answer]]:
    asked = call.environment.interactive
    for line in piped_text(call.environment.stdin, to_empty_line=asked):
        if not line.strip():
            continue
        name, _space, said = clean(line.replace(",", " ").replace("，", " ")).rpartition(" ")
        answer = answer_of(said)
        if not name or answer is None:
            raise UsageError(
                _("“{text}” is no name with a vote.").format(text=line.strip()),
                hint=_("Write a line for each: 林秀英 赞成"),
            )
        yield name.strip(), answer
