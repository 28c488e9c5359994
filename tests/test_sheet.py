"""The style sheet, made lighter: the same rules, fewer characters."""

import pytest

from contrelatraite.rendering.sheet import lightened


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/* why */ a { color: red; }", "a{color:red}"),
        ("a,\n  b > c { margin: 0 1rem; padding: 0; }\n", "a,b > c{margin:0 1rem;padding:0}"),
        ("nav :target { inset: 0; }", "nav :target{inset:0}"),
        ("a { inline-size: calc(1rem + (2px * 3)); }", "a{inline-size:calc(1rem + (2px * 3))}"),
        ("@media (width: 4rem) and (height: 2rem) { a { top: 0 } }", "@media (width:4rem) and (height:2rem){a{top:0}}"),
        ('a::before { content: " { ; , : } " / ""; }', 'a::before{content:" { ; , : } " / ""}'),
        ("a::before { content: ' ; /* x */ ;} '; }", "a::before{content:' ; /* x */ ;} '}"),
        (r'a::before { content: "\" ; "; }', r'a::before{content:"\" ; "}'),
        ('a { font-family: "Noto Serif", serif; }', 'a{font-family:"Noto Serif",serif}'),
    ],
)
def test_a_sheet_keeps_its_rules_and_loses_its_spaces(written: str, sent: str) -> None:
    assert lightened(written) == sent


def test_a_sheet_that_is_light_stays_as_it_is() -> None:
    light = lightened("a { color: red; }\nb { margin: 0; }")
    assert lightened(light) == light
