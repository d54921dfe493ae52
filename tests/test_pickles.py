"""What is public pickles."""

from __future__ import annotations

import pickle

import pytest

from newsclean import KEPT, Block, Page, Reason, Role, SiteMemory, clean, clean_many, explain
from tests.texts import FIXED, PAGE


@pytest.mark.parametrize(
    "thing",
    [explain(FIXED[0]), explain(FIXED[2]), explain(""), explain(PAGE).blocks[0], Role.BODY, KEPT, Reason("words", 0.5)],
    ids=lambda thing: type(thing).__name__,
)
def test_what_is_public_pickles(thing: object) -> None:
    again = pickle.loads(pickle.dumps(thing))
    assert again == thing
    assert type(again) is type(thing)


@pytest.mark.parametrize("thing", [clean, explain, clean_many, Page, Block, Role, Reason, SiteMemory])
def test_functions_and_classes_pickle_by_name(thing: object) -> None:
    assert pickle.loads(pickle.dumps(thing)) is thing


def test_site_memories_pickle() -> None:
    memory = SiteMemory()
    assert len(pickle.loads(pickle.dumps(memory))) == len(memory)
    assert clean(PAGE, site=pickle.loads(pickle.dumps(memory.for_host("news.example")))) == clean(PAGE)
