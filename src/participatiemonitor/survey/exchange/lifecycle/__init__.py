"""The description of a round as DDI Lifecycle 3.3."""
