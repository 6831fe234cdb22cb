"""The one gate: whether what stems from an issue may leave the house, and in what form.

Boards, papers of meetings, notices, calendars, the site and reports all ask here. What a private
issue says stays in the house; it stands outside under the title it was given for that, or is
counted under its category. Of a secret one nothing stands anywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.core.people.folding import fold
from jinlin.core.sentences import begun
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.categories import category_label
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.numbers import issue_label
from jinlin.store.transaction.tx import Reader

_OPEN: Final = "i.private = 0 AND i.category_id IN (SELECT id FROM category WHERE privacy = 'open')"
_SILENT: Final = "i.category_id IN (SELECT id FROM category WHERE privacy = 'secret')"
PUBLIC: Final = (
    "i.removed_at IS NULL AND i.merged_into IS NULL"
    f" AND ({_OPEN} OR i.public_title IS NOT NULL AND NOT {_SILENT})"
)
"""Whether `issue AS i` stands on the board, by its own title or by the one it was given for it."""
TITLE_OUTSIDE: Final = "ifnull(i.public_title, i.title)"
"""What `issue AS i` is called there, before names are hidden."""
KEPT_BACK: Final = f"NOT ({_OPEN})"
"""Whether what is said about `issue AS i` stays in the house."""
SHORTEST_TITLE: Final = 5
"""A shorter title stands in sentences about something else as well."""
_OTHER: Final = "其他"
_OTHER_IN_ENGLISH: Final = "Other "
"""How a category begins that takes the rest of its group: 其他邻里矛盾."""
_KIND: Final = (
    "CASE WHEN c.code = c.group_code THEN (SELECT min(o.name) FROM category AS o"  # noqa: S608  (our own words)
    f" WHERE o.group_code = c.group_code AND o.code <> c.code AND o.name LIKE '{_OTHER}%') END"
)
"""What `category AS c` is counted as where it is a whole group: what takes the rest of it."""


class Disclosure(StrEnum):
    """In what form something that is kept back stands outside, the strictest first."""

    NOTHING = "nothing"
    COUNTED = "counted"
    TITLED = "titled"


class KeptBack(NamedTuple):
    """An issue of which nothing that was written leaves the house.

    Attributes:
        number: as people read it: `2026-0007`.
        category: its category's name.
        title: what it is called outside; None where it is only counted.
        own: its own title, which stays in the house; empty where one that is open is called so.
        typed: what it is called outside as somebody typed it, before names are hidden.
        kind: what it is counted as; empty for its category.
    """

    number: str
    category: str
    form: Disclosure
    title: str | None
    own: str
    typed: str = ""
    kind: str = ""

    @property
    def words(self) -> str:
        """What stands in place of a text about it: the title it was given, else `邻里矛盾1件`."""
        if self.form is Disclosure.TITLED:
            return self.title or ""
        return counted(self.counted_as if self.form is Disclosure.COUNTED else "", 1)

    @property
    def words_ahead(self) -> str:
        """What stands in its place before the meeting that hears it: `邻里矛盾1件（会上说明）`."""
        if self.form is not Disclosure.COUNTED:
            return self.words
        return _("{category}: {count} (told at the meeting)").format(
            category=_kind_of_matter(self.counted_as), count=1
        )

    @property
    def counted_as(self) -> str:
        """What it is counted as: its category, or of a whole group what stands for the group."""
        return self.kind or self.category


def how_to_tell(kept: Iterable[KeptBack]) -> str:
    """Return how what is only counted is given words for outside; empty where nothing is."""
    if any(one.form is Disclosure.COUNTED for one in kept):
        return _("What may be told of one: jinlin issue edit NUMBER --public-title …")
    return ""


def told_of(kept: Mapping[str, KeptBack], *, ahead: bool = False) -> Iterator[str]:
    """Return what the secretary is told of what stays in the house: why, and what stands for it.

    Args:
        kept: by the label of an item, a resolution or an action item what stays in the house.
        ahead: it is a paper that goes out before the meeting.
    """
    labels: dict[KeptBack, list[str]] = {}
    for label, one in kept.items():
        labels.setdefault(one, []).append(label)
    for one, records in labels.items():
        text = (
            _("{records} is left out: issue {number} ({category}) is secret.")
            if one.form is Disclosure.NOTHING
            else _(
                "{records} stays in the house, since issue {number} ({category}) is not public;"
                " in its place stands: {words}"
            )
        )
        yield text.format(
            records=_(", ").join(records),
            number=one.number,
            category=category_label(one.category),
            words=one.words_ahead if ahead else one.words,
        )
    if told := how_to_tell(labels):
        yield told


def not_public(number: str, kept: KeptBack, see: str) -> RuleError:
    """Return the refusal to hang what stays in the house.

    Args:
        number: the record.
        kept: what keeps it there.
        see: where to look where nothing of it can be told.
    """
    return RuleError(
        _("{number} is about a matter that is not public: {what}.").format(
            number=number, what=kept.words
        ),
        hint=how_to_tell([kept]) or see,
    )


def counted(category: str, count: int) -> str:
    """Return how many matters of a category stay in the house; without one, of none named.

    It says that something is left out in words that hold on a board as well as in a summary.
    """
    what = _kind_of_matter(category)
    return _("{category}: {count} (details left out)").format(category=what, count=count)


def _kind_of_matter(category: str) -> str:
    named = category_label(category).removeprefix(_OTHER).removeprefix(_OTHER_IN_ENGLISH)
    return begun(named) or category or _("matters that are not listed")


def all_counted(kept: Iterable[KeptBack]) -> list[str]:
    """Return what stands in place of several texts: those of one category in one line."""
    lines: Counter[str] = Counter()
    titled: dict[str, None] = {}
    for one in kept:
        if one.form is Disclosure.TITLED:
            titled[one.words] = None
        elif one.form is Disclosure.COUNTED:
            lines[one.counted_as] += 1
    return [*titled, *(counted(category, count) for category, count in lines.items())]


def strictest(kept: Iterable[KeptBack]) -> KeptBack | None:
    """Return the one of several that says least; None of none."""
    forms = list(Disclosure)
    return min(kept, key=lambda one: (forms.index(one.form), one.number), default=None)


def kept_back(reader: Reader) -> Mapping[str, KeptBack]:
    """Return every issue that is kept back, by its number."""
    rows = reader.rows(
        f"SELECT i.year, i.number, i.public_title, c.name, c.privacy, {_KIND} AS kind,"  # noqa: S608  (our own columns)
        f" CASE WHEN i.title IN (SELECT i.title FROM issue AS i WHERE {_OPEN}) THEN ''"
        " ELSE i.title END AS own FROM issue AS i"
        f" JOIN category AS c ON c.id = i.category_id WHERE {KEPT_BACK}"
    )
    outside = redactor_of(reader) if any(row["public_title"] for row in rows) else None
    return {
        label: KeptBack(
            number=label,
            category=row["name"],
            form=_form(row["privacy"], row["public_title"]),
            title=outside.text(row["public_title"]) if outside and row["public_title"] else None,
            own=row["own"],
            typed=row["public_title"] or "",
            kind=row["kind"] or "",
        )
        for row in rows
        for label in [issue_label(row["year"], row["number"])]
    }


def _form(privacy: str, title: str | None) -> Disclosure:
    if privacy == "secret":
        return Disclosure.NOTHING
    return Disclosure.COUNTED if title is None else Disclosure.TITLED


class Withheld:
    """Texts that stay in the house, found wherever somebody wrote them down again.

    Blanks, line breaks, punctuation and other widths of the same characters hide nothing. A title
    that was given for outside stands as it is, also where it holds such a text.

    Args:
        texts: each with what it belongs to; one that is too short is no such text.
    """

    def __init__(self, texts: Iterable[tuple[str, KeptBack]]) -> None:
        self._by_beginning: dict[str, list[tuple[str, KeptBack | None]]] = {}
        outside: dict[str, None] = {}
        for said, kept in texts:
            self._add(said, kept)
            if kept.form is Disclosure.TITLED:
                outside |= dict.fromkeys((kept.typed, kept.title or ""))
        for title in outside:
            self._add(title, None)

    def _add(self, said: str, kept: KeptBack | None) -> None:
        """Keep a text with what it belongs to; with none it stands as it is."""
        text = "".join(filter(str.isalnum, fold(said).text))  # as `bare`, without the places
        if len(text) >= SHORTEST_TITLE:
            self._by_beginning.setdefault(text[:SHORTEST_TITLE], []).append((text, kept))

    def found(self, text: str) -> list[KeptBack]:
        """Return what the texts that stand in a text belong to."""
        found: list[KeptBack] = []
        self.text(text, found)
        return found

    def text(self, text: str, found: list[KeptBack] | None = None) -> str:
        """Return a text with what stands outside in place of what stays in the house.

        Args:
            text: what was written.
            found: is given what each replaced text belongs to.
        """
        if not self._by_beginning:
            return text
        bare = fold(text).bare()
        parts, at, done = list[str](), 0, 0
        while at < len(bare.text):
            same = self._by_beginning.get(bare.text[at : at + SHORTEST_TITLE], ())
            fitting = [pair for pair in same if bare.text.startswith(pair[0], at)]
            if not fitting:
                at += 1
                continue
            said, kept = max(fitting, key=lambda pair: (len(pair[0]), pair[1] is None))
            start, end = bare.span(at, at + len(said))
            parts += [text[done:start], text[start:end] if kept is None else kept.words]
            at, done = at + len(said), end
            if found is not None and kept is not None:
                found.append(kept)
        return "".join([*parts, text[done:]])


def board_told(reader: Reader, issue: IssueRow) -> str:
    """Return how an issue that is kept back stands on the board, in a sentence; else nothing."""
    if issue.secret:
        return _("It stays in the house: on no board, agenda, sheet or report.")
    if issue.public_title is not None:
        return _("On the board it stands as: {title}").format(
            title=redactor_of(reader).text(issue.public_title)
        )
    if not issue.private and issue.privacy == "open":
        return ""
    why = (
        _("It is kept off boards and public lists.")
        if issue.privacy == "open"
        else _("“{category}” makes it private: it is kept off boards and public lists.").format(
            category=category_label(issue.category)
        )
    )
    return why + _(" To show it there under another title: jinlin issue edit {number}"
                   " --public-title …").format(number=issue.label)  # fmt: skip
