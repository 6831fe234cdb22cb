"""The end of the works: the final cost, late joiners, books reopened, and refunds due.

`actions` proposes and writes, `pages` shows; `refunds_due` is what a project that was given up
still holds, which `today` asks.
"""
