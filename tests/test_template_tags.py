"""Shortcodes and placeholders that a template left between paragraphs go; brackets of an article and code stay."""

from __future__ import annotations

import html
import time

import numpy as np
import pytest

from newsclean import Role, clean, explain
from newsclean.evidence.view import View
from newsclean.options import Kind
from newsclean.reading.read import read
from newsclean.scoring.template_tags import TAG, is_tags, template_tags

PARAGRAPHS = (
    "The harbour of Eldham opened again on Tuesday after four days in which no ship could leave, its master said.",
    "Divers found the chain of the old ferry across the channel, where the wind had driven it on Friday night.",
    "The port had lost about 40,000 euros a day, and will ask the owner of the ferry to pay for it.",
)
TAGS_LEFT = (
    '[gallery ids="12,13,14" columns="3"]',
    "[shareaholic app=”share_buttons” id=”2087″]",
    "[in-post-video id=„hra2“ upload-date=2019-02-27T02:33:35Z]",
    "[contact_form]",
    "[vc_row][vc_column][/vc_column][/vc_row]",
    "[embed]https://www.example.org/watch?v=abc[/embed]",
    '[caption id="attachment_12" width="300"]The chain on the quay.[/caption]',
    '[audio src="https://media.example.org/a.mp3" /]',
    "{{ad-slot-2}}",
    "{{ section.heading.text }}",
    '{{banner="/case-banners/banner"}}',
    "${loading}",
    "{title} {title}",
    '{loadposition name="ad"}',
    "%%ad-slot%%",
    "<!--more-->",
    "[object Object]",
    "[[nid:4711]]",
)
WORDS = (
    "[laughs]",
    "[where n = 12]",
    "[Note: the figure is x = 5.]",
    "[figure 2: the pier at noon]",
    "[cross-talk]",
    "[b]Nobody had seen the chain.[/b]",
    "{ a, b, c }",
    "<the end>",
    "$12.50 a head",
    "%%",
)


def page(line: str, kind: Kind) -> str:
    parts = [PARAGRAPHS[0], line, *PARAGRAPHS[1:]]
    return "".join(f"<p>{html.escape(part)}</p>" for part in parts) if kind == "html" else "\n\n".join(parts)


@pytest.mark.parametrize("kind", ["text", "html"])
@pytest.mark.parametrize("line", TAGS_LEFT)
def test_what_a_template_left_goes(line: str, kind: Kind) -> None:
    assert clean(page(line, kind), kind=kind) == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("line", WORDS)
def test_an_articles_brackets_are_no_tags(line: str) -> None:
    assert not is_tags(line)


@pytest.mark.parametrize("kind", ["text", "html"])
def test_an_article_about_tags_keeps_them(kind: Kind) -> None:
    about = (
        'Whoever writes [gallery ids="12,13"] between two paragraphs gets a gallery there, says the plugin\'s author.'
    )
    source = page('[gallery ids="12,13,14"]', kind).replace(PARAGRAPHS[2], about)
    assert '[gallery ids="12,13,14"]' in clean(source, kind=kind)


def test_who_shows_a_templates_statements_keeps_its_tags() -> None:
    parts = [PARAGRAPHS[0], "{% if person == 'home' %}", "{{ person }}", "{% endif %}", *PARAGRAPHS[1:]]
    assert "{{ person }}" in clean("\n\n".join(parts), kind="text")


def test_code_is_left_to_the_scores() -> None:
    source = f"<main class='story'>{page('{{ person }}', 'html')}</main><ul class='menu'><li class='item'>News</ul>"
    for shown in (source, source.replace("<p>{{ person }}</p>", "<pre>{{ person }}</pre>")):
        view = View(read(shown, "html"))
        assert view.doc.markup is not None
        found = template_tags(view, np.full(view.n, 0.9, np.float32), 0.5)
        assert found.any() == ("<pre>" not in shown)


def test_the_reason_says_so() -> None:
    block = next(block for block in explain(page("{{ad-slot-2}}", "text")).blocks if block.text == "{{ad-slot-2}}")
    assert ("a template's tag", -8.0) in block.reasons
    assert block.role not in (Role.BODY, Role.SUBHEADING)


def test_brackets_without_end_take_no_long_time() -> None:
    start = time.process_time()
    for line in ("[a " * 5000, "[a b=" * 5000, "{{" * 5000, "[a_b]" * 5000 + "x", "<!--" * 5000, "[[a:" * 5000):
        assert not is_tags(line)
        TAG.search(line)
    assert time.process_time() - start < 5
