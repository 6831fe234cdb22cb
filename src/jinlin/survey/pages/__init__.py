"""What is shown of a questionnaire: `records`, `answers`, `ratings`, `tally`."""
