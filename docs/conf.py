"""Configuration of the docs; `sphinx-build -W docs docs/_build` builds them."""

from newsclean import __version__

project = "newsclean"
copyright = "The newsclean authors"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "newsclean"
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_type_aliases = {name: f"newsclean.options.{name}" for name in ("Kind", "Preference", "Roles")}
nitpicky = False
