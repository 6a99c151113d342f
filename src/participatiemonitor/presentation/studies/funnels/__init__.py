"""What a funnel is drawn of: points with limits, their names, and scales."""
