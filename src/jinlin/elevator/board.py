"""An elevator scheme as it may hang: the sum, where it comes from, and the standard of each floor.

What one home pays is on its own sheet (practice.md 5.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from jinlin.core.i18n import _
from jinlin.core.money import yuan, yuan_range
from jinlin.core.reference import Reference
from jinlin.elevator.progress.public_notice import scheme_basis, scheme_body, scheme_title
from jinlin.elevator.project.plans import PlanRow, plan_to_post
from jinlin.elevator.project.projects import place_words, project_of_id
from jinlin.output.contribution.notice_sources import Drawn, sheet_rows
from jinlin.store.transaction.tx import Reader


def draw(reader: Reader, which: str | None) -> Drawn:
    """Return what may be posted of a plan, the latest that stands otherwise.

    Raises:
        NotFoundError: there is no such plan.
        RuleError: it is a draft of a project, or another version took its place.
    """
    plan = plan_to_post(reader, which)
    in_force = _in_force(reader, plan)
    if in_force is not None:
        return in_force
    where = _where(plan)
    lines = [
        _("Version of the scheme: {number}, calculated on {day}.").format(
            number=plan.label, day=reader.clock.local(plan.made_at).date()
        ),
        _("Total {total} yuan; subsidy {subsidy} yuan; to be shared {net} yuan by {payers} homes.")
        .format(
            total=yuan(plan.total),
            subsidy=yuan(plan.subsidy),
            net=yuan(plan.total - plan.subsidy),
            payers=plan.payers,
        ),
        _("Standard of each floor:"),
        *sheet_rows(
            (_("Floor"), _("Homes"), _("Each home (yuan)")),
            *_floors(reader, plan),
        ),
        _("What each home pays stands on its own sheet."),
    ]  # fmt: skip
    return Drawn(
        matter="elevator_scheme",
        title=_("elevator scheme of {where}").format(where=where),
        body="\n".join(lines),
        about=Reference("plan", plan.label),
        audience=_("all owners of {where}").format(where=where),
    )


def _in_force(reader: Reader, plan: PlanRow) -> Drawn | None:
    """Return what the elevator room says of a scheme in force; None of any other plan."""
    if plan.project_id is None or not plan.in_force:
        return None
    project = project_of_id(reader, plan.project_id)
    return Drawn(
        matter="elevator_scheme",
        title=scheme_title(project),
        body="\n".join(scheme_body(reader, project, plan)),
        basis=scheme_basis(reader, project),
        about=Reference("plan", plan.label),
        audience=_("all owners of {where}").format(where=place_words(project)),
        signer=project.responsible or "",
        witness=project.witness or "",
        contact=project.contact or "",
    )


def _floors(reader: Reader, plan: PlanRow) -> Iterator[tuple[str, str, str]]:
    """Return floor, homes and standard; where homes of a floor differ, from the least to the most.

    One who is relieved of a part is not shown: she stands within the range.
    """
    rows = reader.rows(
        "SELECT floor, count(*) AS homes, min(amount) AS lowest, max(amount) AS highest"
        " FROM plan_share WHERE plan_id = ? AND status <> 'excluded' GROUP BY floor ORDER BY floor",
        (plan.id,),
    )
    for row in rows:
        yield str(row["floor"]), str(row["homes"]), yuan_range(row["lowest"], row["highest"])


def _where(plan: PlanRow) -> str:
    if plan.building is None:
        return _("this complex")
    building = _("building no. {building}").format(building=plan.building)
    if plan.entrance is None:
        return building
    return _("{building}, entrance {entrance}").format(building=building, entrance=plan.entrance)
