"""The books of a project after adoption: never changed, only reversed; the works apart from running.

`account` names who takes the money, `dues` what each door owes (sub-ledger of receivables),
`queries` what moved; `receipts` and `bookkeeping` write, `plausibility` asks before,
`bank_statement` and `known_doors` take a list of the bank (record linkage); `maintenance_fund`,
`participants` and `running_costs` for what their names say; `pages` is what is handed out.
Reports and the board use `dues`, `queries` and `pages`.
"""
