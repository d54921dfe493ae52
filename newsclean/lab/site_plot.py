"""The plot of what a site's memory brings, by how many of the site's pages it has learned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsclean.lab.plot import SVG
from newsclean.lab.site_measure import Result

SHOWN = {"f1": "F1", "exact": "exact pages"}
DASHES = {"bare rule": ":", "strict rule": "--", "clean with site memory": "-"}


def by_pages_learned(growing: Sequence[tuple[int, Result]], path: Path) -> None:
    """Draw F1 and exact pages against other pages learned, a colour a kind and a dash a way, as SVG.

    growing: (other pages learned, result); the same figures give the same file.

    Raises:
        ValueError: nothing to draw.
    """
    drawn = [(n, result) for n, result in growing if result.figures and result.way in DASHES]
    if not drawn:
        raise ValueError("no figures by pages learned: there is nothing to draw")
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    kinds = list(dict.fromkeys(result.kind for _, result in drawn))
    with mpl.rc_context(SVG):
        figure, axes = plt.subplots(1, len(SHOWN), figsize=(10, 4.2), layout="constrained")
        for axis, (name, title) in zip(axes, SHOWN.items(), strict=True):
            for number, kind in enumerate(kinds):
                for way, dash in DASHES.items():
                    points = [(n, getattr(r.figures, name)) for n, r in drawn if (r.kind, r.way) == (kind, way)]
                    if points:
                        axis.plot(*zip(*points, strict=True), dash, marker=".", color=f"C{number}")
                axis.plot([], [], color=f"C{number}", label=kind)
            axis.set(xlabel="other pages of the site learned", ylabel=title)
            axis.grid(alpha=0.3)
        axes[0].legend(title="solid: clean with site memory\ndashed: strict rule, dotted: bare rule", fontsize="small")
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, format="svg", metadata={"Date": None})
        plt.close(figure)
