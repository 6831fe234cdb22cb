"""Who manages the complex, and what is offered to its residents.

Read `kinds` (the fixed choices), `decisions` (whether somebody decided it), then the registers
`managers`.
"""
