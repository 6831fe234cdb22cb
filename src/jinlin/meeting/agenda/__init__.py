"""An agenda that is drawn up: by hand, and from what is stuck, undone, due or left over.

Read `agenda_items` (changes by hand; after opening they need a reason), `agenda_sources` (items
that come from elsewhere, put on once and said anew), `agenda_backlog` (what there is to draw from)
and `agenda_draft` (`--build`, and the Friday council it is for). The rows are `record/agenda.py`.
A higher room adds items of its own with `add_agenda_source`.
"""
