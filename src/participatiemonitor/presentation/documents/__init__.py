"""What documents printed, as a reader sees it: tables, figures, and what does not add up."""
