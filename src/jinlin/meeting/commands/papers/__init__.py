"""The papers: `minutes`, `summary`, `publish`, `object`, `confirm`, `correct`.

`shared` tells beside what goes out what stays in the house.
"""
