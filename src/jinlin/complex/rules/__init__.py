"""What is true of a complex: pure functions, no database.

`address` reads and writes homes (`3-1-502`), `postal` takes off the street before them;
`buildings` has the fixed choices (`Use`, `AreaBasis`, `NoteKind`, `Role`) and what homes must not
contradict; `shares` are exact fractions; `visits` say what came of one and when the next is due;
`own_fields` are columns the branch made for itself. All of it may be used by other rooms.
"""
