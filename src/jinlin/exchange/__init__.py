"""Tables from real life: xlsx, xls and csv as people have them, read without trusting them.

`file` brings sheets of cells out of a file within limits; `table` finds out what the cells
mean; `chain` reads who stands on a chain of WeChat (接龙), and `name_list` a list of names in any
file. Rooms use `table.rows`, `table.fields` and `name_list`; other files are opened by
`output.importing`.
"""
