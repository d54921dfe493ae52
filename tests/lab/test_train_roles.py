"""How often names are right: precision and recall of each role, and the mean of those that the namer is judged by."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from newsclean.lab.role_vocabulary import WordRoles
from newsclean.lab.train_roles import JUDGED, Named, role_scores
from newsclean.page import Role
from newsclean.scoring.naming import NAMED, Namer

SAYS_WHAT_IS_IN_THE_TABLE = cast(Namer, SimpleNamespace(words=None, trees=SimpleNamespace(score=lambda table: table)))


def page(*blocks: tuple[Role, Role]) -> Named:
    """A page of blocks, each with the role that it is given and the true one."""
    said, true = (np.array([NAMED.index(role) for role in roles], np.int8) for roles in zip(*blocks, strict=True))
    n = len(blocks)
    return Named(
        fold=0,
        table=np.eye(len(NAMED), dtype=np.float32)[:, said],
        role=true,
        kept=true == NAMED.index(Role.BODY),
        chosen=np.arange(n),
        n=n,
        keys=np.zeros(0, np.uint32),
        block=np.zeros(0, np.int32),
        told=WordRoles("gazette.example", 0, np.zeros(0, np.uint32), np.zeros(0, np.int8)),
    )


def test_names_are_counted_over_all_pages() -> None:
    pages = [
        page((Role.BODY, Role.BODY), (Role.CAPTION, Role.CAPTION)),
        page((Role.CAPTION, Role.TEASER), (Role.TEASER, Role.TEASER)),
    ]
    scores = role_scores(lambda fold: SAYS_WHAT_IS_IN_THE_TABLE, pages)
    assert scores["body"] == (1.0, 1.0, 1.0)
    assert scores["caption"] == pytest.approx((2 / 3, 1 / 2, 1.0))
    assert scores["teaser"] == pytest.approx((2 / 3, 1.0, 1 / 2))
    assert scores["legal"] == (0.0, 0.0, 0.0)
    assert scores["macro"] == pytest.approx((4 / 3 / len(JUDGED), 3 / 2 / len(JUDGED), 3 / 2 / len(JUDGED)))
