"""rolelint reads responsibility matrices: what sits with the wrong function, overlaps or is unowned."""

__version__ = "0.1.0.dev0"
