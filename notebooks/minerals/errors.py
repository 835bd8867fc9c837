"""The one error that people see."""


class Problem(Exception):
    """Bad input. The message says where, what was found, what is allowed and what to do, on one line."""
