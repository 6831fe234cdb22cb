"""A file from outside becomes sheets of cells, within limits, whatever is in it.

Read `source` (fetched, known by its content), then by kind: `csvfile`, `jsonfile`, and for
workbooks `gate` (before anything is parsed: no bomb), `parts` and `reach`, `workbook` and
`opener` (parsed in a process of its own), `looks` (what no reader tells). `sheets` and `cells`
are what comes out, `refusals` why a file is not read.
"""
