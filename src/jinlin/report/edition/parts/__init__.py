"""The parts of a report, a module each: its sentences, from the figures of the period."""
