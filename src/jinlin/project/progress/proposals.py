"""What the lines that open a gate of works name, so that they can be typed as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from jinlin.complex.rules.address import label
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed
from jinlin.core.typed import quoted
from jinlin.meeting.rules.kinds import meeting_types
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.meeting.rules.owners_matters import matters
from jinlin.project.record.decision import owners_place
from jinlin.project.record.known_quotes import KnownQuote
from jinlin.project.record.notes import somebody_of_ours
from jinlin.project.record.projects import KIND, CommunityProject
from jinlin.project.rules.facts import Assembly, Proposals
from jinlin.store.transaction.tx import Reader

_FIRMS: Final = tuple(f"{one}公司" for one in "甲乙丙丁戊己庚辛壬癸")
_ASSEMBLY: Final = "owners_assembly"


def proposals(reader: Reader, project: CommunityProject, quotes: Sequence[KnownQuote]) -> Proposals:
    """Return what the lines that open the gates of works can name."""
    tomorrow = reader.clock.today + timedelta(days=1)
    told = timedelta(days=meeting_types()[_ASSEMBLY].notice_days if project.matter else 0)
    member = somebody_of_ours(reader)
    return Proposals(
        title=quoted(project.title),
        member=member,
        door=_door(reader, project),
        evening=f"{tomorrow:%m-%d} 19:30",
        assembly_evening=f"{tomorrow + told:%m-%d} 19:30",
        assembly=_assembly(reader, project),
        matter=matters()[project.matter].word if project.matter else "",
        owners=_owners(project),
        hanging=_hanging(project, member),
        firm=next((one for one in _FIRMS if one not in {had.company for had in quotes}), _FIRMS[0]),
        quote=next((one.number for one in quotes if not one.excluded), 1),
        objection=_objection(reader, project),
    )


def _door(reader: Reader, project: CommunityProject) -> str:
    """Return a home that was not asked yet, of their building where they belong to one."""
    row = reader.row(
        "SELECT b.code, h.entrance, h.room FROM household AS h JOIN building AS b"
        " ON b.id = h.building_id WHERE h.removed_at IS NULL AND (?1 IS NULL OR b.code = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM visit AS v WHERE v.household_id = h.id"
        " AND v.about_kind = ?2 AND v.about_number = ?3 AND v.removed_at IS NULL)"
        " ORDER BY h.id LIMIT 1",
        (project.building, KIND, project.label),
    )
    return _("HOME") if row is None else label(row["code"], row["entrance"], row["room"])


def _assembly(reader: Reader, project: CommunityProject) -> Assembly | None:
    """Return the owners' meeting that has works on its agenda and has not voted about them."""
    row = reader.row(
        "SELECT m.number, i.position, i.announced_on FROM agenda_item AS i"
        " JOIN meeting AS m ON m.id = i.meeting_id"
        " WHERE i.source_kind = ? AND i.source_ref = ? AND m.type = ? AND i.removed_at IS NULL"
        " AND m.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM vote AS v"
        " WHERE v.item_id = i.id AND v.removed_at IS NULL) ORDER BY m.held_at DESC LIMIT 1",
        (KIND, project.label, _ASSEMBLY),
    )
    if row is None:
        return None
    return Assembly(meeting_label(row["number"]), row["position"], row["announced_on"] is not None)


def _owners(project: CommunityProject) -> str:
    """Return the options that say whose owners decide."""
    building, entrance = owners_place(project)
    said = f" {as_typed('--building')} {building}" if building else ""
    return f"{said} {as_typed('--entrance')} {entrance}" if entrance else said


def _hanging(project: CommunityProject, member: str) -> str:
    """Return the options that say where a notice could hang, and whom to ask if nobody is named."""
    place = (
        _("{building} entrance hall").format(building=project.building)
        if project.building
        else _("notice board")
    )
    said = f"{as_typed('--place', '--地点')} {quoted(place)}"
    return (
        said
        if project.contact
        else f"{said} {as_typed('--contact', '--联系方式')} {quoted(member)}"
    )


def _objection(reader: Reader, project: CommunityProject) -> str:
    row = reader.row(
        "SELECT n.number AS notice, o.number FROM notice_objection AS o"
        " JOIN notice AS n ON n.id = o.notice_id WHERE n.about_kind = ? AND n.about_number = ?"
        " AND o.answer IS NULL AND o.removed_at IS NULL ORDER BY o.id LIMIT 1",
        (KIND, project.label),
    )
    return "N1-1" if row is None else f"N{row['notice']}-{row['number']}"
