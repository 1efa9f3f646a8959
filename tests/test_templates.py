"""Templates keep to the rules that the browser's content policy and the next reader rely on."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
COMPONENTS = sorted((ROOT / "templates/components").glob("*.html"))
STYLES = sorted((ROOT / "caseflow/static/css").glob("*.css"))
IMPORT = re.compile(r'{% from "[^"]+" import (.+?) %}')


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_holds_no_inline_style_script_or_handler(path):
    text = path.read_text()
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=|javascript:|[\"'(]data:", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_uses_every_macro_that_it_imports(path):
    text = re.sub(r"{#.*?#}", "", path.read_text(), flags=re.DOTALL)
    tags = " ".join(re.findall(r"{[{%].*?[%}]}", IMPORT.sub("", text), flags=re.DOTALL))
    for names in IMPORT.findall(text):
        for macro in (part.split(" as ")[-1].strip() for part in names.split(",")):
            assert re.search(rf"\b{macro}\b", tags), macro


@pytest.mark.parametrize("path", COMPONENTS, ids=name)
def test_a_component_says_in_its_first_line_how_to_use_it(path):
    first = path.read_text().splitlines()[0]
    assert first.startswith("{# ")
    assert " — " in first


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_only_components_may_print_unescaped(path):
    if path not in COMPONENTS:
        assert not re.search(r"\|\s*safe\b|autoescape", path.read_text())


@pytest.mark.parametrize("path", STYLES, ids=name)
def test_a_style_sheet_loads_nothing_from_elsewhere(path):
    for target in re.findall(r"url\(([^)]*)\)|@import\s+([^;]+)", path.read_text()):
        assert not re.search(r"https?:|data:|//", "".join(target))


def test_a_page_cannot_be_made_without_a_title():
    assert "{% block title required %}" in (ROOT / "templates/base.html").read_text()
