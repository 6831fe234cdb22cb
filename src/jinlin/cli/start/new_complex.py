"""The complex that a database is founded for: where it is, and what is refused as that."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed
from jinlin.core.people.surnames import SURNAMES
from jinlin.output.asking import Question, answers

_STREETS: Final = ("街道", "街道办", "街道办事处", "镇", "乡")
_COMMUNITIES: Final = ("社区", "居委会", "村", "村委会")
"""How the names of streets and of the communities below them end."""


_LONGEST_NAME: Final = 3
"""So many characters a person's name has, mostly."""


class NewComplex(NamedTuple):
    """Where the complex is, and who is its secretary."""

    name: str
    street: str
    community: str
    secretary: str


def new_complex(
    call: Call, name: str | None, street: str | None, community: str | None, secretary: str | None
) -> NewComplex:
    """Return where the complex is, asked for on a terminal where its name is missing.

    Raises:
        UsageError: nobody can be asked, or street and community are mixed up.
    """
    questions = [
        Question("--name", _("The complex"), name),
        Question("--street", _("The street"), street, optional=True, check=_check_street),
        Question(
            "--community", _("The community"), community, optional=True, check=_check_community
        ),
        Question("--secretary", _("The secretary"), secretary, optional=True),
    ]
    place = NewComplex(*answers(call, questions))
    _check_levels(place.street, place.community)
    return place


def _check_street(text: str) -> None:
    """Refuse a community where the street was asked for.

    Raises:
        UsageError: it says so itself.
    """
    if text.endswith(_COMMUNITIES):
        raise _no_street(text, _("The community is asked for next; here the street, or Enter."))


def _check_community(text: str) -> None:
    """Refuse a street, or what may be somebody's name, where the community was asked for.

    Raises:
        UsageError: it is one of these.
    """
    if text.endswith(_STREETS):
        raise _no_community(text, _("Write the community, or Enter."))
    if (
        len(text) <= _LONGEST_NAME
        and text[:1] in SURNAMES
        and "区" not in text
        and not text.endswith(_COMMUNITIES)
    ):
        raise UsageError(
            _("“{text}” looks like somebody's name.").format(text=text),
            hint=_("Write the community in full, such as 榕树社区, or Enter."),
        )


def _check_levels(street: str, community: str) -> None:
    """Refuse a community in the street's place, and the other way round.

    Raises:
        UsageError: they say so themselves; the right words are in the hint.
    """
    low, high = street.endswith(_COMMUNITIES), community.endswith(_STREETS)
    if not (low or high):
        return
    right = [
        f"{as_typed(option)} {text}"
        for option, text in (
            ("--street", community if high else "" if low else street),
            ("--community", street if low else "" if high else community),
        )
        if text
    ]
    hint = _("Write: {options}").format(options=" ".join(right))
    raise _no_street(street, hint) if low else _no_community(community, hint)


def _no_street(text: str, hint: str) -> UsageError:
    return UsageError(_("“{text}” is a community, not a street.").format(text=text), hint=hint)


def _no_community(text: str, hint: str) -> UsageError:
    return UsageError(_("“{text}” is a street, not a community.").format(text=text), hint=hint)
