"""The potential demand of clients for provisions, after the guide of 2005 in six steps."""
