"""Public disclosure: what hangs how long, where, signed by whom; objections and questions.

The room knows no subject: a notice is about a reference (kind, number), and higher rooms ask
`about_record` whether their record was out for comment long enough. Read `rules`, `queries`
(`NoticeRow`, `find_notice`, `notices`), `filters` (what they can be asked for), `notice_fields`,
then what can be done: `actions` (write, post), `corrections` (put right, withdraw),
`posting_proofs`, `objections`, `questions`; `small_powers` is the list of who decides what, `pages`
the sheet for the board, `today` what waits.
Other rooms use these and `rules`.
"""
