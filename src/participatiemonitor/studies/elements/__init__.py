"""Own interventions beside the twelve working elements and the effect ladder of 2012."""
