"""A text of Markdown → HTML that cannot run, with its references resolved and its mentions linked."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.references.match import Matcher
from contrelatraite.references.names import NameIndex
from contrelatraite.references.resolve import Reference
from contrelatraite.references.rewrite import Placed
from contrelatraite.rendering.markdown import Context, Section, Target, render
from contrelatraite.schema.fields import Name

PAGES = {
    "members:ccem": Target("/membres/ccem/", "Comité contre l’esclavage moderne"),
    "members:adn": Target("/en/members/adn/", "Amicale du Nid", "en"),
    "legal:directive": Target("/droit/directive/", "Directive"),
}
ALLOWED_ATTRIBUTES = {"id", "lang", "class", "href", "hreflang", "data-ref"}
ELEMENTS = set(
    "p a em strong code pre ul ol li blockquote h1 h2 h3 h4 h5 h6 hr br span table thead tbody tr th td".split()  # noqa: SIM905  a line of names
)
MARKDOWN = st.text(st.sampled_from("aA É#`~*_[]()<>{}:;&=\"'/.!\\-|\n \u00a01")).map(lambda text: text[:200])


def resolve(reference: Reference) -> Target | None:
    """Resolve on a site of three pages."""
    return PAGES.get(reference.key)


MATCHER = Matcher(
    NameIndex([("members:ccem", Name(name="CCEM")), ("legal:directive", Name(name="directive sur la traite"))]),
    {"legal:directive": ("article-8",), "members:ccem": ()}.__getitem__,
)
PLAIN = Context(resolve, lambda _: [])
LINKING = Context(resolve, MATCHER.find)


def html(text: str, context: Context = PLAIN) -> str:
    """Render a text."""
    return render(text, context).html


# What Markdown means here


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Un *mot* **fort**.", "<p>Un <em>mot</em> <strong>fort</strong>.</p>"),
        ("## Un titre {#titre}", '<h2 id="titre">Un titre</h2>'),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("`a`", "<p><code>a</code></p>"),
        ("```\na\n```", "<pre><code>a\n</code></pre>"),
        ("*a*{lang=en}", '<p><em lang="en">a</em></p>'),
        ("R&D", "<p>R&amp;D</p>"),
        ("a \\*b\\*", "<p>a *b*</p>"),
        ("<https://exemple.org>", '<p><a href="https://exemple.org">https://exemple.org</a></p>'),
    ],
)
def test_markdown_is_rendered(text: str, shown: str) -> None:
    assert html(text) == shown


def test_a_table_is_rendered_without_style() -> None:
    assert html("|a|b|\n|:-|-:|\n|1|2|") == (
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
    )


def test_a_numbered_list_keeps_its_first_number() -> None:
    assert html("3. a\n4. b") == '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'


def test_the_sections_of_a_text_are_listed() -> None:
    rendered = render("## Un *titre* {#un}\n\nTexte.\n\n### Deux", PLAIN)
    assert rendered.sections == (Section(2, "un", "Un titre"), Section(3, None, "Deux"))


def test_the_title_of_a_section_is_words_without_entities() -> None:
    assert render("## R&D, A &copy; B et `<i>` {#a}", PLAIN).sections == (Section(2, "a", "R&D, A © B et <i>"),)


# Links


@pytest.mark.parametrize("address", ["https://exemple.org/a?b=c", "mailto:a@exemple.org", "tel:+33123456789", "#titre"])
def test_an_allowed_address_is_linked(address: str) -> None:
    assert html(f"[a]({address})") == f'<p><a href="{address}">a</a></p>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "\\javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "<javascript:alert(1)>",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "http://exemple.org",
        "//exemple.org",
        "/admin",
        "exemple.org",
        "../a",
        "https:exemple.org",
        "https://",
        "",
    ],
)
def test_another_address_leaves_the_words_without_a_link(address: str) -> None:
    page = BeautifulSoup(html(f"[mots]({address})"), "lxml")
    assert (page.find_all("a"), [tag.attrs for tag in page.find_all()]) == ([], [{}] * len(page.find_all()))


def test_a_refused_link_keeps_its_words() -> None:
    assert html("Un [lien **fort**](javascript:alert(1)) ici") == (
        "<p>Un <span>lien <strong>fort</strong></span> ici</p>"
    )


@pytest.mark.parametrize("address", ["https://exemple.org@ailleurs.org/", "https://exemple.org:mot@ailleurs.org/"])
def test_an_address_that_shows_one_host_and_leads_to_another_is_not_linked(address: str) -> None:
    assert html(f"[a]({address})") == "<p><span>a</span></p>"


def test_a_reference_is_linked_to_its_page() -> None:
    assert html("[le Comité](members:ccem)") == (
        '<p><a class="xref" data-ref="members:ccem" href="/membres/ccem/">le Comité</a></p>'
    )


def test_a_reference_without_words_takes_the_title_of_its_page() -> None:
    assert html("[](members:ccem)") == (
        '<p><a class="xref" data-ref="members:ccem" href="/membres/ccem/">Comité contre l’esclavage moderne</a></p>'
    )


def test_a_reference_to_a_page_in_another_language_says_which() -> None:
    assert html("[ADN](members:adn)") == (
        '<p><a class="xref" data-ref="members:adn" href="/en/members/adn/" hreflang="en">ADN</a></p>'
    )


def test_a_reference_to_a_page_that_this_site_does_not_show_leaves_its_words() -> None:
    assert html("Le [secret](news:secret) ici") == "<p>Le <span>secret</span> ici</p>"


def test_the_references_of_a_text_are_placed() -> None:
    text = "## Titre {#titre}\n\nLe [Comité](members:ccem) est là. La [directive](legal:directive#article-8) aussi."
    assert render(text, PLAIN).references == (
        Placed("members:ccem", "titre", "Le Comité est là."),
        Placed("legal:directive#article-8", "titre", "La directive aussi."),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Le [Comité](members:ccem) de R&D.", "Le Comité de R&D."),
        ("Le [Comité](members:ccem) &copy; 2014.", "Le Comité © 2014."),
        ("Le [Comité](members:ccem) écrit `<i>`.", "Le Comité écrit <i>."),
        ("Le [Comité](members:ccem) écrit \\*.", "Le Comité écrit *."),
    ],
)
def test_a_sentence_is_what_a_reader_reads(text: str, sentence: str) -> None:
    assert render(text, PLAIN).references == (Placed("members:ccem", None, sentence),)


# Mentions


def test_a_mention_is_linked_where_mentions_are_sought() -> None:
    assert (html("Le CCEM.", PLAIN), html("Le CCEM.", LINKING)) == (
        "<p>Le CCEM.</p>",
        '<p>Le <a class="xref" data-ref="members:ccem" href="/membres/ccem/">CCEM</a>.</p>',
    )


@pytest.mark.parametrize(
    "text",
    ["## Le CCEM {#a}", "`CCEM`", "```\nCCEM\n```", "[CCEM](https://exemple.org)", "[*CCEM*](members:adn)"],
)
def test_a_mention_is_never_linked_in_a_title_code_or_a_link(text: str) -> None:
    assert html(text, LINKING) == html(text, PLAIN)


def test_a_mention_of_a_page_that_this_site_does_not_show_stops_the_build() -> None:
    context = Context(lambda _: None, MATCHER.find)
    with pytest.raises(LookupError, match="a mention leads to members:ccem, which this site does not show"):
        render("Le CCEM.", context)


def without_added_links(page: str) -> str:
    """Take the links of mentions out of a page of PLAIN's kind, keeping their words."""
    soup = BeautifulSoup(page, "html.parser")
    for link in soup.find_all("a", class_="xref"):
        link.unwrap()
    return soup.decode()


@given(st.lists(st.sampled_from(["CCEM", "La directive sur la traite", " ", "\n", "\n\n", "*", "`", "é.", "- "])))
def test_taking_the_added_links_away_gives_the_text_back(parts: list[str]) -> None:
    text = "".join(parts)
    assert without_added_links(html(text, LINKING)) == without_added_links(html(text, PLAIN))


@given(MARKDOWN)
def test_no_link_stands_within_a_link(text: str) -> None:
    page = BeautifulSoup(html(f"CCEM [CCEM]({text}) [CCEM {text} CCEM](members:adn)", LINKING), "html.parser")
    assert page.select("a a") == []


# Nothing runs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<div onclick=x>\na\n</div>", "<p>&lt;div onclick=x&gt;\na\n&lt;/div&gt;</p>"),
        ("a <b>b</b>", "<p>a &lt;b&gt;b&lt;/b&gt;</p>"),
        ("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"),
        ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>"),
        ("<?php x ?>", "<p>&lt;?php x ?&gt;</p>"),
        ("## <i>a</i> {#a}", '<h2 id="a">&lt;i&gt;a&lt;/i&gt;</h2>'),
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        ("\\<script>", "<p>\\&lt;script&gt;</p>"),
    ],
)
def test_html_is_shown_and_not_run(text: str, shown: str) -> None:
    assert html(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "![a](https://exemple.org/a.png)",
        "![a][b]\n\n[b]: https://exemple.org/a.png",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "[b]\n\n[b]: https://exemple.org",
    ],
)
def test_images_and_links_defined_elsewhere_are_not_in_the_dialect(text: str) -> None:
    page = BeautifulSoup(html(text), "lxml")
    assert page.find_all(["img", "a"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "*a*{: onclick=alert(1) style=color:red .b #c }",
        "*a*{: href=https://exemple.org data-ref=x }",
        "Un texte.\n{: onclick=alert(1) .b #c }",
        "- a\n{: style=color:red }",
        "## A {#a onclick=alert(1) .b style=c}",
        "## A {#A}",
        '## A {id="a b"}',
        '*a*{lang="en onclick=x"}',
        "*a*{lang=en onclick=x}",
        "`a`{: onclick=alert(1) }",
        "|a|\n|-|\n|b {: onclick=alert(1) }|",
    ],
)
def test_braces_in_another_form_are_words(text: str) -> None:
    page = BeautifulSoup(html(text), "lxml")
    assert [element.attrs for element in page.select("*") if element.attrs] == []


@pytest.mark.parametrize(
    "braces", ["{: onclick=alert(1) }", "{: href=javascript:alert(1) }", "{href=https://ailleurs.org}"]
)
def test_braces_after_a_link_change_nothing_in_it(braces: str) -> None:
    page = BeautifulSoup(html(f"[a](https://exemple.org){braces}"), "lxml")
    assert [link.attrs for link in page.find_all("a")] == [{"href": "https://exemple.org"}]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('``` { onclick="alert(1)" }\na\n```', "<pre><code>a\n</code></pre>"),
        ("~~~ { #top style=x data-ref=y }\na\n~~~", "<pre><code>a\n</code></pre>"),
    ],
)
def test_the_attributes_of_a_block_of_code_are_dropped(text: str, shown: str) -> None:
    assert html(text) == shown


@given(MARKDOWN)
def test_no_text_makes_an_attribute_that_is_not_allowed(text: str) -> None:
    page = BeautifulSoup(html(f"``` {{ .a {text} }}\na\n```\n\n*a*{{: {text} }}\n\n{text}"), "html.parser")
    assert {name for tag in page.find_all() for name in tag.attrs} <= ALLOWED_ATTRIBUTES


@given(MARKDOWN)
def test_no_text_makes_an_element_that_is_not_markdown(text: str) -> None:
    page = BeautifulSoup(html(f"<{text}>{text}</{text}>"), "html.parser")
    assert {tag.name for tag in page.find_all()} <= ELEMENTS


@pytest.mark.parametrize("text", ["\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03", "\x0260\x03script\x0262\x03"])
def test_the_marks_that_markdown_uses_within_itself_mean_nothing_in_a_text(text: str) -> None:
    assert html(f"a `b` {text}") == f"<p>a <code>b</code> {text.translate({2: None, 3: None})}</p>"


@given(MARKDOWN)
def test_the_same_text_gives_the_same_page(text: str) -> None:
    assert render(text, LINKING) == render(text, LINKING)


def test_a_table_wider_than_a_page_is_no_table() -> None:
    assert "<table>" in html("|a" * 30 + "|\n" + "|-" * 30 + "|\n" + "|b|")
    assert "<table>" not in html("|a" * 31 + "|\n" + "|-" * 31 + "|\n" + "|b|")
