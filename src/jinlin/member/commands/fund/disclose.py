"""`jinlin branch fund disclose` and `page`."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

import typer

from jinlin.core.clock import Clock, parse_bound, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.documents.page import Page
from jinlin.member.fund import marks, queries
from jinlin.member.fund.pages import Period, account, disclosures, fund_page
from jinlin.member.fund.queries import EntryFilter
from jinlin.member.own_branch import branch
from jinlin.member.rules.purses import Purse, last_quarter, quarter_of
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import called
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.saving import once_saved
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

From: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--from", metavar=_("DATE"), help=_("Its first day; otherwise of the last quarter.")
    ),
]
To: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("DATE"), help=_("Its last day; otherwise of the last quarter.")),
]
OnlyPurse: TypeAlias = Annotated[
    str | None, typer.Option("--purse", metavar=_("PURSE"), help=_("Only this purse."))
]

TEMPLATE = "经费公开"
MANY = 3
"""What changes so many records asks first."""


def disclose(
    ctx: typer.Context,
    from_: From = None,
    to: To = None,
    place: Annotated[
        str | None,
        typer.Option(metavar=_("PLACE"), help=_("Where it is put up, such as 3号楼公示栏.")),
    ] = None,
    purse: OnlyPurse = None,
) -> None:
    call = called(ctx)
    check_page(call)
    [said] = answers(call, [Question(option="--place", text=_("Where it is put up"), given=place)])
    where = clean(said)
    if not where:
        raise UsageError(
            _("Missing: {names}.").format(names="--place"), hint=_("For example: 3号楼公示栏")
        )
    with reading(call) as reader:
        wanted = _wanted(reader.clock, from_, to, purse)
        open_ones = queries.count_entries(reader, wanted._replace(undisclosed=True))
        hint = "" if from_ or to else _this_quarter(reader, wanted)
    if open_ones >= MANY:
        confirm(
            call,
            _("Entries from {start} to {stop} to be marked as disclosed: {count}.").format(
                start=wanted.start, stop=wanted.stop, count=open_ones
            ),
        )
    with once_saved(call) as held, writing(call) as tx:
        marked = marks.disclose(tx, wanted, place=where)
        sheet, data = _page(tx, wanted)
        show_pages(
            held,
            [sheet],
            data={**data, "marked": [entry.label for entry in marked]},
            template=TEMPLATE,
        )
    call.tell(_("Marked as disclosed: {count}.").format(count=len(marked)))
    if hint:
        call.tell(hint)
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))
    elif not call.output:
        call.tell(
            _(
                "For the board: jinlin branch fund page --from {start} --to {stop} -o 公开页.docx"
            ).format(start=wanted.start, stop=wanted.stop),
        )


def page(
    ctx: typer.Context,
    from_: From = None,
    to: To = None,
    purse: OnlyPurse = None,
) -> None:
    call = called(ctx)
    with reading(call) as reader:
        wanted = _wanted(reader.clock, from_, to, purse)
        sheet, data = _page(reader, wanted)
        hint = "" if from_ or to else _this_quarter(reader, wanted)
    show_pages(call, [sheet], data=data, template=TEMPLATE)
    if hint:
        call.tell(hint)


def _wanted(clock: Clock, from_: str | None, to: str | None, purse: str | None) -> EntryFilter:
    """Return what is disclosed: the last quarter that ended, unless something else was said."""
    first, last = last_quarter(clock.today)
    start = parse_day(from_, clock) if from_ else first
    stop = parse_bound(to, clock) if to else (clock.today if from_ and start > last else last)
    if to and stop < start:
        ahead = parse_day(to, clock, planned=True)  # the end of a quarter that is still running
        stop = ahead if ahead.year == start.year else stop
    if stop < start:
        raise UsageError(
            _("{stop} lies before {start}.").format(stop=stop, start=start),
            hint=_("Compare --from and --to."),
        )
    return EntryFilter(
        purse=Purse.read(purse) if purse else None,
        start=start.isoformat(),
        stop=stop.isoformat(),
    )


def _this_quarter(reader: Reader, wanted: EntryFilter) -> str:
    """Say how to have this quarter where the last one is empty and this one is not."""
    first = quarter_of(reader.clock.today)[0].isoformat()
    count = queries.count_entries(reader, wanted._replace(start=first, stop=None))
    if not count or queries.count_entries(reader, wanted):
        return ""
    return _(
        "The last quarter has no entries, this one has {count} so far. For this one: --from {day}"
    ).format(count=count, day=first)


def _page(reader: Reader, wanted: EntryFilter) -> tuple[Page, dict[str, Any]]:
    """Return the page and what JSON says of it: the purses with anything to tell."""
    start, stop = wanted.start or "", wanted.stop or ""
    found = queries.entries(reader, wanted, oldest_first=True)
    accounts = []
    for purse in Purse if wanted.purse is None else (wanted.purse,):
        one = account(reader, purse, wanted, found)
        if one.opening or one.entries:
            accounts.append(one)
    period = Period(
        branch=branch(reader).name, start=start, stop=stop, disclosed=disclosures(found)
    )
    sheet = fund_page(period, accounts, queries.residents(reader, found))
    return sheet, {
        "start": start,
        "stop": stop,
        "purses": [
            {
                "purse": account.purse.value,
                "opening_fen": account.opening,
                "closing_fen": account.closing,
                "entries": [entry.label for entry in account.entries],
            }
            for account in accounts
        ],
    }
