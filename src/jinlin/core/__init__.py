"""What every room stands on, and which knows no room.

Read `call` and `errors` (a command and how it fails), `i18n` and `sentences` (two languages),
`text`, `word` (fixed choices), `clock`, `money`, `decimals` and `numerals`, `columns` (a column of
a listing), `reference` (numbers of records), `config`; `typed` is how a command line
is written. Packages: `line` (what is typed on it), `people` (names, phones, ids), `days` (as they
are said, stretches, working days) and `files` (bytes in and down to the disk).
"""
