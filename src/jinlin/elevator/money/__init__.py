"""The books of a project after adoption: nothing is changed, only reversed.

`account` names who takes the money, `dues` what each door owes (sub-ledger of receivables),
`queries` what moved; `receipts` and `bookkeeping` write, `plausibility` asks before,
`bank_statement` and `known_doors` take a list of the bank (record linkage); `maintenance_fund`,
`participants` and `running_costs` for what their names say; `pages` is what is handed out.
Reports use `queries.totals`.
"""
