"""移交清单: one page on which two secretaries sign that the work has changed hands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.documents.page import BLANK, Block, Field, Heading, Page, Paragraph, Table
from jinlin.member.posts.holdings import PostRow
from jinlin.member.posts.terms import NOT_ELECTED
from jinlin.report.handover.handover import Handover

NAMED: Final = 12
"""So many open issues are named; the others, and secret ones, are a number and in the database."""
THINGS: Final = (
    N_("seal of the branch"),
    N_("passbooks and vouchers of the purses"),
    N_("keys of rooms and cabinets"),
    N_("minute books and Party files"),
    N_("this computer and its passwords"),
    N_("passphrase of the encrypted backups"),
)
"""What somebody holds in her hands; no database knows where it is."""
_COUNT_LABELS: Final = {
    "building": N_("buildings"),
    "household": N_("households"),
    "person": N_("people"),
    "member": N_("members and report-ins"),
    "issue": N_("issues"),
    "meeting": N_("meetings"),
}


def handover_page(
    what: Handover, *, backup: str = "", digest: str = "", wrong: Sequence[str] = ()
) -> Page:
    """Return the page.

    Args:
        what: what is handed over.
        backup: the name of the checked backup that belongs to it; empty where none was made.
        digest: its SHA-256.
        wrong: what a check of the data found wrong.
    """
    return Page(
        title=_("List of what is handed over"),
        above=(what.whose,),
        below=(_("{complex}, {day}").format(complex=what.complex, day=what.day),),
        blocks=(
            *_issues(what),
            *_projects(what),
            *_money(what),
            *_posts(what),
            *_data(what, backup, digest, wrong),
            *_things(what),
            *_signatures(what),
        ),
    )


def _issues(what: Handover) -> Iterator[Block]:
    yield Heading(_("Open issues"))
    if not what.open:
        yield Paragraph(_("There are none."))
        return
    yield Paragraph(
        _("Open: {count}, overdue: {overdue}.").format(count=len(what.open), overdue=what.overdue)
    )
    yield Table(
        headings=(_("Number"), _("Issue"), _("In charge"), _("Due on")),
        rows=tuple(
            (one.label, one.title, one.steward or one.handler or "—", one.due_on or "—")
            for one in what.named[:NAMED]
        ),
        widths=(20, 45, 17, 18),
    )
    if rest := len(what.open) - len(what.named[:NAMED]):
        yield Paragraph(
            _("The other {count} are in the database: jinlin issue list").format(count=rest)
        )


def _projects(what: Handover) -> Iterator[Block]:
    yield Heading(_("Projects and resolutions to be carried out"))
    rows = [
        (plan.label, plan.name, "—", _("{money} yuan").format(money=yuan(plan.total)))
        for plan in what.plans
    ]
    rows += [
        (task.label, task.text, task.owner or "—", str(task.due_on or "—")) for task in what.tasks
    ]
    if not rows:
        yield Paragraph(_("There are none."))
        return
    yield Table(
        headings=(
            _("Number"),
            _("Project or resolution"),
            _("Who carries it out"),
            _("Amount or day"),
        ),
        rows=tuple(rows),
        widths=(14, 48, 18, 20),
    )


def _money(what: Handover) -> Iterator[Block]:
    yield Heading(_("Money, purse by purse"))
    used = [purse for purse in what.purses if purse.entries]
    if not used:
        yield Paragraph(_("No purse has an entry."))
        return
    yield Table(
        headings=(_("Purse"), _("Income"), _("Spending"), _("Balance"), _("Not disclosed")),
        rows=tuple(
            (
                one.purse.label,
                yuan(one.income),
                yuan(one.spending),
                yuan(one.balance),
                str(one.undisclosed),
            )
            for one in used
        ),
        numeric=(False, True, True, True, True),
    )


def _over(post: PostRow, day: date) -> str:
    """Return that the term of a post is over and nobody was elected; empty where neither is so."""
    return _(" ({parts})").format(parts=_(NOT_ELECTED)) if post.term_over(day.isoformat()) else ""


def _posts(what: Handover) -> Iterator[Block]:
    yield Heading(_("Who holds which post"))
    if not what.posts:
        yield Paragraph(_("Nobody holds a post."))
        return
    yield Paragraph(
        _("; ").join(
            _("{post}: {name}").format(post=one.held.text, name=one.person.name)
            + _over(one, what.day)
            for one in what.posts
        )
    )


def _data(what: Handover, backup: str, digest: str, wrong: Sequence[str]) -> Iterator[Block]:
    yield Heading(_("Data and papers"))
    counts = _(", ").join(
        _("{what} {count}").format(what=_(label), count=what.counts[table])
        for table, label in _COUNT_LABELS.items()
    )
    yield Field(_("Registers"), counts)
    yield Field(_("Vouchers kept as files"), str(what.papers))
    yield Field(
        _("Record"),
        _("{count} commands, checksum {checksum}").format(
            count=what.entries, checksum=what.checksum
        ),
    )
    if wrong:
        yield Field(_("The data did not pass the check"), _("; ").join(wrong))
    if backup:
        yield Field(_("Backup") if wrong else _("Checked backup"), backup)
        yield Field("SHA-256", f"{digest[:32]} {digest[32:]}")


def _things(what: Handover) -> Iterator[Block]:
    yield Heading(_("Things, and who holds them"))
    rows = [(_(thing), "", "") for thing in THINGS]
    rows += [(room.name, room.place or "", "") for room in what.rooms]
    yield Table(
        headings=(_("Thing"), _("Where"), _("Who holds it now")),
        rows=tuple(rows),
        widths=(40, 30, 30),
        tall=True,
    )


def _signatures(what: Handover) -> Iterator[Block]:
    yield Paragraph(_("All of the above was handed over and received, and looked at together."))
    yield Field(_("Handed over by"), f"{what.author} {BLANK}".strip())
    yield Field(_("Received by"), BLANK)
    yield Field(_("In the presence of"), BLANK)
    yield Field(_("Date"), BLANK)
