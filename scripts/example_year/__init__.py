"""A year of the example complex, and every paper printed of it: to be looked at, and for the tests.

`year.txt` is what the secretary types from March to November 2026, `files/` what she imports,
`year.py` types it; `papers.py` lists the papers, one a line.
"""
