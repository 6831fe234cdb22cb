"""Where works are and what they cost, in words for papers."""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.money import yuan_words
from jinlin.core.sentences import in_a_row
from jinlin.notice.rules.notices import Signer, signer_of
from jinlin.project.record.money import ProjectMoney
from jinlin.project.record.projects import CommunityProject


def where(project: CommunityProject) -> str | None:
    """Return the place as it was said, else the building; None where works belong to none."""
    if project.place or project.building is None:
        return project.place
    return _("building no. {building}").format(building=project.building)


def money_words(money: ProjectMoney) -> str:
    """Return budget, contract, what is paid and what is not; empty where nothing is known."""
    return in_a_row(_sums(money))


def signed_by(project: CommunityProject) -> str:
    """Return who signs what hangs of works: who carries them out; empty for the branch.

    Where the name says not what it is, it is said.

    Raises:
        RuleError: the owners decide, and nobody is named who acts for them.
    """
    name = project.responsible or ""
    if not name and project.matter is not None:
        raise RuleError(
            _("Nobody is named who acts for the owners and signs (never the branch)."),
            hint=_("Name them: jinlin project edit {number} --responsible 业委会").format(
                number=project.label
            ),
        )
    if not name or signer_of(name) is not Signer.OTHER:
        return name
    return _("{name} (the body that carries it out)").format(name=name)


def _sums(money: ProjectMoney) -> Iterator[str]:
    paid = (
        _("Paid so far: {amount}, of it {direct} by partners themselves.")
        if money.direct
        else _("Paid so far: {amount}.")
    )
    price = _("Contract: {amount}.") if money.signed else _("Quote that was chosen: {amount}.")
    for text, fen in (
        (_("Budget: {amount}."), money.budget),
        (price, money.contract),
        (paid, money.paid),
        (_("Still to be paid: {amount}."), money.left if money.signed else None),
        (_("Paid beyond it: {amount}."), money.beyond),
    ):
        if fen:
            yield text.format(amount=yuan_words(fen), direct=yuan_words(money.direct))
