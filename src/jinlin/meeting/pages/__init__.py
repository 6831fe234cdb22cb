"""The papers of a meeting, one file a paper.

Read `wording` (how they put what they tell), `paper` (what all are written from) and `release`
(what of it may leave the house); then `agenda`, `invitation` (notice and attendance sheet),
`votes` (how minutes tell one) in `minutes`, `summary` and `publication`. Other rooms use
`paper_of`, `let_out` and `published`.
"""
