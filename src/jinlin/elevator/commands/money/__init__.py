"""What doors pay, and what they are paid back.

`pay`, `refund` and `import_` write the books; `receipt` prints what was paid; `instalments`,
`arrears` and `remind` say what is owed; `fund` keeps the sub-accounts of the maintenance fund,
`running` the costs of the running lift. `shared` holds options and words, `account_options` those
of the account; the verbs of the books and of the settlement use both.
"""
