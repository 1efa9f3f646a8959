"""Waiting for a server to open its door."""

import socket
import subprocess
import time

PATIENCE = 180
"""How long a server may take to open. Unit: seconds."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_until_open(port: int, server: subprocess.Popen) -> None:
    """Wait until something listens on a port."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as caller:
            if caller.connect_ex(("127.0.0.1", port)) == 0:
                return
        if server.poll() is not None:
            break
        time.sleep(0.05)  # there is no event to wait for: the server is another program
    raise RuntimeError("The server did not open its door.")
