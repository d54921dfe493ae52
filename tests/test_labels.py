"""Labels: families of tokens, in whatever language; what is kept of them is the same for all threads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsclean.evidence import labels
from newsclean.evidence.labels import all_family_bits, families
from tests.evidence_of import family_bits

PAGES = [[f"article-body part{i}{j}" for j in range(200)] + ["newsletterSignup", "byline", ""] for i in range(8)]


@pytest.fixture
def often_switched() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("most_seen", [0, 300, labels.MOST_SEEN])
def test_what_is_kept_says_the_same(most_seen: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "MOST_SEEN", most_seen)
    monkeypatch.setattr(labels, "_seen", {})
    sizes = []
    for page in (*PAGES, *PAGES):
        assert all_family_bits(page).tolist() == [family_bits(label) for label in page]
        sizes.append(len(labels._seen))
    every, longest = len({label for page in PAGES for label in page}), max(map(len, PAGES))
    assert max(sizes) == every if most_seen > every else max(sizes) <= most_seen + longest
    assert (sizes[-1] == every) == (most_seen > every)  # nothing is forgotten before it must be


@pytest.mark.usefixtures("often_switched")
def test_threads_that_begin_anew_do_not_disturb_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labels, "MOST_SEEN", 0)
    expected = [[family_bits(label) for label in page] for page in PAGES]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda i: all_family_bits(PAGES[i % len(PAGES)]).tolist(), range(400)))
    assert all(bits == expected[i % len(PAGES)] for i, bits in enumerate(found))


@pytest.mark.parametrize(
    "label",
    [
        "img-desc",
        "imgdesc",
        "imgDesc",
        "photo-desc",
        "pic-caption",
        "pic_desc",
        "image-description",
        "didascalia",
        "pie-foto",
    ],
)
def test_what_a_caption_is_called(label: str) -> None:
    assert family_bits(label) & caption()


@pytest.mark.parametrize("label", ["desc", "article-desc", "description", "image", "text", "capital", "picdescending"])
def test_what_no_caption_is_called(label: str) -> None:
    assert not family_bits(label) & caption()


def caption() -> int:
    return 1 << list(families()).index("caption")


@pytest.mark.parametrize(
    ("label", "family"),
    [
        ("noticias-relacionadas", "teaser"),
        ("articoli_correlati", "teaser"),
        ("lees-ook-blok", "teaser"),
        ("yorumlar", "comment"),
        ("commentaires-liste", "comment"),
        ("blocoPublicidade", "ad"),
        ("btn-compartilhar", "share"),
        ("clanek__perex", "summary"),
    ],
)
def test_what_authors_of_other_languages_call_theirs(label: str, family: str) -> None:
    assert family_bits(label) & 1 << list(families()).index(family)
