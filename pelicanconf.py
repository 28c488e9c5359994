"""Settings of the site while one writes. `publishconf.py` changes what the public build needs."""

# The languages, the usual source language first. Each has a catalogue in translations/; see CONTRIBUTING.md.
LANGUAGES = ("fr", "en")

SITEURL = "https://www.contrelatraite.org"
TIMEZONE = "Europe/Paris"

# Set by `make serve`: an error is told, and the next change is waited for.
SERVING = False

# Drafts and texts under embargo are shown to those who write, and marked; never to the public.
DRAFTS = True

# The public build reads its own pages before it replaces the site; while writing, that would be seconds lost.
INSPECT = False

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["contrelatraite"]
# Pelican skips a plugin that does not load and publishes unchecked; its class, by the plugin's name, cannot be skipped.
PELICAN_CLASS = "contrelatraite.Publisher"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_DIR = "theme"
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}

# All content goes through the plugin: Pelican's own readers, pages and feeds get nothing.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
