"""Money spent for works: the owners' only once they have decided."""

from __future__ import annotations

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.reference import Reference
from jinlin.core.word import Word
from jinlin.member.rules.purses import OWNERS_MONEY, Direction, Purse
from jinlin.project.progress.facts import facts_of
from jinlin.project.record.projects import KIND, find_project
from jinlin.project.rules.owners_money import check_purse
from jinlin.store.transaction.tx import Reader


def check_spending(reader: Reader, purse: Purse, what: Word, about: Reference) -> None:
    """Refuse to spend owners' money on works about which they have not decided (民法典 278).

    Args:
        reader: the database.
        purse: out of which purse.
        what: whether it comes or goes.
        about: what it is about.

    Raises:
        RuleError: they have not.
    """
    if about.kind != KIND or what is not Direction.SPENDING or purse not in OWNERS_MONEY:
        return
    project = find_project(reader, about.number)
    facts = facts_of(reader, project)
    check_purse(
        purse,
        project.matter,
        works=project.label,
        hint=_(
            "Say what they decide: jinlin project edit {number} --matter 改变共有部分用途"
        ).format(number=project.label),
    )
    if facts.undecided:
        raise RuleError(
            _("“{purse}” is the owners' money, and they have not decided about {number}.").format(
                purse=purse.label, number=project.label
            ),
            hint=_("Record their vote first: jinlin meeting ballot M12, for an item about it."),
        )
