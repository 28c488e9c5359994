"""Rendering: the site → its pages, and the files that stand beside them."""
