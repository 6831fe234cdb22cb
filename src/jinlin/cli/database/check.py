"""`jinlin db check`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Annotated, Final

from jinlin.cli.history.row_names import row_name
from jinlin.core.call import Call
from jinlin.core.clock import computer_time
from jinlin.core.config import database_path
from jinlin.core.errors import NotFoundError, StoreError
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing
from jinlin.person.references.table_names import table_name
from jinlin.store.check.checks import LABELS, Finding, RowNames, Rule, State, findings
from jinlin.store.check.surroundings import around
from jinlin.store.command.command import looking_at
from jinlin.store.history.chain import PRINTED, Anchor, find_anchor, verify
from jinlin.store.schema import upgrade
from jinlin.store.transaction.tx import Reader

ROOMS: Final = ("member", "issue", "survey", "meeting", "elevator", "project", "partner")
"""The rooms whose `checks.py` says what must hold of their rows."""


def check(
    call: Call,
    head: Annotated[
        str | None,
        TEXT.option(
            called=N_("CHECKSUM"), help=N_("Also against the checksum printed on a report.")
        ),
    ] = None,
) -> None:
    path = database_path(call).absolute()
    unknown: list[NotFoundError] = []
    found = list(_found(call, head, unknown))
    show(
        call,
        Listing.of(
            "checks",
            _("Check of {path}").format(path=path.name),
            (
                Cell("check", _("What was looked at"), "what", labels=labels()),
                Cell("state", _("State"), "state.value", labels=State.labels()),
                Cell("found", _("What was found"), "said"),
            ),
            found,
        ),
    )
    if unknown:
        raise unknown[0]
    if any(one.state is State.PROBLEM for one in found):
        raise StoreError(
            _("The database {path} is damaged; nothing was changed in it.").format(path=path),
            hint=_("Keep the file as it is, and look for a backup of it: jinlin db restore FILE"),
            lost=path,
        )
    if any(one.state is State.WARNING for one in found):
        call.tell(_("The data is whole; the notes are worth a look."))


def _found(call: Call, head: str | None, unknown: list[NotFoundError]) -> Iterator[Finding]:
    """Look at everything; that no command ever had the head is put into `unknown`."""
    path = database_path(call).absolute()
    with looking_at(call) as reader:
        if head is not None:
            try:
                yield _against(reader, find_anchor(reader, head))
            except NotFoundError as error:
                unknown.append(error)
                yield Finding("head", State.PROBLEM, error.message)
        if upgrade.version_of(reader.connection) != upgrade.VERSION:
            yield Finding(
                "version",
                State.WARNING,
                _("made by an older jinlin; bring it up to date: jinlin db upgrade"),
            )
        found = list(inside(reader))
    yield from found
    sound = all(one.state is not State.PROBLEM for one in found)
    yield from around(path, computer_time(call.environment.now()), sound=sound)


def inside(reader: Reader) -> Iterator[Finding]:
    """Look at everything inside the file; the rules of the rooms hold of this version only."""
    current = upgrade.version_of(reader.connection) == upgrade.VERSION
    return findings(reader, _rules() if current else (), RowNames(table_name, row_name))


def _against(reader: Reader, anchor: Anchor) -> Finding:
    """Compare the history with a head that was printed, and say what came after."""
    what = "head"
    if verify(reader, until=anchor.seq).broken:
        return Finding(
            what,
            State.PROBLEM,
            _("it is that of command {seq}, but the history up to there was changed").format(
                seq=anchor.seq
            ),
        )
    said = _(
        "stood after command {seq}, {moment}; all up to there is as it was; done since: {later}"
    ).format(
        seq=anchor.seq,
        moment=f"{reader.clock.local(anchor.at):%Y-%m-%d %H:%M}",
        later=anchor.later,
    )
    if anchor.digits >= PRINTED:
        return Finding(what, State.OK, said)
    return Finding(
        what,
        State.WARNING,
        _("only {count} of {all} digits were compared; {said}").format(
            count=anchor.digits, all=PRINTED, said=said
        ),
    )


def labels() -> dict[str, str]:
    """Return what people call each check."""
    ours = {key: _(label) for key, label in LABELS.items()}
    return ours | {rule.key: _(rule.what) for rule in _rules()}


def _rules() -> list[Rule]:
    return [rule for room in ROOMS for rule in import_module(f"jinlin.{room}.checks").RULES]
