"""The kinds of works in a complex, as `kinds.toml` keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import _, speaking
from jinlin.core.naming import the_one
from jinlin.meeting.rules.owners_matters import by_language
from jinlin.project.rules.stages import UNDECIDED_STAGES, ProjectStage


class ProjectKind(NamedTuple):
    """One kind of works.

    Attributes:
        code: the stored word.
        names: its name by language.
        spoken: what people also call it.
        matter: the code of what the owners decide about it; empty where they decide nothing, or
            where nobody can tell beforehand.
        scope: whose owners decide; empty where they do not.
        stilt: only a building with an open ground floor has it.
        reasons: why they decide, or do not, by language; empty where nobody can tell beforehand.
        stages: those it goes through where the owners decide nothing.
    """

    code: str
    names: Mapping[str, str]
    spoken: tuple[str, ...]
    matter: str
    scope: str
    stilt: bool
    reasons: Mapping[str, str]
    stages: tuple[ProjectStage, ...]

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.names[speaking()]

    @property
    def reason(self) -> str:
        """Why the owners decide, or do not, in the user's language."""
        return self.reasons.get(speaking(), "")


@cache
def project_kinds() -> Mapping[str, ProjectKind]:
    """Return the kinds of works by their stored words."""
    return {data["code"]: _kind(data) for data in shipped("project/kinds.toml")["kind"]}


def _kind(data: Mapping[str, Any]) -> ProjectKind:
    return ProjectKind(
        code=data["code"],
        names=by_language(data, "name"),
        spoken=tuple(data["spoken"]),
        matter=data.get("matter", ""),
        scope=data.get("scope", ""),
        stilt=data.get("stilt", False),
        reasons=by_language(data, "reason"),
        stages=tuple(map(ProjectStage, data.get("stages", UNDECIDED_STAGES))),
    )


def project_kind_in(title: str) -> ProjectKind | None:
    """Return the kind of works that a title tells: `外墙维修`; None for none, or several."""
    told = [
        one
        for one in project_kinds().values()
        if any(word in title for word in (one.names["zh"], *one.spoken) if word != "其他")
    ]
    return told[0] if len(told) == 1 else None


def parse_project_kind(text: str) -> ProjectKind:
    """Read a kind of works: `架空层`, `stilt_floor`, `增设车位`.

    Raises:
        NotFoundError: there is none of that name; all are listed.
    """
    every = list(project_kinds().values())

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no kind of works “{text}”.").format(text=text),
            hint=_("Choose from: {choices}.").format(
                choices=_(", ").join(kind.name for kind in every)
            ),
        )

    return the_one(
        text, every, lambda one: (one.name, one.code, *one.names.values(), *one.spoken), none=none
    )
