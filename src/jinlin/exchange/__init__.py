"""Tables from real life: xlsx, xls and csv as people have them, read without trusting them.

`file` brings sheets of cells out of a file within limits; `table` finds out what the cells
mean. Rooms use `table.rows` and `table.fields`; the files are opened by `output.importing`.
"""
