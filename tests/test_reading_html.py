"""The reader that looks every page over sees what is wrong with it, and reads what is right as it is meant."""

import pytest

from tests.html import read

SOUND = """<!doctype html>
<html lang="nl"><head><title>A &amp; b</title><script src="/x.js"></script></head>
<body><!-- <p> --><main id=top><h1>One</h1><p class='a b'>Two<br>three &lt;four&gt;</p>
<ul><li><a href="#top">five</a></li></ul><input name="six" value="a > b" disabled>
<svg viewBox="0 0 1 1"><path d="M0 0"/></svg></main></body></html>
"""
WRONG = {
    "<p>one": "<p> is never closed",
    "<p><em>one</p></em>": "</p> closes <em> in line 1",
    '<p id="a" id="b">one</p>': '<p id="a" id="b"> has an attribute twice',
    "<p><div>one</div></p>": "<div> in ['p']",
    "<li>one</li>": "<li> in <#root>",
    "<ul><p>one</p></ul>": "<p> directly in <ul>",
    "<ul>one</ul>": "text directly in <ul>: 'one'",
    '<a href="/">one <a href="/">two</a></a>': "<a> in another <a>",
    '<button>one <input name="two"></button>': "<input> in a link or button",
    "<p>one < two</p>": "no tag is '< two'",
    '<p class="one>two</p>': "no tag is '<p class=\"one>two'",
    '<p id="one"></p><p id="one"></p>': "id 'one' stands twice",
    '<a href="#one">one</a>': "<a> points to 'one', which is not there",
    "<h3>one</h3>": "the first heading is h3",
}


def test_a_sound_page_is_read_as_it_is_meant():
    root, wrong = read(SOUND)
    [text, link, box] = root.find_all("p", "a", "input")
    assert wrong == []
    assert root.find_all("title")[0].text == "A & b"
    assert (text.text, text.classes) == ("Two three <four>", {"a", "b"})
    assert (link.text, link.get("href")) == ("five", "#top")
    assert box.attributes == {"name": "six", "value": "a > b", "disabled": ""}
    assert [one.tag for one in root.find_all("main")[0].walk()][:3] == ["h1", "p", "br"]


@pytest.mark.parametrize("html", WRONG)
def test_what_is_wrong_is_named(html):
    assert WRONG[html] in read(html)[1]
