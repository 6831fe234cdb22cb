"""The departments a street can call, and what people say for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from jinlin.core.errors import NotFoundError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import _, speaking
from jinlin.core.naming import the_one
from jinlin.core.text import compact
from jinlin.issue.rules.texts import NAME_LENGTH, one_line

_ENDINGS = ("管理局", "局", "部门", "大队", "中队", "所", "办")


@cache
def departments() -> Mapping[str, Sequence[str]]:
    """Return every department with the other words for it, its English name first."""
    return {
        name: (words["en"], *words["spoken"])
        for name, words in shipped("issue/departments.toml").items()
    }


def department_labels() -> Mapping[str, str]:
    """Return by its name in the database what a department is called, as labels."""
    english = speaking() == "en"
    return {name: words[0] if english else name for name, words in departments().items()}


def department_names(names: Iterable[str]) -> list[str]:
    """Return what departments are called in the user's language."""
    labels = department_labels()
    return [labels.get(name, name) for name in names]


def known_departments(words: Iterable[str], *, other: bool = False) -> list[str]:
    """Return the departments that words mean, each once; as `read_department`."""
    return list(dict.fromkeys(read_department(word, other=other) for word in words))


def read_department(text: str, *, other: bool = False, whole: bool = False) -> str:
    """Return the department a word means.

    Args:
        text: its name, what people say for it, or either with 局 or the like behind.
        other: take a word that is not in the list as it is.
        whole: take no piece of a name.

    Raises:
        NotFoundError: there is none; those near are named.
    """
    said = compact(text)
    known = {name: (name, *spoken) for name, spoken in departments().items()}
    for name, words in known.items():
        if {said, *_bare(said)} & {compact(word) for word in words}:
            return name
    if other:
        return one_line(text, what=_("The department"), longest=NAME_LENGTH)

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no department “{text}”.").format(text=text),
            hint=_("Known: {known}. For another one add --other.").format(
                known=_(", ").join(department_names(_near(said) or known))
            ),
        )

    return the_one(text, known, known.__getitem__, none=none, whole=whole)


def _bare(said: str) -> set[str]:
    return {said.removesuffix(ending) for ending in _ENDINGS if said.endswith(ending)} - {""}


def _near(said: str) -> list[str]:
    """Return the departments that share a character pair with a word."""
    pairs = {pair for n in range(len(said) - 1) if not (pair := said[n : n + 2]).isascii()}
    return [
        name
        for name, spoken in departments().items()
        if any(pair in compact(word) for word in (name, *spoken) for pair in pairs)
    ]
