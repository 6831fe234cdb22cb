"""What must be public and how long it hangs, as `matters.toml` keeps it with its sources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, NamedTuple

from jinlin.core.days.workdays import Calendar
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.laws import basis_words
from jinlin.core.naming import the_one
from jinlin.core.word import Word
from jinlin.notice.rules.notices import NoticePeriod, Signer, Type, Unit, ends_on, signer_of
from jinlin.notice.rules.turns import Turn

OBJECTION_DAYS: Final = NoticePeriod(3, Unit.WORKING, "惯例")
"""How soon an objection is answered; no law for a complex says so (custom)."""
QUESTION_DAYS: Final = NoticePeriod(1, Unit.WORKING, "报道：监督一点通，提问次日答复")
"""How soon a resident's question is answered: the next day (press report; practice.md 3, 40)."""
USUAL_PERIOD: Final = NoticePeriod(7, Unit.NATURAL, "惯例")
"""How long a public notice hangs whose matter is on no list (custom)."""


class Mark(Word):
    """How sure it is that something must be public."""

    LAW = "law", N_("law")
    REPORT = "report", N_("press report")
    CUSTOM = "custom", N_("custom")
    UNCERTAIN = "uncertain", N_("uncertain: ask the street")


class Matter(NamedTuple):
    """One line of the list.

    Attributes:
        code: the stored word.
        names: its name by language, `zh` and `en`.
        spoken: what people also call it.
        type: as what it is posted.
        period: how long it hangs; None where nothing says so.
        within: how soon after its event it must be up; None where no event leads to it.
        ahead: it must be up so long before its event instead.
        every: how often it must be up; None where an event leads to it.
        if_any: it must be up only where there is anything it would be drawn from.
        signers: who may sign it; empty where anybody may.
        witness: who should witness it; None for nobody.
        basis: where that stands, as the list says it.
        mark: how sure that is.
    """

    code: str
    names: Mapping[str, str]
    spoken: tuple[str, ...]
    type: Type
    period: NoticePeriod | None
    within: NoticePeriod | None
    ahead: bool
    every: Turn | None
    if_any: bool
    signers: tuple[Signer, ...]
    witness: Signer | None
    basis: str
    mark: Mark

    @property
    def name(self) -> str:
        """Its name in the user's language."""
        return self.names[speaking()]

    def due(self, event: date, calendar: Calendar) -> date | None:
        """Return by when it must be up for its event; None where none leads to it."""
        if self.within is None:
            return None
        if self.ahead:
            return event - timedelta(days=self.within.days)
        return ends_on(event, self.within, calendar)

    @property
    def word(self) -> str:
        """What to type for it."""
        return self.spoken[0] if speaking() == "zh" else self.code.replace("_", "-")


@cache
def matters() -> Mapping[str, Matter]:
    """Return what must be public, by its stored word, in the order of the list."""
    return {data["code"]: _matter(data) for data in shipped("notice/matters.toml")["matter"]}


def _matter(data: Mapping[str, Any]) -> Matter:
    basis = str(data["basis"])
    within = int(data.get("within", 0))
    return Matter(
        code=data["code"],
        names={"zh": data["name_zh"], "en": data["name_en"]},
        spoken=tuple(data["spoken"]),
        type=Type(data["type"]),
        period=NoticePeriod(data["days"], Unit(data["unit"]), basis) if "days" in data else None,
        within=NoticePeriod(abs(within), Unit(data["within_unit"]), basis) if within else None,
        ahead=within < 0,
        every=Turn(data["every"]) if "every" in data else None,
        if_any=bool(data.get("if_any")),
        signers=tuple(map(Signer, data["signers"])),
        witness=Signer(data["witness"]) if "witness" in data else None,
        basis=basis,
        mark=Mark(data["mark"]),
    )


def parse_matter(text: str) -> Matter:
    """Read a matter: `电梯方案`, `elevator-scheme`, `公共收益`.

    Raises:
        NotFoundError: there is none of that name; all are listed.
    """
    every = list(matters().values())

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no matter “{text}”.").format(text=text),
            hint=_("Choose from: {choices}.").format(
                choices=_(", ").join(matter.name for matter in every)
            ),
        )

    return the_one(
        text, every, lambda one: (one.name, one.code, *one.names.values(), *one.spoken), none=none
    )


def usual_period(type_: Type, matter: Matter | None) -> NoticePeriod | None:
    """Return how long a notice hangs when nobody says so; None for as long as it is true."""
    if matter is not None and matter.period is not None:
        return matter.period
    return USUAL_PERIOD if type_ is Type.PUBLIC_NOTICE else None


def check_signer(matter: Matter | None, signer: str) -> None:
    """Refuse a paper that its signer has no right to: the branch signs only its own.

    See practice.md 5.1.

    Raises:
        RuleError: somebody else signs such a paper.
    """
    if matter is None or not matter.signers or signer_of(signer) in matter.signers:
        return
    raise RuleError(
        _("“{matter}” is not signed by {signer}.").format(matter=matter.name, signer=signer),
        hint=_("It is signed by: {signers} ({basis}). For example: --signer {example}").format(
            signers=_(" or ").join(each.label for each in matter.signers),
            basis=basis_words(matter.basis),
            example=matter.signers[0].label,
        ),
    )
