"""The folder of an office: what came (`archive`), what is known of it (`ledger`), and its figures.

Read `folder` (where everything is), `ledger` (SQLite: the tree, keys, batches, bundles), `archive`
(every bundle as it came: the truth), `lake` (Parquet, the one module that knows DuckDB), then
`adding`, which brings them together, `standing` (who reported) and `passing` (to the next level).
"""
