"""What is shown of a survey: `records`, `answers`, `ratings`, `tally`; `xlsform` for phones."""
