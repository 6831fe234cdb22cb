"""What is true of notices: pure functions, no database.

`notices` has types, periods, signers, numbers and where a notice stands on a day; `turns` says when
what recurs is due again; `matters` reads the list that ships with
the program (`matters.toml`).
"""
