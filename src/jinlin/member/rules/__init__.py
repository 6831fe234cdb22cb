"""What is true of branches, members, posts and purses, without a database.

Read `party` and `party_days` for members, `posts` and `post_cells` for what they hold, `branch`
and `purses` for the branch and its money; `cross_posting`, `skills` and `party_dues` stand alone.
Other rooms use the fixed choices `Affiliation`, `PartyState`, `Body`, `BranchType`, `Purse` and
`Direction`.
"""
