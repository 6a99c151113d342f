"""What a study publishes, on a page: tables, figures and words."""
