"""While it goes on: `open`, `attend`, `say`, `unsay`, `resolve`, `unresolve`, `action`, `close`."""
