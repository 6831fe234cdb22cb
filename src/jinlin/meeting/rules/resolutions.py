"""What is true of resolutions and action items: statuses, numbers, how much is done."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import compact
from jinlin.core.word import Word

_ACTION = re.compile(r"a(\d{1,9})")
_RESOLUTION = re.compile(r"m?(\d{1,9})-(\d{1,9})")
_ITEM = re.compile(r"m?(\d{1,9})/(\d{1,9})")
_PERCENT = re.compile(r"(\d{1,3})%?")
WHOLE: Final = 100


class ResolutionNumber(NamedTuple):
    """The number of a resolution: that of its meeting, and its own there."""

    meeting: int
    own: int


class ResolutionStatus(Word, refusal=N_("“{text}” is no state of a resolution."), whole=True):
    """What has become of a resolution."""

    OPEN = "open", N_("being carried out")
    DONE = "done", N_("carried out")
    REVOKED = "revoked", N_("revoked")


def action_label(number: int) -> str:
    """Return how we write the number of an action item: `A5`."""
    return f"A{number}"


def is_action(text: str) -> bool:
    """Return whether a text is the number of an action item: `A5`."""
    return _ACTION.fullmatch(compact(text)) is not None


def parse_action(text: str) -> int:
    """Read the number of an action item: `A5`, `a5`.

    Raises:
        UsageError: it is none.
    """
    match = _ACTION.fullmatch(compact(text))
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of an action item.").format(text=text),
            hint=_("Write it like A5; see: jinlin meeting actions"),
        )
    return int(match[1])


def is_resolution(text: str) -> bool:
    """Return whether a text is the number of a resolution: `M12-1`."""
    return _RESOLUTION.fullmatch(compact(text)) is not None


def parse_resolution(text: str) -> ResolutionNumber:
    """Read the number of a resolution: `M12-1`.

    Raises:
        UsageError: it is none.
    """
    match = _RESOLUTION.fullmatch(compact(text))
    if match is None:
        raise UsageError(
            _("“{text}” is not the number of a resolution.").format(text=text),
            hint=_("Write it like M12-1; see: jinlin meeting resolutions"),
        )
    return ResolutionNumber(int(match[1]), int(match[2]))


def parse_item(text: str) -> tuple[int, int]:
    """Read an item of another meeting, `M12/3`, as the number of the meeting and its place.

    Raises:
        UsageError: it is none.
    """
    match = _ITEM.fullmatch(compact(text))
    if match is None:
        raise UsageError(
            _("“{text}” is not an item of a meeting.").format(text=text),
            hint=_("Write meeting and item like M12/3; see: jinlin meeting show M12"),
        )
    return int(match[1]), int(match[2])


def parse_percent(text: str) -> int:
    """Read how much is done: `40`, `40%`.

    Raises:
        UsageError: it is no share of a hundred.
    """
    match = _PERCENT.fullmatch(compact(text))
    if match is None or int(match[1]) > WHOLE:
        raise UsageError(
            _("“{text}” is not a percentage.").format(text=text),
            hint=_("Write 0 to 100, such as 40."),
        )
    return int(match[1])
