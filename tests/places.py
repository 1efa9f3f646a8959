"""Where tests keep what they throw away: in memory when there is room, far quicker than most disks."""

import shutil
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - only folders with random names are made in it
ROOM = 2 * 1024**3
"""How much must be free there; containers often have 64 MiB. Unit: bytes."""


def scratch_root() -> str | None:
    """Return the folder to make temporary folders in; None leaves it to the system."""
    return str(MEMORY) if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None
