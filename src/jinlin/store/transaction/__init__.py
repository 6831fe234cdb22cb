"""What a command holds in its hand while it is at work.

Read `tx` (a reader for questions, a transaction for writing), `session` (the SQLModel door on
the same connection), `models` (the classes behind it, made of the declared registers), `steps` (an
operation of several entries). Every room takes `tx.Reader`
and `tx.Tx`.
"""
