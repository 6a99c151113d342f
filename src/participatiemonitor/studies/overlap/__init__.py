"""Overlap: who uses more than one provision, from linked lists of users."""
