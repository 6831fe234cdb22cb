"""The project and what makes up its cost: `projects` has its verbs.

`quote`, `cost` and `subsidy` are families, each with its table and its verbs in one module.
"""
