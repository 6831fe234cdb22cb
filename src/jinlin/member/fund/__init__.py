"""The branch's purses: one append-only ledger, a sub-ledger each, disclosed by the quarter.

Read `queries`, `entries` (what is written), `vouchers`, `marks` (what was disclosed where) and
`pages` (what is put up). Other rooms use `entries.named`, `queries.entries`, `pages.account` and
`vouchers.voucher_columns`.
"""
