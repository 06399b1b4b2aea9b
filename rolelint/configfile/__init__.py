"""Configuration files: the nearest one, what it extends, and its faults with line and column."""
