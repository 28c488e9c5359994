"""Files that would harm the site if they were trusted, and harmless ones that only look odd."""
