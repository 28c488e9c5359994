"""References: what an entry names, and what names it.

`resolve` reads explicit references; `text`, `names`, `dates` and `match` find what a text names; `rewrite` links it in
Markdown's tree; `backlinks` turns all of it around; `listing` and `unknown` tell it by line and column.
"""
