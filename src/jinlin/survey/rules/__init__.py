"""What is true of questionnaires: questions, answers, what is sensitive, whom none rates."""
