"""From door to door, three papers apart: `consult`, `ballot`, `agreement`; who is `affected`; `tally`.

`signatures` reads who signed and who went; `sheets` takes a filled sheet over for any of the three.
"""
