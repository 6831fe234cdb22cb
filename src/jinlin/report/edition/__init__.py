"""The figures of a period as people read them.

`wording.py` has the sentences of both languages; `pages.py` sets the page from `parts/`, a module
a part, and `tables.py`, as much as one sheet has room for (`room.py`), and hangs on it what
`attachments.py` and, for the full edition, `full_pages.py`, `headlines.py` and `charts.py` have;
`workbook.py` and `figures_json.py` are its other forms;
`drill_down.py` finds the issues behind a figure; `filed_reports.py` keeps what was handed in, and
`filed_pages.py` says what has changed since. `board/` and `site/` use the tables that are posted.
"""
