"""Reading: files → headers with the place of every value, bodies, and the site; what was meant where one was wrong."""
