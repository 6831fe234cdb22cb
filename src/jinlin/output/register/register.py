"""Changes of a register: a record is added, changed, taken from a table, and removed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeVar

from jinlin.core.columns import Kind
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.money import yuan
from jinlin.core.said import as_kept
from jinlin.core.text import compact
from jinlin.core.word import Word
from jinlin.output.register.records import DeclaredRecords
from jinlin.output.register.row import RegisterField, RegisterRow, stored
from jinlin.output.register.rules import (
    Changed,
    Draft,
    Numbering,
    Owner,
    RegisterChange,
)
from jinlin.store.transaction.tx import Reader, Tx

R = TypeVar("R", bound=RegisterRow)


class Register(DeclaredRecords[R]):
    """A register: what is read of it, and every change of it with its sentence in the history."""

    @property
    def _unique(self) -> bool:
        return self.numbered is None or self.numbered.unique

    def add(self, tx: Tx, said: Mapping[str, Any], of: Owner | None = None) -> Changed[R]:
        """Write a record.

        Args:
            tx: the transaction.
            said: what was said of its fields, by key; None what was not.
            of: what it belongs to.

        Raises:
            RuleError: there is one of its name, or a rule of the room refuses it.
            UsageError: a day cannot be read.
        """
        draft = self.drafted(tx, None, _given(tx, said), of)
        if self._unique:
            self._refuse_known(tx, str(draft.values[self.known_by]), of)
        change = self._insert(draft)
        self._beside(change)
        followed = self._followed(change)
        self._describe(tx, "add", followed.record, of)
        return followed

    def drafted(
        self, tx: Tx, record: R | None, values: Mapping[str, Any], of: Owner | None = None
    ) -> Draft:
        """Return a record as it is about to be kept, with these values of its fields.

        Args:
            tx: the transaction.
            record: as it is; None for a new one.
            values: what is new, by key, as it is kept.
            of: what it belongs to.

        Raises:
            RuleError: a rule of the room refuses it.
        """
        fields = [one for one in self.record.fields if not one.sql]
        defaults = {one.key: as_kept(one.default, tx.clock) for one in fields}
        held = defaults if record is None else record.values()
        kept = self._with_digests({**held, **values}, values)
        draft = Draft(tx, of, record, kept, frozenset(values))
        if self.rules.check is not None:
            self.rules.check(draft)
        return draft

    def write(self, draft: Draft) -> R:
        """Write what a table says of a record, without a sentence of its own."""
        change = self._insert(draft) if draft.old is None else self._update(draft)
        self._beside(change)
        return self._followed(change).record

    def _insert(self, draft: Draft) -> RegisterChange:
        tx, of = draft.tx, draft.of
        columns = self._columns(draft)
        if self.of is not None and of is not None:
            columns[self.of.column] = of.id
        if self.numbered:
            columns[self.numbered.column] = self._next(tx, self.numbered, of)
        row = self.model()(**columns)
        tx.session.add(row)
        tx.session.flush()
        return RegisterChange(tx, of, self.of_id(tx, vars(row)["id"], of), draft)

    def _beside(self, change: RegisterChange) -> Sequence[str]:
        return self.rules.beside(change) if self.rules.beside is not None else ()

    def edit(
        self, tx: Tx, record: R, said: Mapping[str, Any], of: Owner | None = None
    ) -> Changed[R]:
        """Change a record.

        Args:
            tx: the transaction.
            record: as it is.
            said: what was said of its fields, by key; None what was not; empty clears.
            of: what it belongs to.

        Raises:
            NotFoundError: a word that is to be taken out is not there.
            RuleError: nothing would change, or a rule refuses it.
        """
        values = _given(tx, said) | self._of_several(record, said)
        draft = self.drafted(tx, record, values, of)
        new = str(draft.values[self.known_by])
        if self._unique and compact(new) != compact(str(getattr(record, self.known_by))):
            self._refuse_known(tx, new, of)
        changed = self._changed(draft)
        change = self._update(draft)
        besides = self._beside(change)
        if not (changed or besides):
            raise self.wording.unchanged(f"{_(self.wording.what)} {self.name_of(record)}")
        followed = self._followed(change)
        labels = [one.label for one in changed if one.label]
        self._describe(tx, "edit", record, of, [*labels, *besides])
        return followed

    def _changed(self, draft: Draft) -> list[RegisterField]:
        return [
            one
            for one in stored(self.record.fields)
            if one.read(one.written(draft.values[one.key])) != getattr(draft.old, one.key)
        ]

    def _update(self, draft: Draft) -> RegisterChange:
        tx, of, number = draft.tx, draft.of, draft.old.id
        row = tx.session.get_one(self.model(), number)
        for one in self._changed(draft):
            setattr(row, one.key, one.written(draft.values[one.key]))
        tx.session.add(row)
        return RegisterChange(tx, of, self.of_id(tx, number, of), draft)

    def _of_several(self, record: R, said: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        """Return what fields of several hold after words were put in and taken out."""
        values = {}
        for one in self.record.fields:
            more, fewer = said.get(one.key) or (), said.get(fewer_key(one)) or ()
            if not one.of_several or not (more or fewer):
                continue
            held = list(getattr(record, one.key))
            for text in fewer:
                meant = [word for word in held if compact(word).startswith(compact(text))]
                if len(meant) != 1:
                    raise self.wording.holds_none(self.name_of(record), one.label, text, held)
                held.remove(meant[0])
            values[one.key] = (*held, *(word for word in more if word not in held))
        return values

    def remove(self, tx: Tx, record: R, of: Owner | None = None) -> Changed[R]:
        """Take a record out of the register; undo brings it back.

        Raises:
            RuleError: something holds it there.
        """
        if self.rules.refuse_removal is not None:
            self.rules.refuse_removal(tx, record)
        row = tx.session.get_one(self.model(), record.id)
        setattr(row, "removed_at", tx.clock.stamp)  # noqa: B010  (the class is made at run time)
        tx.session.add(row)
        followed = self._followed(RegisterChange(tx, of, record))
        self._describe(tx, "remove", record, of)
        return followed

    def _followed(self, change: RegisterChange) -> Changed[R]:
        """Do what follows from a change, and return the record as it is then."""
        if self.rules.aftermath is None:
            return Changed(change.record)
        after = self.rules.aftermath(change)
        if change.draft is None:
            return Changed(change.record, after)
        return Changed(self.of_id(change.tx, change.record.id, change.of), after)

    def _with_digests(self, values: dict[str, Any], given: Collection[str]) -> dict[str, Any]:
        """Return values with path and digest of a file that was named in their columns."""
        for one in self.record.fields:
            if one.names_file and one.key in given:
                from jinlin.store.check.proofs import Proof, file_columns

                proof = values[one.key]
                columns = file_columns(proof if isinstance(proof, Proof) else None)
                values |= {one.key: columns["file"], "sha256": columns["sha256"]}
        return values

    def _refuse_known(self, reader: Reader, name: str, of: Owner | None) -> None:
        for one in self.rows(reader, of):
            if compact(str(getattr(one, self.known_by))) == compact(name):
                there = str(getattr(one, self.known_by))
                words = (
                    f"{of.id} {there}" if of is not None and self.of and self.of.first else there
                )
                raise self.wording.there_already(there, words)

    def _columns(self, draft: Draft) -> dict[str, Any]:
        return {one.key: one.written(draft.values[one.key]) for one in stored(self.record.fields)}

    def _next(self, tx: Tx, numbering: Numbering, of: Owner | None) -> int:
        table = self.record.table
        if numbering.counted:
            return tx.next_number(f"{table}-{of.number}" if of else table)
        highest = tx.value(f"SELECT max({numbering.column}) FROM {table}")  # noqa: S608  (our own)
        return 1 + int(highest or 0)

    def _describe(
        self, tx: Tx, did: str, record: R, of: Owner | None, fields: Sequence[str] = ()
    ) -> None:
        owner = self.of.in_log(of) if of is not None and self.of else ""
        subject = of.label if of else "" if self.numbered else self.name_of(record)
        subject = record.label if self.lettered else subject
        sentence, reverse = self.wording.log(did, self._in_log(record), owner, fields)
        tx.describe(sentence, reverse=reverse, subject=subject)

    def _in_log(self, record: R) -> Value:
        """Return how the history calls a record: with what it is about, unless that is personal."""
        name: Value = self.name_of(record)
        if self.numbered and self.name_field.personal is None:
            known_by = getattr(record, self.known_by)
            name = (
                Message(N_("{number} {name}"), {"number": name, "name": Message(known_by.msgid)})
                if isinstance(known_by, Word)
                else f"{name} {known_by}"
            )
        amounts = [
            getattr(record, one.key)
            for one in stored(self.record.fields)
            if one.column is Kind.MONEY
        ]
        if not any(amounts[:1]):
            return name
        return Message(N_("{name} ({amount} yuan)"), {"name": name, "amount": yuan(amounts[0])})


def _given(tx: Tx, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was said as it is kept; what was not is left out."""
    return {key: as_kept(value, tx.clock) for key, value in said.items() if value is not None}


def fewer_key(one: RegisterField) -> str:
    """Return what a command's function calls the option that takes words out of a field."""
    return f"no_{one.key}"
