"""How a project goes on, on all that is below: its status, its stages, and what leaves the house.

`facts` and `status` say where it stands, `on_day` where it stood when a period ended; `actions` and
`project_milestones` move it, `adoption` puts a version in force; `public_notice` and `door_sheets`
are what is posted and carried from door to door; `door_plan` finds what a door pays. The `…pages`
print. The board uses `public_notice`.
"""
