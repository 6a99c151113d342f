"""What a study asks of a folder of a user: described once, read and checked by it."""
