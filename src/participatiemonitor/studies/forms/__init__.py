"""What a study asks of a folder of a user: described once, read, checked, and made a template of."""
