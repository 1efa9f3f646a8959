"""Where tests keep what they throw away: in memory when there is room, far quicker than most disks."""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - only folders with random names are made in it
ON_DISK = "CASEFLOW_TEST_ON_DISK"
"""Set in the environment of what does not fit into memory: the benchmarks."""
ROOM = 2 * 1024**3
"""How much must be free there; containers often have 64 MiB. Unit: bytes."""


def scratch_root() -> str | None:
    """Return the folder to make temporary folders in; None leaves it to the system."""
    if os.environ.get(ON_DISK):
        return None
    return str(MEMORY) if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None
