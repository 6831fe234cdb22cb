"""The first steps: `init.py` founds a database, `demo.py` builds the example of `walk.py`.

`new_complex.py` asks for whom a database is founded, `demo_folder.py` minds where the example may
lie, and `street_questions.py` prints what only the street office can answer.
"""
