"""`jinlin issue agenda`, `escalate`, `call`, `arrive`, `joint`, `score`: to the street and back."""
