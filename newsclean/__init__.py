"""newsclean: a scraped news page in, the article out. `clean(text)` gives it, `explain(text)` says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsclean.api import clean, clean_many, explain
from newsclean.page import KEPT, Block, Page, Reason, Role

if TYPE_CHECKING:
    from newsclean.site import SiteMemory

__all__ = ["KEPT", "Block", "Page", "Reason", "Role", "SiteMemory", "clean", "clean_many", "explain"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in ("site", "SiteMemory"):  # only those who use them wait for their import
        import newsclean.site as module

        return module if name == "site" else module.SiteMemory
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__", "site"])
