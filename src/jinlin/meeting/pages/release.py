"""Redaction: a meeting's paper as it may leave the house, with nothing of what is kept back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinlin.issue.privacy.publicity import Disclosure, KeptBack, Withheld
from jinlin.issue.privacy.redaction import Redactor
from jinlin.issue.privacy.redactors import discreet_texts, redactor_of
from jinlin.meeting.pages.paper import Paper, sent_out, unspoken
from jinlin.meeting.record.agenda import AgendaChangeRow, AgendaItem, SourceKind, item_label
from jinlin.meeting.record.register import ActionRow, Resolution
from jinlin.meeting.record.ties import ties, withheld
from jinlin.meeting.rules.meetings import PARTY_MEETINGS
from jinlin.output.listing.discretion import Redaction
from jinlin.store.transaction.tx import Reader

_INSIDE: Final = frozenset({Disclosure.NOTHING})
"""What the branch's own members are not told either."""
_EVERYBODY: Final = frozenset(Disclosure)


def let_out(
    reader: Reader, paper: Paper, form: Redaction = Redaction.LIST, *, counted: bool = False
) -> Paper:
    """Return a paper as it may leave the house: what stays is replaced, or left out if secret.

    Titles of a meeting and its items that somebody typed name no resident. What the branch's own
    members are told of their meetings names whom it is about, and holds private issues.

    Args:
        reader: the database.
        paper: as it is kept.
        form: what stands in the place of a resident; on what is posted nobody is recognised.
        counted: private issues are only counted on what the members themselves are sent, too.
    """
    found = ties(reader)
    party = paper.meeting.type in PARTY_MEETINGS
    forms = _INSIDE if party and not counted else _EVERYBODY
    kept = {label: one for label, one in found.kept.items() if one.form in forms}
    shown = paper if party else _nameless(reader, paper, form)
    whole, number = shown.whole, paper.meeting.number
    labels = {item.id: item_label(number, item.position) for item in whole.items}
    mine = {
        *labels.values(),
        *(r.label for r in whole.resolutions),
        *(t.label for t in whole.tasks),
    }
    gone = {label for label, one in kept.items() if one.form is Disclosure.NOTHING}
    return paper._replace(
        whole=whole._replace(
            items=tuple(
                _item(item, kept.get(labels[item.id]))
                for item in whole.items
                if labels[item.id] not in gone
            ),
            resolutions=tuple(
                _decision(row, kept.get(row.label))
                for row in whole.resolutions
                if row.label not in gone
            ),
            tasks=tuple(
                _task(row, kept.get(row.label)) for row in whole.tasks if row.label not in gone
            ),
            changes=_changes(whole.changes, {} if party else found.items),
        ),
        kept={label: one for label, one in kept.items() if label in mine},
    )


def _nameless(reader: Reader, paper: Paper, form: Redaction) -> Paper:
    """Return a paper without residents in its titles, and without words of what is kept back."""
    words, whole = withheld(reader), paper.whole
    titles = discreet_texts(reader, [words.text(item.title) for item in whole.items], form=form)
    items = (
        item._replace(title=title, view=item.view and words.text(item.view))
        for item, title in zip(whole.items, titles, strict=True)
    )
    resolutions = (
        row._replace(
            text=words.text(row.text),
            basis=row.basis and words.text(row.basis),
            result=row.result and words.text(row.result),
            remark=row.remark and words.text(row.remark),
        )
        for row in whole.resolutions
    )
    tasks = (
        row._replace(text=words.text(row.text), remark=row.remark and words.text(row.remark))
        for row in whole.tasks
    )
    meeting = whole.meeting._replace(
        title=title_outside(redactor_of(reader, parties=False), whole.meeting.title, words)
    )
    return paper._replace(
        whole=whole._replace(
            meeting=meeting,
            items=tuple(items),
            resolutions=tuple(resolutions),
            tasks=tuple(tasks),
        )
    )


def of_items(kept: Mapping[str, KeptBack]) -> Mapping[str, KeptBack]:
    """Return what stays in the house of an agenda alone."""
    return {label: one for label, one in kept.items() if "/" in label}


def of_resolutions(kept: Mapping[str, KeptBack]) -> Mapping[str, KeptBack]:
    """Return what stays in the house of what was resolved alone."""
    return {label: one for label, one in kept.items() if "-" in label}


def told_inside(reader: Reader, paper: Paper) -> list[str]:
    """Return the items that stand on a paper of the Party's own meeting though they are private.

    Args:
        reader: the database.
        paper: as it may leave the house.
    """
    if paper.meeting.type not in PARTY_MEETINGS:
        return []
    kept, number = ties(reader).kept, paper.meeting.number
    labels = (item_label(number, item.position) for item in sent_out(paper)[0])
    return [label for label in labels if label in kept]


def hushed(reader: Reader, paper: Paper) -> Paper:
    """Return a paper of the Party's own meeting as others read it: of issues no names.

    It is one treatment for all that stems from issues, private or not.
    """
    kept, number, whole = ties(reader).kept, paper.meeting.number, paper.whole
    redactor = redactor_of(reader)
    drawn = {
        item.position
        for item in whole.items
        if item.source_kind == SourceKind.ISSUE or item_label(number, item.position) in kept
    }

    def hush(text: str, *, about: bool) -> str:
        return redactor.nameless(text) if about else text

    return paper._replace(
        whole=whole._replace(
            items=tuple(
                item._replace(
                    title=hush(item.title, about=about),
                    view=item.view and hush(item.view, about=about),
                )
                for item in whole.items
                for about in [item.position in drawn]
            ),
            resolutions=tuple(
                r._replace(
                    text=hush(r.text, about=bool(r.issues) or r.item in drawn or r.label in kept)
                )
                for r in whole.resolutions
            ),
            tasks=tuple(
                t._replace(text=hush(t.text, about=t.item in drawn or t.label in kept))
                for t in whole.tasks
            ),
        )
    )


def title_outside(redactor: Redactor, title: str, words: Withheld) -> str:
    """Return what a meeting is called outside: it names nobody, no door and nothing kept back.

    Args:
        redactor: what hides everybody's name; a council must know the parties it talks about.
        title: as somebody typed it.
        words: what finds the words of what is kept back.
    """
    return redactor.nameless(words.text(title))


def _item(item: AgendaItem, kept: KeptBack | None) -> AgendaItem:
    if kept is None:
        return item
    return item._replace(
        title=kept.words, note=None, view=None, source_text=None,
        internal=item.internal or unspoken(item.title),
    )  # fmt: skip


def _decision(row: Resolution, kept: KeptBack | None) -> Resolution:
    if kept is None or unspoken(row.text):
        return row
    return row._replace(text=kept.words, basis=None, result=None, vote=None, remark=None)


def _task(row: ActionRow, kept: KeptBack | None) -> ActionRow:
    if kept is None or unspoken(row.text):
        return row
    return row._replace(text=kept.words, remark=None)


def _changes(
    changes: tuple[AgendaChangeRow, ...], kept: Mapping[int, KeptBack]
) -> tuple[AgendaChangeRow, ...]:
    """Return what was changed on the agenda of what may be told; of the rest nothing."""
    return tuple(change for change in changes if change.item_id not in kept)
