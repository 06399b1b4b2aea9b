"""A pack tried on its own examples: what they should find and do not, and what no example exercises."""

from rolelint.testing.examples import Example, examples, marked
from rolelint.testing.trying import Outcome, tried

__all__ = ["Example", "Outcome", "examples", "marked", "tried"]
