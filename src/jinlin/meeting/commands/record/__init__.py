"""To record and to look: `add`, `list`, `show`, `remove`, `calendar`, `types`, `rule` and more.

`matters` lists what owners decide, `first` what the branch deliberates before; `add` holds `edit`
too, which has the same options.
"""
