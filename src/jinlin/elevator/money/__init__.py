"""The books of a project after adoption, kept in the one cash book (`ledger`).

`account` names who takes the money, `dues` says what each door owes, `door_accounts` where it
stands (sub-ledger of receivables), `queries` what moved. `receipts` and `bookkeeping` write,
`plausibility` looks before; `bank_statement` and `known_doors` take a list of the bank (record
linkage). `maintenance_fund`, `participants` and `running_costs` are what their names say; `pages`
is what a door is handed, `disclosure_page` what is posted. Reports use `queries.totals`.
"""
