"""One cash book, kept by rooms above for whatever money is watched over.

A book is an append-only series of numbered entries in a table of the room that keeps it: nothing is
changed or deleted, an entry is taken back once by another that says why; who handles the money does
not approve it (segregation of duties, four-eyes); no entry makes an account fall below zero on any
later day. Read `rules` (what holds, pure), `amounts` (how they are added up), `book` (a `CashBook`
says which table it is; what can be asked of it), `entries` (enter, reverse, voucher, counterparty),
`statement` (a period as it is disclosed), `journal` (for hledger), `checks` (what `db check` asks)
and `forms` (what its commands ask and say alike).

The branch's purses (`member/fund/queries.py`: `FUND`, an account a purse) and the elevator's books
(`elevator/money/queries.py`: `BOOKS`, two accounts a project) are its clients. Another one, such as
grants to projects or what partners give, declares a `CashBook` of its own table with the columns
its docstring names, hands it to these functions, adds the table to `store/parties.py`, and
`book_rules` to its `checks.py`; its own are the kinds, the sums by kind, and the sentences.
"""
