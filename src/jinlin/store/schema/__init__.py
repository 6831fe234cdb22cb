"""The numbered SQL scripts, each of which brings a database from one version to the next.

Read `upgrade` (the scripts carried out, then the triggers of the history), `filling` and
`known_days` (what a script cannot write by itself). `personal` lists the columns with personal
data; `person_rows`, `retention` and `duties` say whose a row is, what stays of somebody who is
forgotten, and what still needs her record. Other rooms use these four.
"""
