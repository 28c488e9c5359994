"""Settings of the public build."""

from pelicanconf import *  # noqa: F403  the public site is the same site

DRAFTS = False
