"""Verbs of `jinlin notice` that need the records of all rooms; that noun names them in its table.

`post.py`, `withdraw.py`, `print.py`, `due.py` and `site.py` put up and take down, `ask.py` and
`answer.py` serve who asks or objects; `interview.py` asks what a notice lacks, `shared.py` tells what nobody will read of a text in public.
"""
