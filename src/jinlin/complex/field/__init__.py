"""Fields of a branch's own, for buildings, households and members (user-defined fields).

`fields` is the register of them, `own_fields` finds and fills them, `own_columns` puts them beside
what a register shows, `own_cells` reads them from a table of an import. `member` uses the last
three for its own register.
"""
