"""The options by which issues are chosen: the same for lists, visits, bulk changes and exports."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import typer
from typer.core import TyperOption

from jinlin.core.i18n import _
from jinlin.output.command.grammar import (
    Command,
    ExportCommand,
    ListingCommand,
    PersonalListingCommand,
)

if TYPE_CHECKING:
    from jinlin.issue.lists.filters import IssueFilter
    from jinlin.issue.lists.lists import WantedIssues
    from jinlin.store.transaction.tx import Reader

_KEPT: Final = "jinlin.issue.filter"
_FIELDS: Final = {"from": "since", "to": "until"}


def _keep(ctx: typer.Context, param: Any, value: Any) -> None:
    if value:
        name = param.opts[0].removeprefix("--").replace("-", "_")
        kept = tuple(value) if param.multiple else bool(value)
        ctx.meta.setdefault(_KEPT, {})[_FIELDS.get(name, name)] = kept


def _words(name: str, metavar: str, text: str) -> TyperOption:
    return TyperOption(
        param_decls=[name],
        help=text,
        metavar=metavar,
        multiple=True,
        expose_value=False,
        callback=_keep,
    )


def _mark(name: str, text: str) -> TyperOption:
    return TyperOption(
        param_decls=[name], help=text, is_flag=True, expose_value=False, callback=_keep
    )


@cache
def filter_options() -> tuple[TyperOption, ...]:
    """Return the options by which issues are chosen."""
    word, name, day = _("WORD"), _("NAME"), _("DATE")
    return (
        _words("--status", word, _("A status; open, closed; 办理中,已办结.")),
        _words("--category", name, _("A category; a group holds all of its own.")),
        _words("--building", _("BUILDING"), _("3, A, 3号楼.")),
        _words("--room", _("HOME"), _("A home, also one it affects: 3-1-502.")),
        _words("--steward", _("WHO"), _("Who is in charge: a person or a body.")),
        _words("--department", name, _("Called by the street: 城管,公安.")),
        _mark("--unassigned", _("Only what nobody is in charge of.")),
        _words("--channel", word, _("door, phone, wechat, 12345 and so on.")),
        _words("--level", word, _("complex, friday, community, street, district.")),
        _words("--urgency", word, _("normal, urgent or critical.")),
        _words("--from", day, _("Reported from this day on.")),
        _words("--to", day, _("Reported up to this day.")),
        _mark("--overdue", _("Only what is overdue.")),
        _mark("--due-soon", _("Only what is nearly due.")),
        _mark("--to-raise", _("Only what is due to go one rung up.")),
        _mark("--unanswered", _("Only what nobody reached in the time promised.")),
        _mark("--deferred-back", _("Only what was deferred until today or before.")),
        _mark("--unrated", _("Only what is closed and not rated.")),
        _mark("--urged", _("Only what was urged.")),
        _mark("--private", _("Only what is kept off boards.")),
        _mark("--public", _("Only what is not kept off boards.")),
        _words("--text", word, _("Words in title, place, result; who brought it.")),
        _words("--filter", name, _("A saved filter; see: jinlin issue filter.")),
    )


class FilteredCommand(Command):
    """A command on what a filter chooses."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params.extend(filter_options())


class FilteredListing(FilteredCommand, ListingCommand):
    """A listing of what a filter chooses."""


class PersonalFilteredListing(FilteredCommand, PersonalListingCommand):
    """A listing of what a filter chooses, with personal data."""


class FilteredExport(FilteredCommand, ExportCommand):
    """A file of what a filter chooses."""


def asked(ctx: typer.Context) -> IssueFilter:
    """Return what the options ask for, without the saved filters among them."""
    from jinlin.issue.lists.filters import IssueFilter

    kept = dict(ctx.meta.get(_KEPT, {}))
    kept.pop("filter", None)
    return IssueFilter(**kept)


def asked_with_saved(ctx: typer.Context, reader: Reader) -> IssueFilter:
    """Return what the options and the saved filters they name ask for.

    Raises:
        NotFoundError: there is no such filter.
    """
    from jinlin.issue.lists.saved_filters import find_filter

    found = asked(ctx)
    for name in ctx.meta.get(_KEPT, {}).get("filter", ()):
        found = found.also(find_filter(reader, name).filter)
    return found


def chosen(ctx: typer.Context, reader: Reader) -> WantedIssues:
    """Return which issues the options mean.

    Raises:
        UsageError: a word cannot be read.
        NotFoundError: there is no such filter, category, building, home or person.
    """
    from jinlin.issue.lists.filters import meant

    return meant(reader, asked_with_saved(ctx, reader))
