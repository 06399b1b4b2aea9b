"""Accepted documents -> Organisation."""

from rolelint.organisation.build import build
from rolelint.organisation.group import group
from rolelint.organisation.model import Organisation
from rolelint.organisation.titles import Titles

__all__ = ["Organisation", "Titles", "build", "group"]
