"""Fields of a branch's own, for buildings, households and members (user-defined fields).

`own_fields` makes and fills them, `own_columns` puts them beside what a register shows,
`own_cells` reads them from a table of an import. `member` uses all three for its own register.
"""
