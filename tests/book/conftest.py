"""What the tests of the built book share; the book itself is made in tests/bookmaking.py."""

from bookmaking import REPOSITORY, YEAR, Book

__all__ = ["REPOSITORY", "YEAR", "Book"]
