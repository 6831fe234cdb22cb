"""The one people table: who somebody is, two records of one made one, somebody forgotten.

`rules.py` reads names and numbers; `people` records and finds them, `merge` makes one of two,
`erasure` forgets; `references` says where in the database people are told of.
"""
