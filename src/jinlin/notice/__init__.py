"""Public disclosure: period, places, objections against a reference; knows no subject."""
