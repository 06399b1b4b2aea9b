"""The command line: one command a module; puts the parts together."""

def main() -> None:
    """Run the command line."""
    raise SystemExit(2)
