"""The books of a project: the account, what comes in and is spent, and what is shown of it.

`account` names who takes the money; `income` and `spend` share `shared`; `voucher`, `counterparty`
and `reverse` mend an entry; `ledger` and `disclose` show the books.
"""
