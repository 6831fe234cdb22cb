"""Account and instalments, and who may handle the money: two people (four-eyes)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jinlin.core.decimals import p_over_q
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.elevator.money.dues import Dues, dues
from jinlin.elevator.money.queries import ProjectAccount, account_of
from jinlin.elevator.project.projects import Project
from jinlin.elevator.rules.instalments import InstalmentTerm, check_terms
from jinlin.ledger.rules import check_hands
from jinlin.member.fund.entries import named
from jinlin.member.own_branch import branch
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.hands import check_payee, check_two_people


def checked_account(reader: Reader, said: ProjectAccount) -> ProjectAccount:
    """Return an account with the names that are meant.

    Raises:
        RuleError: the branch would take the money, or one person would do and check.
        NotFoundError: a person's number says nobody.
    """
    return ProjectAccount(**checked_words(reader, said._asdict()))


def checked_words(reader: Reader, said: Mapping[str, str]) -> dict[str, str]:
    """Return what is said of an account so far, with the names that are meant.

    Raises:
        RuleError: the branch would take the money, or one person would do and check.
        NotFoundError: a person's number says nobody.
    """
    known = branch(reader)
    names = (known.name, known.short_name or "")
    check_payee([said[one] for one in ("payee", "account") if one in said], names)
    hands = {one: named(reader, said[one]) for one in ("handler", "checker") if one in said}
    if len(hands) > 1:
        check_two_people(hands["handler"], hands["checker"])
    return {**said, **hands}


def set_account(tx: Tx, project: Project, said: ProjectAccount) -> ProjectAccount:
    """Name who takes the money of a project; receipts that are written keep what they say.

    Raises:
        RuleError: the branch would take the money, or one person would do and check.
        NotFoundError: a person's number says nobody.
    """
    account = checked_account(tx, said)
    before = tx.value("SELECT id FROM elevator_account WHERE project_id = ?", (project.id,))
    if before is None:
        tx.insert("elevator_account", project_id=project.id, **account._asdict())
    elif account != account_of(tx, project):
        tx.update("elevator_account", before, **account._asdict())
    words: dict[str, Value] = {"project": project.label}
    tx.describe(
        Message(N_("Named the account of elevator project {project}"), words),
        reverse=Message(N_("set the account of elevator project {project} back"), words),
        subject=project.label,
    )
    return account


def needed_account(reader: Reader, project: Project) -> ProjectAccount:
    """Return the account of a project.

    Raises:
        RuleError: none is named yet.
    """
    account = account_of(reader, project)
    if account is None:
        raise RuleError(
            _("Nobody is named who takes the money of project {project}.").format(
                project=project.label
            ),
            hint=_(
                "Say it once: jinlin elevator account {project} --payee NAME --account NUMBER"
                " --handler NAME --checker NAME"
            ).format(project=project.label),
        )
    return account


def checked_approver(reader: Reader, project: Project, said: str | None) -> str:
    """Return who approves a change of what stands in the books.

    Args:
        reader: the database.
        project: whose books.
        said: who was named; None for the checker of the account.

    Raises:
        RuleError: who handles the money would approve it; or nobody is named, nor an account.
        NotFoundError: a person's number says nobody.
    """
    if said is None:
        return needed_account(reader, project).checker
    approver = named(reader, said)
    known = account_of(reader, project)
    if known is not None:
        check_hands(approved_by=approver, handled_by=known.handler, payee="")
    return approver


def set_terms(tx: Tx, project: Project, agreed: Sequence[InstalmentTerm]) -> None:
    """Put the instalments of a project in the place of those it had.

    Raises:
        RuleError: they do not make 100 %, their days run backwards, or the project is settled.
    """
    check_terms(agreed)
    check_unlocked(project, dues(tx, project))
    tx.delete_many(
        "elevator_term",
        [
            row[0]
            for row in tx.rows("SELECT id FROM elevator_term WHERE project_id = ?", (project.id,))
        ],
    )
    tx.insert_many(
        "elevator_term",
        ("project_id", "position", "name", "rate", "due_on"),
        [
            (project.id, place, term.name, p_over_q(term.rate), term.due_on)
            for place, term in enumerate(agreed, 1)
        ],
    )
    words: dict[str, Value] = {"project": project.label, "count": len(agreed)}
    tx.describe(
        Message(N_("Set {count} instalments for elevator project {project}"), words),
        reverse=Message(N_("set the instalments of elevator project {project} back"), words),
        subject=project.label,
    )


def check_unlocked(project: Project, owed: Dues) -> None:
    """Refuse to touch the works of a project that is settled.

    Raises:
        RuleError: it is, and was not reopened.
    """
    if owed.locked:
        raise RuleError(
            _("Project {project} is settled; its books of the works are closed.").format(
                project=project.label
            ),
            hint=_("If something was wrong: jinlin elevator reopen {project} --reason TEXT").format(
                project=project.label
            ),
        )
