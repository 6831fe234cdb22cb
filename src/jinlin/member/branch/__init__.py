"""What belongs to the branch: its profile, its venue and rooms, its Party groups.

Read `profile`, `groups` and `group_register`, `rooms`, `venue`. Other rooms use
`profile.found_branch`, `groups.find_group`, `groups.members_of_group` and `rooms.ROOMS`.
"""
