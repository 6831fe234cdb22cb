"""The project of an entrance, its versions and what its cost is made of.

`stairwell` says which entrance is meant, `projects` which project; `plans` and `plan_actions` keep
the versions of the scheme, `version_listing` shows them; `quotes`, `costs` and `subsidies` make up
the cost. Reports, the board and `today` use `projects` and `plans`.
"""
