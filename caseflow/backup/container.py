"""The file around a backup: encrypted in chunks, so that neither side needs more memory than a chunk.

`magic | version | key id length | key id | salt`, then chunks of AES-256-GCM. The key is derived from an encryption
key and the salt, and so belongs to this file alone. A nonce is the number of the chunk and whether it is the last
(the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizar, 2015): a chunk that is changed, moved, left out or
added, and a file that ends too early, do not open. All chunks authenticate the head.
"""

import hashlib
import hmac
import io
import os
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from caseflow.sealing import Keyring

MAGIC = b"caseflow backup\n"
VERSION = 1
SALT_BYTES = 32
CHUNK = 1024 * 1024
"""How much is encrypted at a time. Unit: bytes."""
TAG_BYTES = 16
PURPOSE = "backup"
CUT_OFF = "The backup was changed or cut off."


class BackupError(ValueError):
    """A backup cannot be read here; the text says why."""


class SealedWriter(io.RawIOBase):
    """Encrypts what is written to it. Closing it writes the last chunk: a file without it is refused."""

    def __init__(self, file: IO[bytes], keys: Keyring) -> None:
        salt, key_id = os.urandom(SALT_BYTES), keys.newest.encode()
        self._head = MAGIC + bytes([VERSION, len(key_id)]) + key_id + salt
        self._cipher = _cipher(keys, keys.newest, salt)
        self._file = file
        self._waiting = bytearray()
        self._number = 0
        file.write(self._head)

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]  # narrower than any buffer: callers give bytes
        """Take bytes in, and write the chunks that are full."""
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._put(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def finish(self) -> None:
        """Write the last chunk."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, chunk: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, last=last), chunk, self._head))
        self._number += 1


class SealedReader(io.RawIOBase):
    """Decrypts what a `SealedWriter` wrote.

    Raises:
        BackupError: when made or read from, if the file is no backup, or was changed or cut off.
        SealingError: when made, if the key is not known.
    """

    def __init__(self, file: IO[bytes], keys: Keyring) -> None:
        self._head, key_id, salt = _read_head(file)
        self._cipher = _cipher(keys, key_id, salt)
        self._file = file
        self._number = 0
        self._chunk = b""
        self._ahead = file.read(CHUNK + TAG_BYTES)
        if not self._ahead:
            raise BackupError(CUT_OFF)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # as io itself calls it
        """Give bytes out, decrypting the next chunk when the last one is used up."""
        while not self._chunk and self._ahead:
            self._chunk = self._next()
        given = self._chunk[: len(buffer)]
        buffer[: len(given)] = given
        self._chunk = self._chunk[len(given) :]
        return len(given)

    def _next(self) -> bytes:
        sealed, self._ahead = self._ahead, self._file.read(CHUNK + TAG_BYTES)
        try:
            chunk = self._cipher.decrypt(_nonce(self._number, last=not self._ahead), sealed, self._head)
        except InvalidTag as error:
            raise BackupError(CUT_OFF) from error
        self._number += 1
        return chunk


def _read_head(file: IO[bytes]) -> tuple[bytes, str, bytes]:
    start = file.read(len(MAGIC) + 2)
    if len(start) < len(MAGIC) + 2 or not start.startswith(MAGIC):
        raise BackupError("This is not a backup of caseflow.")
    if start[-2] != VERSION:
        raise BackupError(f"The backup has version {start[-2]}; this caseflow reads version {VERSION}.")
    key_id, salt = file.read(start[-1]), file.read(SALT_BYTES)
    if len(salt) < SALT_BYTES:
        raise BackupError(CUT_OFF)
    return start + key_id + salt, key_id.decode(errors="replace"), salt


def _cipher(keys: Keyring, key_id: str, salt: bytes) -> AESGCM:
    return AESGCM(hmac.digest(keys.derive(PURPOSE, key_id), salt, hashlib.sha256))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
