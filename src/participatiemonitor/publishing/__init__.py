"""From notebooks to a book: execute the chapters, build the pages, serve them."""
