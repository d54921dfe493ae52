"""The plot of quality against time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

Figures = Mapping[str, Mapping[str, Mapping[str, Any]]]

SVG: Any = {"svg.hashsalt": "newsclean", "svg.fonttype": "none", "font.size": 9}
"""What makes the same figures the same file."""
PANEL = (5.2, 4.2)
"""Inches of one corpus's panel."""
NEAR_TIME, NEAR_F1 = 2.0, 0.012
"""Points nearer than this factor of time and this difference of F1 have their labels on different sides."""


def quality_against_time(figures: Figures, path: Path) -> None:
    """Draw F1 with its 95 % interval against CPU time a page, a panel for each corpus with a full gold, as SVG.

    figures: {corpus: {cleaner: {"f1": [value, low, high], "milliseconds": ms}}}; the same figures give the same file.

    Raises:
        ValueError: no corpus has an F1 to draw.
    """
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    drawn = {
        corpus: {name: row for name, row in rows.items() if row.get("f1")}
        for corpus, rows in figures.items()
        if any(row.get("f1") for row in rows.values())
    }
    if not drawn:
        raise ValueError("no corpus with a full gold among the figures: there is no F1 to draw")
    with mpl.rc_context(SVG):
        size = (PANEL[0] * len(drawn), PANEL[1])
        figure, axes = plt.subplots(1, len(drawn), figsize=size, squeeze=False, layout="constrained")
        for axis, (corpus, rows) in zip(axes[0], drawn.items(), strict=True):
            _panel(axis, corpus, rows)
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, format="svg", metadata={"Date": None})
        plt.close(figure)


def _panel(axis: Any, corpus: str, rows: Mapping[str, Mapping[str, Any]]) -> None:
    order = sorted(rows, key=lambda name: (rows[name]["milliseconds"], name))
    for name, after in zip(order, [*order[1:], None], strict=True):
        row = rows[name]
        left = after is not None and _close(row, rows[after])  # two labels to one side would cover each other
        value, low, high = row["f1"]
        own = name == "newsclean"
        axis.errorbar(
            max(row["milliseconds"], 0.01),
            value,
            yerr=[[max(value - low, 0)], [max(high - value, 0)]],
            fmt="o",
            color="tab:red" if own else "tab:gray",
            markersize=7 if own else 5,
            capsize=2,
        )
        weight = "bold" if own else "normal"
        place = (max(row["milliseconds"], 0.01), value)
        axis.annotate(
            name,
            place,
            xytext=(-6 if left else 6, 4),
            textcoords="offset points",
            ha="right" if left else "left",
            fontweight=weight,
        )
    axis.set_xscale("log")
    axis.margins(x=0.35)
    axis.set_title(corpus)
    axis.set_xlabel("CPU time a page, ms")
    axis.set_ylabel("F1")
    axis.grid(alpha=0.3)


def _close(row: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two points stand so near that their labels would cover each other."""
    ratio = max(other["milliseconds"], 0.01) / max(row["milliseconds"], 0.01)
    return bool(ratio < NEAR_TIME and abs(row["f1"][0] - other["f1"][0]) < NEAR_F1)
