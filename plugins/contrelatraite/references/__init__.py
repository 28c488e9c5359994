"""References: what an entry names, and what names it.

`resolve` reads explicit references; `text`, `names` and `match` find the names of entries in a text; `rewrite`
links them in Markdown's tree; `backlinks` turns all of it around.
"""
