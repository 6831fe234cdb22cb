"""Many issues at once: a notebook copied in or brought up to date, lines typed, a change to many.

A row is read by `notebook_rows` with `state_cells`, its words looked up in `lookup`; `importing`
takes the whole file: what has no number is written by `inserts`, what has one is placed by
`numbered` and brought up to date by `renewal` (upsert). `typed_lines` reads one issue a line,
`bulk` does the same to many. No other room uses any of it.
"""
