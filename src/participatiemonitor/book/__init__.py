"""The face that notebooks see."""
