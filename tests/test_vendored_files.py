"""What others made and we ship or test with is unchanged, and says where it comes from."""

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTS = ["caseflow/static/vendor/VENDOR.md", "tests/vendor/VENDOR.md"]
PART = re.compile(r"/\* >>> (\S+) (\S+) dist/index\.css \*/\n(.*?)\n/\* <<< \*/", re.DOTALL)


def sha256(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


@pytest.mark.parametrize("listing", LISTS)
def test_every_vendored_file_has_the_checksum_that_its_list_gives(listing):
    folder = (ROOT / listing).parent
    listed = (ROOT / listing).read_text()
    files = [file for file in folder.iterdir() if file.name != "VENDOR.md"]
    assert files
    for file in files:
        assert re.search(
            rf"^\| {re.escape(file.name)} .*`{sha256(file.read_bytes())}` \|$", listed, re.MULTILINE
        ), file.name


def test_every_vendored_style_sheet_is_word_for_word_the_package_in_the_list():
    listed = (ROOT / LISTS[0]).read_text()
    parts = PART.findall((ROOT / "caseflow/static/vendor/utrecht.css").read_text())
    assert len(parts) > 20
    for package, version, css in parts:
        assert f"| {package} | {version} | EUPL-1.2 | `{sha256(css.encode())}` |" in listed, package


def test_no_tokens_of_a_municipality_are_shipped():
    listed = (ROOT / LISTS[0]).read_text()
    assert "@utrecht/" in listed
    assert not re.findall(r"@utrecht/design-tokens|@amsterdam|rijkshuisstijl|@gemeente", listed)
