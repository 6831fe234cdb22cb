"""`jinlin member add`, `list`, `show` and what else is done with the register of members."""
