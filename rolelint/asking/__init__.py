"""Questions at the terminal -> lines: what a party holds, who holds a task, and why a task is judged so."""
