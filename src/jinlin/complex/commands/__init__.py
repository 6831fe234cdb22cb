"""The commands of the room: `building` and `household`, a file a verb, and `field` of `config`.

Each verb is loaded when it is typed. `options.py` holds what the verbs of a noun ask for alike.
"""
