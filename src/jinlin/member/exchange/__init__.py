"""Rosters of members in and out: a file is compared with the register and written at once.

Read `importing`, which uses `roster` and `party_cells` (one row), `known_people` (who is meant) and
`comparison` (what is new); `exporting` writes what an import reads again. No other room uses it.
"""
