"""Site memory: what a site prints on many of its pages, learned from its pages, asked when one of them is cleaned."""

from newsclean.hosts import fold_host
from newsclean.site.file import SiteMemoryError
from newsclean.site.host import HostMemory, SiteColumns, on_pages
from newsclean.site.memory import SiteMemory

__all__ = ["HostMemory", "SiteColumns", "SiteMemory", "SiteMemoryError", "fold_host", "on_pages"]
