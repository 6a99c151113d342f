"""The book on paper: the built pages as one document, set by Typst."""
