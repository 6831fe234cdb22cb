"""What a room hands out to a page that is made of many rooms, in a declared shape.

`rooms` is the one table of who hands out what, and loads it; `today_lines` is the shape of what
waits (`jinlin today`). A room declares its share in the module the table names.
"""
