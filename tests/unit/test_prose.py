"""Prose of records becomes safe HTML, whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from hub.text.prose import to_html, to_inline_html, to_plain


def mark(ids: Sequence[str]) -> Markup:
    return Markup("<i>{}</i>").format("+".join(ids))


def address(kind: str, id: str) -> str:
    return f"../{kind}/{id}/"


def html(text: str) -> str:
    return str(to_html(text, mark, address))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Een *klein* en **groot** woord.", "<p>Een <em>klein</em> en <strong>groot</strong> woord.</p>"),
        ("Eerste.\n\nTweede.", "<p>Eerste.</p>\n<p>Tweede.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("Zo is het [@a; @b-2].", "<p>Zo is het <i>a+b-2</i>.</p>"),
        ("[DUO](practice:duo-for-a-job#results)", '<p><a href="../practice/duo-for-a-job#results/">DUO</a></p>'),
        (
            "[site](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2" rel="external noopener">site</a></p>',
        ),
        ("[mail](mailto:a@example.org)", '<p><a href="mailto:a@example.org">mail</a></p>'),
        ("Een e-mail: a@b.be", "<p>Een e-mail: a@b.be</p>"),
        ("[@A] [@] [@a;b]", "<p>[@A] [@] [@a;b]</p>"),
    ],
)
def test_what_authors_may_write(written: str, expected: str) -> None:
    assert html(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](JaVaScRiPt:alert(1))", "<p>[x](JaVaScRiPt:alert(1))</p>"),
        ("[x](data:text/html,<script>)", "<p>[x](data:text/html,&lt;script&gt;)</p>"),
        ("[x](/etc/passwd)", "<p>[x](/etc/passwd)</p>"),
        ("<javascript:alert(1)>", "<p>&lt;javascript:alert(1)&gt;</p>"),
        ("[x]() en ![y]( )", "<p>x en !y</p>"),
        ("# Kop", "<p># Kop</p>"),
        ("> citaat", "<p>&gt; citaat</p>"),
        ("```\ncode\n```", "<p><code>code</code></p>"),
        ("[x]\n\n[x]: javascript:alert(1)", "<p>[x]</p>\n<p>[x]: javascript:alert(1)</p>"),
        ('[x](https://e.org "a\\" onmouseover=\\"b")', '<p><a href="https://e.org" title="a&quot; onmouseover=&quot;b" rel="external noopener">x</a></p>'),
    ],
)
def test_what_they_may_not(written: str, expected: str) -> None:
    assert html(written) == expected


def test_an_image_is_no_request() -> None:
    assert "<img" not in html("![alt](https://example.org/pixel.png)")


def test_a_mark_never_stands_inside_a_link() -> None:
    assert html("[zie [@a] daar](https://example.org)") == "<p>[zie <i>a</i> daar](https://example.org)</p>"


@given(st.text(alphabet=st.sampled_from("<>&\"'[]()!@#*_`-:;/\\ \nabjs="), max_size=120))
def test_no_markup_but_ours(text: str) -> None:
    made = html(text)
    assert set(re.findall(r"</?([a-z0-9]+)", made)) <= {"p", "ul", "ol", "li", "em", "strong", "a", "br", "code", "i"}
    assert not re.search(r"<[^>]*\s(on\w+|style)=", made)
    assert not re.search(r'href="(?!https?://|mailto:|\.\./)', made)


def test_inline() -> None:
    assert to_inline_html("Een *woord* [@a]", mark, address) == Markup("Een <em>woord</em> <i>a</i>")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("De *start* was [betaald](https://x.org) [@a; @b]. En meer.", "De start was betaald. En meer."),
        ("- een\n- twee\n\ndrie", "een twee drie"),
        ("<b>x</b> & y", "<b>x</b> & y"),
    ],
)
def test_plain_words(written: str, expected: str) -> None:
    assert to_plain(written) == expected
