"""The kinds of meeting, as `types.toml` keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import _, speaking
from jinlin.core.text import compact


class MeetingType(NamedTuple):
    """One kind of meeting.

    Attributes:
        code: the stored word.
        names: its name by language, `zh` and `en`.
        spoken: what people also call it.
        frequencies: how often it is held, by language.
        chairs: who takes the chair, by language.
        basis: where that stands, as the source calls itself; 报道 is a press report.
        ballot: whether Party members with the right to vote are counted apart.
    """

    code: str
    names: Mapping[str, str]
    spoken: tuple[str, ...]
    frequencies: Mapping[str, str]
    chairs: Mapping[str, str]
    basis: str
    ballot: bool

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.names[speaking()]

    @property
    def frequency(self) -> str:
        """How often it is held, in the user's language; empty when nothing says so."""
        return self.frequencies.get(speaking(), "")

    @property
    def chair(self) -> str:
        """Who takes the chair, in the user's language; empty when nothing says so."""
        return self.chairs.get(speaking(), "")


@cache
def meeting_types() -> Mapping[str, MeetingType]:
    """Return the kinds of meeting by their stored words, in the order people list them."""
    import tomllib
    from importlib import resources

    text = resources.files("jinlin.meeting").joinpath("types.toml").read_text("utf-8")
    return {data["code"]: _type(data) for data in tomllib.loads(text)["type"]}


def _type(data: Mapping[str, str]) -> MeetingType:
    def by_language(key: str) -> dict[str, str]:
        return {
            language: data[f"{key}_{language}"]
            for language in ("zh", "en")
            if f"{key}_{language}" in data
        }

    return MeetingType(
        code=data["code"],
        names=by_language("name"),
        spoken=tuple(data["spoken"]),
        frequencies=by_language("frequency"),
        chairs=by_language("chair"),
        basis=data.get("basis", ""),
        ballot=bool(data.get("ballot")),
    )


def type_name(code: str) -> str:
    """Return the name of a kind of meeting; a code of a later version stands for itself."""
    known = meeting_types().get(code)
    return known.name if known else code


def parse_type(text: str) -> MeetingType:
    """Read a kind of meeting: `支委会`, `党员大会`, `committee meeting`, `committee-meeting`.

    Raises:
        NotFoundError: there is none of that name; all are listed.
    """
    said = _plain(text)
    for meeting_type in meeting_types().values():
        words = (meeting_type.code, *meeting_type.names.values(), *meeting_type.spoken)
        if said in map(_plain, words):
            return meeting_type
    raise NotFoundError(
        _("There is no kind of meeting “{text}”.").format(text=text),
        hint=_("Choose from: {choices}.").format(
            choices=_(", ").join(known.name for known in meeting_types().values())
        ),
    )


def _plain(text: str) -> str:
    return compact(text).replace("-", "").replace("_", "")
