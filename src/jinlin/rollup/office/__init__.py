"""The folder of an office: what came (`archive`), what is known of it (`ledger`), and its figures.

Read `folder` (where everything is), `ledger` (SQLite: the tree, keys, batches, bundles), `archive`
(every bundle as it came: the truth), `lake` (Parquet, the one module that knows DuckDB), `sources`
(what lies on a stick) and `judging` (what becomes of each file), then `adding`, which brings them
together; `tree_import`, `standing` (who reported), `passing` (to the next level). `asking` puts
questions to the lake, `answers` shows them, `overview` and `publication` are made of them.
"""
