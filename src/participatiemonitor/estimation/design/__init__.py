"""Design: stratified samples of a finite frame, their weights, errors and intervals."""
