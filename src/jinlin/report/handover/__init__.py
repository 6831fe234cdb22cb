"""What a secretary hands over to the next one: `handover.py` asks it, `pages.py` sets the list.

The front door prints it with a checked backup (`jinlin db handover`).
"""
