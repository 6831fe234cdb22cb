"""What is kept of questionnaires: themselves, the papers of doors and people, slips, and counts."""
