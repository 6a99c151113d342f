"""The survey itself in the formats of others: questionnaires, descriptions, answers with labels."""
