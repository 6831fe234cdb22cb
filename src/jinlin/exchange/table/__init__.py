"""Sheets of cells become rows of fields.

Read `reader` (the way in), `headers` and `value_words` (what columns and words mean, after
`aliases.toml`), `fields`, `rows` (one row, asked for what it means), `several` (many people in
one cell), `repeats` and `leftovers` (同上, totals, notes), `serial_days`, `book` (several sheets
as one).
"""
