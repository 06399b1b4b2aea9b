"""One outside format a module: spreadsheets, tables of pages, and what other tools write -> a matrix."""

from rolelint.importing.direct import Direct, TableDocument, documents
from rolelint.importing.faults import Refused
from rolelint.importing.formats import FORMATS
from rolelint.importing.model import Doubt, Matrix, Reading
from rolelint.importing.reader import Options, read
from rolelint.importing.writer import to_yaml

__all__ = [
    "FORMATS",
    "Direct",
    "Doubt",
    "Matrix",
    "Options",
    "Reading",
    "Refused",
    "TableDocument",
    "documents",
    "read",
    "to_yaml",
]
