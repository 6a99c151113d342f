"""Engines that count: one text of SQL, embedded here or on a cluster."""
