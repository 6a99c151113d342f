"""Web: from executed notebooks to pages, and from pages to a site."""
