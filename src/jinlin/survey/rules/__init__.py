"""What is true of questionnaires: kinds of questions, how an answer is read, what is sensitive."""
