"""What an editor is told, by the language server protocol: findings, explanations and quick fixes.

`positions`, `sight`, `hovering` and `actions` know nothing of the protocol's library; `conversation` and
`server` are the only users of pygls, and imported only by `rolelint lsp`.
"""
