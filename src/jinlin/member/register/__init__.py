"""The register of members: who is in it, comes, goes, and may vote.

Read `queries`, `filters` (what can be asked for) and `actions`, then `transfers` (membership
moves), `voters` (quorum and majority), `newcomers` (somebody not known yet), `people` (anybody, a
member or not) and `duplicates` (who is recorded twice). Other rooms use `queries.members`,
`queries.members_of` and `voters.electorate`.
"""
