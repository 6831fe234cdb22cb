"""The reports a secretary hands in, the notices drawn from records, and the public site.

Each figure is computed once and printed in every form. From below: `rules/` which days a report is
about and how issues are counted, `figures/` the figures of a period, `edition/` their pages,
tables, charts, workbook and JSON, and what was handed in; `board/` what everybody may read, drawn
from the records of every room; `site/` the same as a small web site; `handover/` the list on which
two secretaries sign; `commands/`. What other rooms add to notices, duties and that list they
declare themselves (`output.contribution`). The front door uses `handover/`.
"""
