"""Study: the edition of a study on a user's own files, and how it is made."""
