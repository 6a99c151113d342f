"""Checking a round: everything at once, faults and what somebody should look at."""
