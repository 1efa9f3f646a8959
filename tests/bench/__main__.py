"""`python -m tests.bench`: measures, prints a table, and fails when a stated limit is exceeded."""

import os
import sys
import tempfile
from pathlib import Path

from tests.bench.demo import demo_seconds
from tests.bench.figures import Figure, show
from tests.bench.installation import Installation, installation, regions
from tests.bench.pages import Act, bare_page, page, ratio, statement_count
from tests.bench.walls import wall_figures
from tests.bench.worker import worker_megabytes
from tests.databases import ENGINES
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
    with regions(ENGINES, (SMALL, large)) as urls:
        for engine in ENGINES:
            with installation(urls[engine, SMALL]) as small, installation(urls[engine, large]) as region:
                for (name, path), (_name, small_path) in zip(_paths(region), _paths(small), strict=True):
                    figures += _page(f"{name}, {engine}", region, path, page(small, small_path))
                figures.append(_worker(engine, region))
                figures += wall_figures(region) if engine == "postgresql" else []
    return 0 if show(figures) else 1


def _paths(installed: Installation) -> list[tuple[str, str]]:
    return [
        ("case list", "/cases?status=all"),
        ("case page", f"/cases/{installed.reference}"),
        ("timeline page", f"/cases/{installed.reference}/timeline"),
        ("timeline page of 5,000 entries", f"/cases/{installed.longest_reference}/timeline"),
    ]


def _page(what: str, installed: Installation, path: str, small: Act) -> list[Figure]:
    large = page(installed, path)
    with bare_page(installed, path) as bare:
        over_bare = ratio(large, bare)
    return [
        Figure(f"{what}: over bare SQL", over_bare, OVER_BARE),
        Figure(f"{what}: over itself at {SMALL} cases", ratio(large, small), OVER_SMALL),
        Figure(f"{what}: SQL statements", statement_count(installed, path), STATEMENTS, ""),
    ]


def _worker(engine: str, installed: Installation) -> Figure:
    url = installed.app.config["SQLALCHEMY_DATABASE_URI"]
    cookie = installed.client.get_cookie("caseflow")
    paths = [path for _name, path in _paths(installed)]
    megabytes = worker_megabytes(url, f"caseflow={cookie.value}", paths)
    return Figure(f"memory of a worker, {engine}", megabytes, MEMORY, "MB")


def _demo() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="caseflow-bench-") as folder:
        fresh, again = demo_seconds(Path(folder))
    return [
        Figure("make demo from a fresh clone", fresh, DEMO_FRESH, "s"),
        Figure("make demo again", again, DEMO_AGAIN, "s"),
    ]


if __name__ == "__main__":
    sys.exit(main())
