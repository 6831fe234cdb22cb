"""What every register says: in the history, after a change, and where something is refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.sentences import enumerated


class RegisterWords(NamedTuple):
    """How a register speaks of its records.

    Attributes:
        what: what one of them is, not yet translated: `room`.
        title: the heading of the listing, not yet translated.
        key: what the listing is called in JSON.
        command: the words before its verbs: `branch room`.
        example: what may follow `add`, as an example.
        adding: its verb that adds one.
    """

    what: str
    title: str
    key: str
    command: str
    example: str
    adding: str = "add"

    def line(self, verb: str, words: str = "") -> str:
        """Return a command of the register, as the user may type it."""
        return as_spoken(f"jinlin {self.command} {verb} {words}".rstrip())

    def log(
        self, did: str, name: Value, of: Value, fields: Sequence[str] = ()
    ) -> tuple[Message, ...]:
        """Return the sentence of a change for the history, and the one for taking it back.

        Args:
            did: `add`, `edit` or `remove`.
            name: what people call the record.
            of: what it belongs to; empty where it stands alone.
            fields: the labels of what was changed, not yet translated.
        """
        words: dict[str, Value] = {"what": Message(self.what), "name": name}
        if of:
            words["of"] = of
        if fields:
            words["fields"] = enumerated(dict.fromkeys(fields))
        told = did if fields or did != "edit" else "edit something"
        return tuple(Message(sentence, words) for sentence in _LOG[told, bool(of)])

    def unknown(self, text: str, known: Sequence[str], of: str, *, new: str = "") -> NotFoundError:
        """Return the error for a name that none has; those there are are listed.

        Args:
            text: what was typed.
            known: what those there are are called.
            of: to what they belong; empty where they stand alone.
            new: what may follow `add` to have one of that name; else the example does.
        """
        said = _("{of} has no {what} “{text}”.") if of else _("There is no {what} “{text}”.")
        return NotFoundError(
            said.format(of=of, what=_(self.what), text=text),
            hint=_("Known: {known}.").format(known=_(", ").join(known))
            if known
            else _("Add it first: {line}").format(
                line=self.line(self.adding, new or _(self.example))
            ),
        )

    def there_already(self, name: str, words: str) -> RuleError:
        """Return the error for a name that another one has; `words` name it on a line."""
        return RuleError(
            _("There is a {what} “{name}” already.").format(what=_(self.what), name=name),
            hint=_("Change it: {line}").format(line=self.line("edit", words)),
        )

    def unchanged(self, name: str) -> RuleError:
        """Return the error for an edit that changes nothing."""
        return RuleError(
            _("{name} is recorded like that already.").format(name=name),
            hint=_("See: {command}").format(command=self.line("list")),
        )

    def holds_none(self, name: str, label: str, text: str, held: Sequence[str]) -> NotFoundError:
        """Return the error for a word that is to be taken out of a field of several."""
        return NotFoundError(
            _("{name}: “{text}” is not among its {field}.").format(
                name=name, text=text, field=_(label)
            ),
            hint=_("There are: {known}.").format(known=_(", ").join(held))
            if held
            else _("There are none yet."),
        )

    def empty(self) -> str:
        """Return the sentence for a list of none."""
        return _("None is recorded yet. Add one: {line}").format(
            line=self.line(self.adding, _(self.example))
        )


_LOG = {
    ("add", False): (N_("Added {what} {name}"), N_("remove {what} {name}")),
    ("add", True): (N_("Added {what} {name} to {of}"), N_("remove {what} {name} of {of}")),
    ("edit", False): (
        N_("Changed {what} {name}: {fields}"),
        N_("set {what} {name} back: {fields}"),
    ),
    ("edit", True): (
        N_("Changed {what} {name} of {of}: {fields}"),
        N_("set {what} {name} of {of} back: {fields}"),
    ),
    ("edit something", False): (N_("Changed {what} {name}"), N_("set {what} {name} back")),
    ("edit something", True): (
        N_("Changed {what} {name} of {of}"),
        N_("set {what} {name} of {of} back"),
    ),
    ("remove", False): (N_("Removed {what} {name}"), N_("put {what} {name} back")),
    ("remove", True): (N_("Removed {what} {name} of {of}"), N_("put {what} {name} of {of} back")),
}

_DONE = {
    "add": N_("{what} {name} was added"),
    "edit": N_("{what} {name} was changed"),
    "remove": N_("{what} {name} was removed"),
}


def done_sentence(wording: RegisterWords, did: str, name: str, values: Sequence[str]) -> str:
    """Return what a command says after a change; `values` are what the record holds now."""
    said = _(_DONE[did]).format(what=_(wording.what), name=name)
    said = said[:1].upper() + said[1:]
    return f"{said}{_(': {values}').format(values=_('; ').join(values)) if values else ''}{_('.')}"
