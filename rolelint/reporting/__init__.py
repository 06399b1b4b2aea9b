"""One format a module: findings -> text."""
