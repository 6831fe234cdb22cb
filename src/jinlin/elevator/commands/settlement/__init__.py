"""The end of the works: `settle` shares the final cost, `join` takes a late joiner in, `reopen` undoes.

What the first two do in common stands in `shared`: shown first, backed up, then done.
"""
