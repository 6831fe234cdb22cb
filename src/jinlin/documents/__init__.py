"""Pages people hand in and workbooks they open, in one house style; knows no room.

Read `page` and `box` (what stands on a page), then what it becomes: `screen`, `markdown`, `html`,
`word`, `charts` (`chart_marks` parts their series). On paper, `measures` says how large things
are, `columns` how wide, and `fitting` how tightly a page is set so that it takes no sheet too many.
Workbooks: `xlsx` and `xlsx_cells`, `template` (an empty table to fill in). `xmltext` is text that
XML can carry.
Rooms use `page` and `template`.
"""
