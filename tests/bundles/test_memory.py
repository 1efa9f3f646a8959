"""A bundle of 20 MB is taken in within bounds, in a process of its own."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app_fixtures import KEYS
from tests.bundles.small import ENTRY, SMALL

BYTES = 20 * 1000 * 1000
MOST_MEMORY = 600 * 1024
"""Unit: KiB. As Linux counts it since the program began: what `resource` says has what started it in it."""
MOST_SECONDS = 60
WORDS = ("gebeld", "moeder", "school", "veiligheid", "afspraak", "morgen", "rustig", "spanning", "oma")
WORDS_EACH = 400
"""A page and a half: what takes time is not how long an entry is, but that there is one more."""
TAKE_IN = """
import sys
from pathlib import Path
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from caseflow import sealing
from caseflow.bundles.importing import import_bundle
sealing.use_keyring(sealing.Keyring.parse(sys.argv[3]))
with Session(create_engine(sys.argv[1]), autoflush=False, info={"system": "tests"}) as session:
    import_bundle(session, Path(sys.argv[2]).read_bytes())
    session.commit()
[most] = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM:")]
print(most)
"""


def twenty_megabytes() -> bytes:
    """Write the small bundle with as many entries as fit."""
    chance = random.Random(1)  # noqa: S311 - any texts will do
    bundle = json.loads(json.dumps(SMALL))
    entries = bundle["cases"][0]["entries"]
    size = 0
    while size < BYTES:
        body = " ".join(chance.choices(WORDS, k=WORDS_EACH)) + f" {len(entries)}"
        entry = ENTRY | {"key": f"n{len(entries)}", "body": body, "data": {"channel": "phone", "minutes": 5}}
        entries.append(entry)
        size += len(json.dumps(entry))
    return json.dumps(bundle).encode()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_twenty_megabytes_are_taken_in_within_bounded_memory(database_url, tmp_path: Path):
    file = tmp_path / "large.json"
    file.write_bytes(twenty_megabytes())
    done = subprocess.run(
        [sys.executable, "-c", TAKE_IN, database_url, str(file), KEYS],
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
        check=True,
    )
    assert int(done.stdout) < MOST_MEMORY
