"""Who manages the complex, and what is offered to its residents.

Read `kinds` (the fixed choices), `decisions` (whether somebody decided it), then the registers
`managers` and `offers`; `common_fee` adds up what the owners pay together.
"""
