# noqa: A005  a package of tests hides no module: it is always tests.site
"""The site as a whole, built as a visitor gets it."""
