"""Everything public as a small web site: plain files that open from a USB stick and on a phone.

`content.py` reads once what it shows, `pages.py` sets each page in the frame of `frame.py`, and
`folder.py` writes the folder whole, in the place of the one before.
"""
