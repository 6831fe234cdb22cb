"""How a project goes on: `status`, `stage`, `milestone`, the version in force and what is handed out.

`adopt` puts a version in force, `notice` posts it, `sheet` prints a page for each door.
"""
