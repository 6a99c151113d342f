"""Execute: notebooks with their parameters, in kernels of their own, within limits."""
