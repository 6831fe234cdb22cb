"""One issue: how it is kept, and every step that can be taken with it.

`queries` says which one is meant and how it is now, `life` which steps it took, and `transitions`
writes a step as the table of steps allows; all actions go through it: `actions` (record, note,
decide), `dispatch` (who is in charge), `correction`, `deferral`, `closure`, `evaluation`, `links`.
`categories` and `promises` are what the branch promises, `guesses` what words sound like, `dates`
the days that follow, `moments` what people say of when, `whereabouts` of where, `context` what
belongs to an issue beside its row. Other rooms use `queries`, `life`, `transitions`,
`actions.decided` and `actions.refuse_secret`.
"""
