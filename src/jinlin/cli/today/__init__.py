"""What wants doing today, each with the command to type next; the page of a bare `jinlin`.

`sections.py` gathers what each room tells, `today.py` is the verb and prints it.
"""
