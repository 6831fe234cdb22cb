"""The record of what was done (audit log): `log.py`, `undo.py` and `redo.py` are the verbs.

`log_chain.py` verifies the hash chain of the entries, `reversal.py` is what undo and redo share,
and `row_names.py` says what people call a row; `database/` uses that too.
"""
