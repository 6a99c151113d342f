"""What a number of a reconstruction rests on, as readers read it."""

from __future__ import annotations

from participatiemonitor.documents.standing import BOUNDED, ORDERED
from participatiemonitor.estimation.estimates import ASSUMED, PUBLISHED

GRADES = {
    PUBLISHED: "gepubliceerd",
    BOUNDED: "aangenomen, passend bij wat is gepubliceerd",
    ORDERED: "aangenomen, de volgorde is gepubliceerd",
    ASSUMED: "aangenomen",
}
