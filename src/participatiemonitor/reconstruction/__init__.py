"""Reconstruction: a frame and answers drawn so that what was published comes out."""
