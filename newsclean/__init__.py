"""newsclean: a scraped news page in, the article out. `clean(text)` gives it, `explain(text)` says why."""

from newsclean.api import clean, clean_many, explain
from newsclean.page import KEPT, Block, Page, Reason, Role

__all__ = ["KEPT", "Block", "Page", "Reason", "Role", "clean", "clean_many", "explain"]
__version__ = "0.1.0"
