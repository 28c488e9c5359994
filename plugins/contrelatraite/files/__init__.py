"""Files that entries publish: what each really is, and what it hides, runs or weighs; one module per sort of file.

Each `faults(path)` opens one file of a type and yields (code, values) for what must not be published. The libraries
that read them are imported where they are used: most entries have no file.
"""
