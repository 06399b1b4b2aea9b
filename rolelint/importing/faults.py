"""What stops the reading of a file, said to the user in one line."""


class Refused(Exception):
    """The file cannot be read, or what was asked for is not in it."""
