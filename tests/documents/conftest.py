"""What tests of documents share."""

from __future__ import annotations

# Sets of claims about 2011 that cannot all be true.
CONTRADICTIONS = [
    ("F-04", "1.3-16"), ("I-04", "M-02"), ("2.3-04", "C-03"), ("2.3-13", "C-04"),
    ("2.4-07", "2.4-10"), ("M-02", "T2-12", "T2-14", "T2-16", "T2-18"), ("T2-05", "G-01"),
    ("T2-12", "T2-14", "T2-16", "T2-18", "T2-20"),
]
