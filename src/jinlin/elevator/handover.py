"""Which elevator projects are handed over: every one, with its money and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from jinlin.core.days.written import month_words, written_day
from jinlin.core.i18n import _
from jinlin.core.money import yuan, yuan_words
from jinlin.core.sentences import in_a_row
from jinlin.documents.page import Block, Field, Heading, Paragraph, Table
from jinlin.elevator.consent.affected import affected
from jinlin.elevator.consent.doors import paper_doors
from jinlin.elevator.money.book_state import BookState, book_state
from jinlin.elevator.money.dues import dues
from jinlin.elevator.money.queries import account_of
from jinlin.elevator.money.running_costs import months
from jinlin.elevator.progress.pages import signed_words
from jinlin.elevator.progress.status import ProjectStatus, project_status
from jinlin.elevator.project.plans import PlanRow, plans
from jinlin.elevator.project.projects import Project, place_words, projects
from jinlin.elevator.rules.books import Books
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.store.transaction.tx import Reader


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    found = projects(reader)
    standing = [plan for plan in plans(reader, limit=0) if plan.stands]
    alone = [plan for plan in standing if plan.project_id is None]
    data: list[dict[str, Any]] = []
    blocks: list[Block] = []
    for project in found:
        books = {book: book_state(reader, project, book) for book in Books}
        data.append(_data(project, books))
        blocks += _project(reader, project, books)
    if alone:
        blocks += _plans_alone(alone)
    if blocks:
        blocks.insert(0, Heading(_("Elevator projects and their accounts")))
    yield HandoverPart(
        20,
        data={"projects": data, "plans": [plan.label for plan in standing]},
        blocks=tuple(blocks),
    )


def _data(project: Project, books: dict[Books, BookState]) -> dict[str, Any]:
    works, running = books[Books.WORKS], books[Books.RUNNING]
    return {
        "number": project.label,
        "balance_fen": works.moved.balance,
        "running_balance_fen": running.moved.balance,
        "receipts": works.receipts + running.receipts,
        "outstanding_fen": works.outstanding + running.outstanding,
        "credit_fen": works.credit + running.credit,
    }


def _plans_alone(alone: list[PlanRow]) -> Iterator[Block]:
    yield Heading(_("Schemes without a project"), level=2)
    for plan in alone:
        yield Field(f"{plan.label} {plan.name}", yuan_words(plan.total))


def _project(reader: Reader, project: Project, books: dict[Books, BookState]) -> Iterator[Block]:
    """Yield where a project stands, what of it is open, its account and its books."""
    status = project_status(reader, project)
    yield Heading(
        _("{number} {place}, {kind}").format(
            number=project.label, place=place_words(project), kind=project.kind.label
        ),
        level=2,
    )
    yield Paragraph(in_a_row(_stands(reader, status)))
    if open_ := list(_open(reader, status)):
        yield Paragraph(in_a_row(open_))
    account = account_of(reader, project)
    if account is not None:
        told = _("{payee}, {account}; handled by {handler}, checked by {checker}")
        yield Field(_("Account"), told.format(**account._asdict()))
    else:
        yield Field(_("Account"), _("none named yet"))
    if rows := list(_money(books)):
        running = not books[Books.RUNNING].empty
        headings = (_("Money"), _("Books of the works"), _("Books of the running elevator"))
        yield Table(
            headings if running else headings[:2],
            tuple(row if running else row[:2] for row in rows),
            numeric=(False, True, True)[: len(headings) if running else 2],
        )
    if project.ended_on and books[Books.WORKS].moved.balance > 0:
        yield Paragraph(in_a_row(_to_pay_back(books[Books.WORKS])))


def _stands(reader: Reader, status: ProjectStatus) -> Iterator[str]:
    project, plan = status.project, status.plan
    if project.ended_on:
        yield _("Given up on {day}: {reason}.").format(
            day=written_day(project.ended_on), reason=(project.ended_reason or "—").rstrip("。.")
        )
    else:
        yield _("In the stage “{stage}” since {day}.").format(
            stage=project.stage.label, day=written_day(project.stage_since)
        )
    if status.following is not None and status.shut:
        yield _("For the next stage, “{stage}”, this is missing: {what}.").format(
            stage=status.following.label,
            what=_("; ").join(shut.reason.text() for shut in status.shut),
        )
    elif status.following is not None:
        yield _("Nothing bars the next stage, “{stage}”.").format(stage=status.following.label)
    if plan is not None:
        yield _("Scheme in force: {plan}, version {version}, {money} in all.").format(
            plan=plan.label, version=plan.version, money=yuan_words(plan.total)
        )
        final = dues(reader, project).final
        if final is not None and final.reopened_on is None:
            yield _("Settled on {day}: {money} in all.").format(
                day=written_day(final.settled_on), money=yuan_words(final.total or plan.total)
            )
    for label, name in (
        (_("Acts for the owners"), project.responsible),
        (_("Contractor"), project.contractor),
    ):
        if name:
            yield _("{label}: {text}.").format(label=label, text=name)


def _open(reader: Reader, status: ProjectStatus) -> Iterator[str]:
    """Yield what waits to be signed, settled, voted or received; of what goes on."""
    project = status.project
    if project.ended_on:
        return
    if status.ballot is not None and status.ballot.is_open(status.today):
        yield _("The ballot is open until {day}.").format(day=written_day(status.ballot.closes_on))
    if status.signed.signed < status.signed.payers:
        doors = paper_doors(reader, project)
        missing = [_room(project, d.label) for d in doors if d.amount and d.signed is None]
        yield _("Payment agreements: {signed}; not signed by {doors}.").format(
            signed=signed_words(status.signed), doors=_(", ").join(missing)
        )
    if status.signed.outdated:
        yield _("Agreements over a smaller amount, to be signed again: {count}.").format(
            count=status.signed.outdated
        )
    touched = [
        _room(project, one.home) for one in affected(reader, project) if one.settled_on is None
    ]
    if touched:
        yield _("Affected owners with whom nothing is settled: {doors}.").format(
            doors=_(", ").join(dict.fromkeys(touched))
        )
    if (missing_aid := status.promised - status.books.subsidies) > 0:
        yield _("Subsidies not received yet: {money}.").format(money=yuan_words(missing_aid))
    if shared := months(reader, project):
        yield _("Running costs are shared up to {month}.").format(
            month=month_words(date.fromisoformat(f"{shared[-1].month}-01"))
        )


def _room(project: Project, door: str) -> str:
    """Return a door of the project's entrance by its room, another in full."""
    return door.removeprefix(f"{project.place}-")


def _money(books: dict[Books, BookState]) -> Iterator[tuple[str, str, str]]:
    """Yield what moved and what is left of each book; what is nothing in both is left out."""
    both = (books[Books.WORKS], books[Books.RUNNING])
    if all(state.empty for state in both):
        return
    moved = [state.moved for state in both]
    received = [one.received + one.fund + one.elsewhere for one in moved]
    for label, sums in (
        (_("Received (yuan)"), received),
        (_("Paid out (yuan)"), [one.spending for one in moved]),
        (_("Paid back to doors (yuan)"), [one.refunds for one in moved]),
    ):
        if any(sums):
            yield label, yuan(sums[0]), yuan(sums[1])
    yield _("Balance (yuan)"), yuan(moved[0].balance), yuan(moved[1].balance)
    if any(state.receipts for state in both):
        yield _("Receipts given out"), _receipts(both[0]), _receipts(both[1])
    for label, sums in (
        (_("Not yet paid by doors (yuan)"), [state.outstanding for state in both]),
        (_("Of it overdue (yuan)"), [state.overdue for state in both]),
        (_("To be paid back to doors (yuan)"), [state.credit for state in both]),
    ):
        if any(sums):
            yield label, yuan(sums[0]), yuan(sums[1])


def _receipts(state: BookState) -> str:
    if not state.void:
        return str(state.receipts)
    return _("{count} ({void} of them void)").format(count=state.receipts, void=state.void)


def _to_pay_back(works: BookState) -> Iterator[str]:
    """Say whose the money of a project is that was given up."""
    if works.credit:
        yield _("What it holds is to be paid back to {doors} doors: {money}.").format(
            doors=works.creditors, money=yuan_words(works.credit)
        )
    else:
        yield _("What it holds is to be paid back to those who paid it.")
    if works.credit > works.moved.balance:
        yield _(
            "{spent} yuan of it is spent: who bears that is agreed by those who paid,"
            " before anything is paid back."
        ).format(spent=yuan(works.credit - works.moved.balance))


SHARE: Final = HandoverShare(parts=_parts)
