"""One module per kind: the fields of its header.

Each module has two models. `Facts` are the fields without a language; they stand once, in the source file.
`Words` are the fields that each language has. Both are closed: an unknown field is an error.
`REFERENCES` says which fields name other entries, and of which kinds.
"""
