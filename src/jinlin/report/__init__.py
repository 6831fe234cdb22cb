"""The reports a secretary hands in: each figure computed once, printed in every form."""
