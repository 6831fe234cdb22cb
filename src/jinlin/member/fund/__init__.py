"""The branch's purses in the one cash book (`ledger`), an account each, disclosed by the quarter.

Read `queries` (`FUND` declares the book), `filters` (what its entries can be asked for), `entries`
(what is written), `marks` (what was disclosed where) and `pages` (what is put up); `moved` is what
there was for one record. Other rooms use `moved`, `entries.named`, `queries.entries` and
`pages.account`.
"""
