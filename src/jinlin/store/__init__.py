"""The one SQLite file: who opens it, what a command writes, and what is remembered of it.

From the bottom: `file` (the file on the disk), `schema` (its tables, and what is personal in
them), `record` (what the history keeps of a command), `transaction` (what a command holds in
its hand), `history` (verify, undo, forget), `backup`, `command` and `check`. Every room uses
`command.command.reading` and `writing`, `transaction.tx.Reader` and `Tx`, and declares what the
store asks of it in `references`, `known` and `check.checks.Rule`.
"""
