"""While it goes on: `open`, `attend`, `say`, `unsay`, `resolve`, `unresolve`, `action`, `close`.

`shared` is what resolutions and action items are told alike.
"""
