"""Who is put in charge of an issue: found by what was typed, named in the answer."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.complex.household.people import named_for_sure, people_called, the_one
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import as_typed
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.naming import take_for
from jinlin.core.people.parties import looks_like_body
from jinlin.core.text import clean
from jinlin.core.typed import quoted
from jinlin.issue.record.actions import in_charge
from jinlin.issue.record.dispatch import refuse_assigning, stewards_of
from jinlin.issue.record.queries import IssueRow
from jinlin.person.people.queries import PersonRow, named_behind, near_names
from jinlin.store.transaction.tx import Reader


def person_called(reader: Reader, text: str, *, issue: str | None = None) -> PersonRow:
    """Return the one person a text means.

    Args:
        reader: the database.
        text: a name, `P12`.
        issue: the number of the issue she is to have to do with, for the hint.

    Raises:
        NotFoundError: nobody is meant, or several are.
    """
    typed = text = clean(text)
    found = people_called(reader, text)
    if not found and (behind := named_behind(text)) != text:
        text = behind
        found = people_called(reader, behind)
        if len(found) == 1:
            take_for(typed, found[0].name)
    if found:
        return the_one(reader, found, text, what=_what(reader, found))
    name = clean(text)
    body = looks_like_body(name)
    to_body = _("For a body: jinlin issue assign {number} --unit {text}").format(
        number=issue or _("NUMBER"), text=name if body else "物业公司"
    )
    if body:
        raise NotFoundError(
            _("“{text}” is nobody in the register; it looks like a body.").format(text=name),
            hint=to_body,
        )
    refused = NotFoundError(
        _("There is nobody called “{text}”.").format(text=text),
        hint=_("Record the person first: jinlin member add {text}. {to_body}").format(
            text=name, to_body=to_body
        ),
    )
    if near := near_names(reader, name):
        told = _("Did you mean: {near}?").format(near=_(", ").join(near))
        refused.hint = f"{told} {refused.hint}"
        refused.instead = typed, tuple(near)
    raise refused


def _what(reader: Reader, found: Sequence[PersonRow]) -> dict[int, str]:
    """Return by id the posts of people, else what they are to the branch."""
    if len(found) == 1:
        return {}
    from jinlin.member.register.queries import members_of

    known = members_of(reader, [person.id for person in found])
    return {member.person.id: member.titles or member.details.affiliation.label for member in known}


def in_charge_for_sure(reader: Reader, issue: IssueRow) -> str:
    """Return who is in charge; of people of one name also the number and the home."""
    known = None if issue.steward_id is None else named_for_sure(reader, issue.steward_id)
    return in_charge(known or issue.steward, issue.handler)


def is_body(reader: Reader, text: str) -> bool:
    """Return whether a text is called as bodies are, and nobody is called so."""
    name = clean(text)
    return looks_like_body(name) and not people_called(reader, name)


def nobody_named(reader: Reader, issue: IssueRow) -> UsageError:
    """Return the refusal to give an issue to nobody: with the line that gives it to the nearest.

    That is who looks after its place, else who had the last of its category, else the body that
    looks first, else the secretary.

    Raises:
        RuleError: it needs nobody: it is closed or secret.
    """
    refuse_assigning(issue)
    covers = stewards_of(reader, issue)
    who = covers[0].person.name if covers else _last_of_its_kind(reader, issue)
    first = "SELECT first_handler FROM category WHERE id = ?"
    if not who and "物业" in (reader.value(first, (issue.category_id,)) or ""):
        who = _to_body("物业公司")
    line = f"jinlin issue assign {issue.label} {who or reader.setting('secretary') or _('NAME')}"
    return UsageError(
        _("Whom issue {number} goes to is missing.").format(number=issue.label),
        hint=_("For example: {line}").format(line=as_spoken(line)),
    )


def _last_of_its_kind(reader: Reader, issue: IssueRow) -> str:
    """Return who had the last issue of the same category, as it is typed; empty for nobody."""
    last = reader.row(
        "SELECT i.handler, p.name FROM issue AS i LEFT JOIN person AS p ON p.id = i.steward_id"
        " AND p.removed_at IS NULL AND p.forgotten_at IS NULL"
        " WHERE i.category_id = ? AND i.id <> ? AND i.removed_at IS NULL"
        " AND coalesce(p.name, i.handler) IS NOT NULL"
        " ORDER BY i.reported_at DESC, i.id DESC LIMIT 1",
        (issue.category_id, issue.id),
    )
    if last is None:
        return ""
    return quoted(last["name"]) if last["name"] else _to_body(last["handler"])


def _to_body(name: str) -> str:
    return f"{as_typed('--unit')} {quoted(name)}"
