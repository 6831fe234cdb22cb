"""The figures of a period, each computed once in a fixed number of questions.

`figures.py` holds them as values, `full.py` what the full edition adds, `public.py` what of them
may be posted (statistical disclosure control: small counts are folded together). `flow_queries.py`
counts issues from their events, `issue_queries.py` and `upper_queries.py` ask the rooms below, and
`queries.py` and `full_queries.py` put all together. `edition/`, `board/` and `site/` use
`queries.py`, `full_queries.py`, `public.py` and the values.
"""
