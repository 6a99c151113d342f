"""The door: lists of suppliers come in here, and only pseudonyms go out."""
