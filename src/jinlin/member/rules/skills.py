"""Skills: what people can do for others, the usual words, and which belong together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import _, speaking
from jinlin.core.text import clean, compact, listed

MAX_SKILL: Final = 20


class Usual(NamedTuple):
    """The usual skills.

    Attributes:
        kinds: each kind of red steward with the skills that belong to it.
        others: skills that belong to none of them.
        english: what each is called in English.
    """

    kinds: Mapping[str, tuple[str, ...]]
    others: tuple[str, ...]
    english: Mapping[str, str]

    @property
    def words(self) -> tuple[str, ...]:
        """All of them, the kinds of red steward first."""
        skills = (skill for group in self.kinds.values() for skill in group)
        return (*self.kinds, *skills, *self.others)


@cache
def usual_skills() -> Usual:
    """Return the usual skills, from `skills.toml`."""
    data = shipped("member/skills.toml")
    return Usual(
        kinds={kind: tuple(words) for kind, words in data["kinds"].items()},
        others=tuple(data["others"]["words"]),
        english=data["english"],
    )


def skill_labels() -> Mapping[str, str]:
    """Return what the usual skills are called in the user's language, as labels."""
    usual = usual_skills()
    return usual.english if speaking() == "en" else {word: word for word in usual.words}


def parse_skills(text: str) -> tuple[str, ...]:
    """Read skills such as `维修员,水电维修`; any words are taken, each once.

    Raises:
        UsageError: one is too long to be a skill.
    """
    words = tuple(dict.fromkeys("".join(w.split()) for w in listed(clean(text))))
    for word in words:
        if len(word) > MAX_SKILL:
            raise UsageError(
                _("“{text}” is too long for a skill.").format(text=word),
                hint=_("Write words with commas between, like 维修员,水电维修."),
            )
    return words


def suggestion(word: str) -> str | None:
    """Return the usual skill an unusual word may mean; None when it is usual, or none is near."""
    from difflib import get_close_matches

    usual = usual_skills().words
    if compact(word) in {compact(known) for known in usual}:
        return None
    near = get_close_matches(word, usual, n=1, cutoff=0.5)
    return near[0] if near else None


def kind_of(skill: str) -> str | None:
    """Return the kind of red steward a skill belongs to: `水电维修` to `维修员`; None for some."""
    said = compact(skill)
    for kind, skills in usual_skills().kinds.items():
        if said in {compact(word) for word in (kind, *skills)}:
            return kind
    return None


def fit(wanted: str, skills: Iterable[str]) -> int:
    """Return how well somebody's skills fit: 0 the very skill, 1 one of its kind, 2 not at all."""
    said = [compact(skill) for skill in skills]
    if compact(wanted) in said:
        return 0
    kind = kind_of(wanted)
    return 1 if kind is not None and any(kind_of(skill) == kind for skill in said) else 2
