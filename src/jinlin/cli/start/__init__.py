"""The first steps: `init.py` founds a database, `demo.py` builds the example of `walk.py`.

`street_questions.py` prints what only the street office can answer.
"""
