"""What the branch posts of its records, where nobody is named who acts in no post.

`fund` draws the branch's own purses of a quarter, `revenue` the owners' common revenue on it,
`service_account` what the property service took in and spent,
`stewards` who looks after which building. The table of sources names them.
"""
