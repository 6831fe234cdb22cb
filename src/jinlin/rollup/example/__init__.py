"""A small invented province, whose branches hand up figures: to try the roll-up, and to time it."""
