"""Issues (事项): what residents bring, from the report to satisfaction.

Read `rules`, then `record` (one issue and its steps), then what stands on it: `privacy`,
`notebook`, `intake`, `lists`, `escalation`; `commands` holds the verbs. Other rooms use
`record.queries`, `record.transitions` and `rules.statuses` to look at issues and take steps with
them, the `lists` for boards, agendas and reports, and `privacy` for whatever leaves the house;
`today` is what of the notebook waits, `in_hand` what of it somebody has.
"""
