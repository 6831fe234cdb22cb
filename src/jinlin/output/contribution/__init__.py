"""What a room hands out to a page that is made of many rooms, in a declared shape.

`rooms` is the one table of who hands out what, and loads it. The shapes: `today_lines` of what
waits (`jinlin today`), `handover_parts` of what is handed over (`jinlin db handover`);
`full_parts` of what stands below the page of a report (`--full`); `notice_sources` of a notice that
is drawn from records, with the table of who draws which; `gifts` of what units gave for a record;
`discussions` of where the branch discussed what it answers.
A room declares its share in the module the table names.
"""
