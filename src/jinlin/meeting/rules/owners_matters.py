"""What owners decide together and who of them, as `matters.toml` keeps it (民法典 278)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.sentences import ordinal
from jinlin.core.text import compact, listed, plain_word
from jinlin.core.word import Word
from jinlin.meeting.rules.threshold import Threshold, parse_threshold


class Confidence(Word):
    """How far a rule may be relied on."""

    LAW = "law", N_("law")
    COURT = "court", N_("court practice")
    PRACTICE = "practice", N_("practice: ask the street office")
    OWN = "own", N_("set here")


class OwnersMatter(NamedTuple):
    """A kind of matter, and what a decision on it needs.

    Where another rule holds, `matter._replace(passing=…, source=…, confidence=Confidence.OWN)`.

    Attributes:
        code: the stored word.
        item: the item of 民法典 278 it belongs to.
        names: its name by language.
        spoken: what people also call it.
        words: any of these in a text marks it as this matter, as `compact` leaves them.
        places: any of these does so only where one of `changes` stands in the text too.
        changes: words of changing or letting a place.
        quorum: of all heads and of all area, this part must take part.
        passing: of the heads and the area that take part, this part must be in favour.
        reasons: why it is this item, by language.
        source: where that stands.
        confidence: how far to rely on it.
        other_practices: what is done elsewhere, by language; empty when nothing else is known.
    """

    code: str
    item: int
    names: Mapping[str, str]
    spoken: tuple[str, ...]
    quorum: Threshold
    passing: Threshold
    reasons: Mapping[str, str]
    source: str
    confidence: Confidence
    other_practices: Mapping[str, str]
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    @property
    def article(self) -> str:
        """Where it stands in the law, in the user's language."""
        return _("Civil Code art. 278, item {item}").format(item=ordinal(self.item))

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.names[speaking()]

    def words_for(self, said: str) -> tuple[str, ...]:
        """Return the words that mark a text as this matter, the places where it changes one."""
        changed = any(word in said for word in self.changes)
        return self.words + self.places if changed else self.words

    @property
    def word(self) -> str:
        """What people type for it: a short word in Chinese, the stored one in English."""
        return self.spoken[0] if speaking() == "zh" else self.code

    @property
    def reason(self) -> str:
        """Why it belongs to its item, in the user's language."""
        return self.reasons[speaking()]

    @property
    def other_practice(self) -> str:
        """What is done elsewhere, in the user's language; empty when nothing else is known."""
        return self.other_practices.get(speaking(), "")


class OwnersScope(NamedTuple):
    """Whose owners decide.

    Attributes:
        code: the stored word: `complex`, `building` or `entrance`.
        names: its name by language.
        spoken: what people also call it.
        rules: who decides, by language.
        source: where that stands.
        confidence: how far to rely on it.
    """

    code: str
    names: Mapping[str, str]
    spoken: tuple[str, ...]
    rules: Mapping[str, str]
    source: str
    confidence: Confidence

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.names[speaking()]

    @property
    def rule(self) -> str:
        """Who decides, in the user's language."""
        return self.rules[speaking()]

    @property
    def assembly(self) -> bool:
        """Whether it is the owners' assembly, which alone has rules of procedure."""
        return self.code == "complex"


@cache
def matters() -> Mapping[str, OwnersMatter]:
    """Return the kinds of matter by their stored words, the nine items of the law first."""
    return {data["code"]: _matter(data) for data in _file()["matter"]}


@cache
def scopes() -> Mapping[str, OwnersScope]:
    """Return the scopes by their stored words, the widest first."""
    return {
        data["code"]: OwnersScope(
            code=data["code"],
            names=by_language(data, "name"),
            spoken=tuple(data["spoken"]),
            rules=by_language(data, "rule"),
            source=data["source"],
            confidence=Confidence(data["confidence"]),
        )
        for data in _file()["scope"]
    }


def parse_matter(text: str) -> OwnersMatter:
    """Read a kind of matter: `use_of_fund`, `使用维修资金`, `第5项`, `5`.

    Raises:
        NotFoundError: there is none of that name; all are listed.
    """
    for matter in matters().values():
        of_law = (str(matter.item), f"第{matter.item}项") if matter.confidence == "law" else ()
        if is_called(text, (matter.code, *matter.names.values(), *matter.spoken, *of_law)):
            return matter
    raise NotFoundError(
        _("Owners know no matter “{text}”.").format(text=text),
        hint=_choices(matter.word for matter in matters().values()),
    )


def matter_in(text: str) -> OwnersMatter | None:
    """Return which matter a text is about by its words alone: the longest that stands in it."""
    said = compact(text)
    found = [
        (len(word), matter)
        for matter in matters().values()
        for word in matter.words_for(said)
        if word in said
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def title_words(name: str, words: str | None) -> tuple[str, ...]:
    """Return by which words a line of somebody's own knows a title that is about it.

    Args:
        name: what the line is called.
        words: the words as somebody wrote them, one after the other: `绿化、花坛`.
    """
    return tuple(map(compact, (name, *listed(words or ""))))


def parse_scope(text: str) -> OwnersScope:
    """Read a scope: `entrance`, `本单元`, `单元`.

    Raises:
        NotFoundError: there is none of that name; all are listed.
    """
    for scope in scopes().values():
        if is_called(text, (scope.code, *scope.names.values(), *scope.spoken)):
            return scope
    raise NotFoundError(
        _("Owners do not decide by “{text}”.").format(text=text),
        hint=_choices(scope.name for scope in scopes().values()),
    )


def _choices(choices: Iterable[str]) -> str:
    return _("Choose from: {choices}.").format(choices=_(", ").join(choices))


def _matter(data: Mapping[str, Any]) -> OwnersMatter:
    return OwnersMatter(
        code=data["code"],
        item=data["item"],
        names=by_language(data, "name"),
        spoken=tuple(data["spoken"]),
        quorum=parse_threshold(data["quorum"]),
        passing=parse_threshold(data["passing"]),
        reasons=by_language(data, "reason"),
        source=data["source"],
        confidence=Confidence(data["confidence"]),
        other_practices=by_language(data, "other_practice"),
        words=tuple(map(compact, data.get("words", ()))),
        places=tuple(map(compact, data.get("places", ()))),
        changes=tuple(map(compact, data.get("changes", ()))),
    )


def by_language(data: Mapping[str, Any], key: str) -> dict[str, str]:
    """Return by language what a table of ours says under `key_zh` and `key_en`."""
    return {
        language: data[f"{key}_{language}"]
        for language in ("zh", "en")
        if f"{key}_{language}" in data
    }


def is_called(text: str, words: Iterable[str]) -> bool:
    """Return whether a text is one of the words, whatever its width, case, blanks and dashes."""
    return plain_word(text) in map(plain_word, words)


@cache
def _file() -> dict[str, Any]:
    return shipped("meeting/matters.toml")
