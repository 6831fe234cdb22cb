"""A split before anything is saved: households from a list, quotes by schemes, and its pages.

`households` takes or makes the doors; `quote_comparison` weighs quotes and schemes;
`pages` and `quote_comparison_pages` print.
"""
