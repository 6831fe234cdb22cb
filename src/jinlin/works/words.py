"""The words that commands about works take alike, in whichever room the works are."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from jinlin.core.i18n import N_
from jinlin.core.said import SaidDay
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import COME_DAY, NAME, TEXT

On: TypeAlias = Annotated[
    SaidDay | None, COME_DAY.option("--date", help=N_("When; today if left out."))
]
Override: TypeAlias = Annotated[
    str | None,
    TEXT.option(called=N_("REASON"), help=N_("Go on although something is missing, and why.")),
]
WhyGivenUp: TypeAlias = Annotated[
    str, TEXT.option(help=N_("Why."), asked=AskedFor(N_("Why it is given up")))
]
WhichQuote: TypeAlias = Annotated[
    str,
    NAME.argument(
        called="N", help=N_("Its number, or the company's name."), asked=AskedFor(N_("Which quote"))
    ),
]


def which(kind: WordKind[str]) -> Any:
    """Declare which works are meant, where nothing follows."""
    return kind.argument(help=N_("Which project; left out where only one goes on."))


def which_first(kind: WordKind[str]) -> Any:
    """Declare which works are meant, where words follow that may stand alone."""
    return kind.argument(help=N_("The project; may be left out."), skipped=True)


def which_named(kind: WordKind[str]) -> Any:
    """Declare which works are meant, as an option."""
    return kind.option("--project", help=N_("Which project; left out where only one goes on."))
