"""`python -m tests.bench`: measures, prints a table, and fails when a stated limit is exceeded."""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.demo import demo_seconds
from tests.bench.figures import Figure, show
from tests.bench.installation import Installation, installation
from tests.bench.pages import bare_time, page_time, statement_count
from tests.bench.worker import worker_megabytes
from tests.places import ON_DISK

SMALL, LARGE = 1_000, 100_000
"""How many cases a small and a large region have."""
OVER_BARE, OVER_SMALL, STATEMENTS = 2.5, 1.3, 12
MEMORY = 150
"""What a worker may take. Unit: MB."""
DEMO_FRESH, DEMO_AGAIN = 40, 3
"""Until the demo answers. Unit: seconds."""


def main() -> int:
    """Measure everything."""
    os.environ[ON_DISK] = "1"
    large = int(sys.argv[1]) if len(sys.argv) > 1 else LARGE
    figures = _demo()
    for engine in ("sqlite", "postgresql"):
        with installation(engine, SMALL) as small:
            small_times = {name: page_time(small, path) for name, path in _paths(small).items()}
        with installation(engine, large) as region:
            for name, path in _paths(region).items():
                figures += _page(f"{name}, {engine}", region, path, small_times[name])
            if engine == "sqlite":
                figures.append(_worker(region))
    return 0 if show(figures) else 1


def _paths(installed: Installation) -> dict[str, str]:
    return {
        "case list": "/cases",
        "case page": f"/cases/{installed.reference}",
        "timeline page": f"/cases/{installed.reference}/timeline",
        "timeline page of 5,000 entries": f"/cases/{installed.longest_reference}/timeline",
    }


def _page(what: str, installed: Installation, path: str, small: float) -> list[Figure]:
    page = page_time(installed, path)
    return [
        Figure(f"{what}: over bare SQL", page / bare_time(installed, path), OVER_BARE),
        Figure(f"{what}: over itself at {SMALL} cases", page / small, OVER_SMALL),
        Figure(f"{what}: SQL statements", statement_count(installed, path), STATEMENTS, ""),
    ]


def _worker(installed: Installation) -> Figure:
    url = installed.app.config["SQLALCHEMY_DATABASE_URI"]
    cookie = installed.client.get_cookie("caseflow")
    paths = list(_paths(installed).values())
    megabytes = worker_megabytes(url, f"caseflow={cookie.value}", paths)
    return Figure("memory of a worker", megabytes, MEMORY, "MB")


def _demo() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="caseflow-bench-") as folder:
        fresh, again = demo_seconds(Path(folder))
    return [
        Figure("make demo from a fresh clone", fresh, DEMO_FRESH, "s"),
        Figure("make demo again", again, DEMO_AGAIN, "s"),
    ]


if __name__ == "__main__":
    sys.exit(main())
