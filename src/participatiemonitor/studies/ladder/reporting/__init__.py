"""What the study of the ladder publishes: tables, figures and sentences, section by section."""
