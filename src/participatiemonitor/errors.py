"""What can go wrong in the user's hands, and with which exit code."""


class MonitorError(Exception):
    """Base of every error that is the user's to mend; its text is the message.

    Attributes
    ----------
    exit_code : int
        Exit code of the command that ends with this error.
    """

    exit_code = 1


class InputError(MonitorError):
    """Bad input: a file, a parameter or an argument is not as it should be."""

    exit_code = 2


class RunError(MonitorError):
    """A run that failed on good input: a notebook cell, a page, a claim."""
