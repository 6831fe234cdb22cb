"""Pages people hand in and workbooks they open, in one house style; knows no room.

Read `page` (what stands on a page), then what it becomes: `screen`, `markdown`, `html`, `docx`
(with `docx_styles`, `docx_tables`, `docx_template`), `charts`. Workbooks: `xlsx` and
`xlsx_cells`, `template` (an empty table to fill in). `xmltext` is text that XML can carry.
Rooms use `page` and `template`.
"""
