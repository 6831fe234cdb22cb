"""Rosters of members in and out: a file is compared with the register and written at once.

Read `importing`, which uses `roster` and `party_cells` (one row) and `comparison` (what is new;
who is meant is told by `person.people.recognition`); `exporting` writes what an import reads
again. No other room uses it.
"""
