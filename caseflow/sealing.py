"""Encryption at rest of single values: AES-256-GCM, bound to the table, column and row they belong to.

A sealed value is `key id length (1 byte) | key id | nonce (12 bytes) | ciphertext and tag`. The associated data is
`table.column:row:key id`, so a ciphertext that is moved to another row, column or key does not open.
"""

import hashlib
import hmac
import os
from base64 import b64decode
from binascii import Error as Base64Error
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
"""Length of a GCM nonce, in bytes. Source: NIST SP 800-38D."""
KEY_BYTES = 32
"""Length of a key, in bytes: AES-256."""


LONGEST_KEY_ID = 255
"""Length of the longest key id: its length is written in one byte. Unit: bytes."""


class SealingError(ValueError):
    """A value does not open: unknown key, moved or changed ciphertext, or a key that is not a key."""


@dataclass(frozen=True)
class Place:
    """Where a sealed value stands; part of what is authenticated."""

    table: str
    column: str
    row: UUID

    def bound_to(self, key_id: str) -> bytes:
        """Return the associated data for this place under a key."""
        return f"{self.table}.{self.column}:{self.row}:{key_id}".encode()


class Keyring:
    """The keys in use, newest first. Seals with the newest, opens with any."""

    def __init__(self, keys: dict[str, bytes]) -> None:
        if not keys:
            raise SealingError("No encryption keys.")
        for key_id, key in keys.items():
            if len(key) != KEY_BYTES:
                raise SealingError(f"Encryption key {key_id!r} is not {KEY_BYTES} bytes long.")
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self.newest = next(iter(keys))
        self._keys = dict(keys)

    @classmethod
    def parse(cls, setting: str) -> "Keyring":
        """Read `id:base64,id:base64`, newest first.

        Raises:
            SealingError: the setting is not of that form.
        """
        keys: dict[str, bytes] = {}
        for part in setting.split(","):
            key_id, separator, encoded = part.strip().partition(":")
            if not separator or not 0 < len(key_id.encode()) <= LONGEST_KEY_ID:
                raise SealingError("An encryption key is written as id:base64.")
            try:
                keys[key_id] = b64decode(encoded, validate=True)
            except Base64Error as error:
                raise SealingError(f"Encryption key {key_id!r} is not base64.") from error
        return cls(keys)

    def seal(self, value: bytes, place: Place) -> bytes:
        """Encrypt a value for one place."""
        key_id = self.newest.encode()
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[self.newest].encrypt(nonce, value, place.bound_to(self.newest))
        return bytes([len(key_id)]) + key_id + nonce + sealed

    def open(self, sealed: bytes, place: Place) -> bytes:
        """Decrypt a value that was sealed for this place.

        Raises:
            SealingError: the key is not known, or the value was changed or moved.
        """
        key_id = self.key_of(sealed)
        start = 1 + len(key_id.encode())
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise SealingError(f"A value is sealed with key {key_id!r}, which is not among the keys given.")
        nonce, ciphertext = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
        try:
            return cipher.decrypt(nonce, ciphertext, place.bound_to(key_id))
        except InvalidTag as error:
            raise SealingError(f"The sealed {place.table}.{place.column} does not open here.") from error

    @staticmethod
    def key_of(sealed: bytes) -> str:
        """Return the id of the key that a value was sealed with."""
        return sealed[1 : 1 + sealed[0]].decode()

    def derive(self, purpose: str, key_id: str) -> bytes:
        """Return a key for another purpose than sealing values, derived from one of the keys.

        Raises:
            SealingError: the key is not known.
        """
        if key_id not in self._keys:
            raise SealingError(f"Encryption key {key_id!r} is not among the keys given.")
        return hmac.digest(self._keys[key_id], f"caseflow {purpose}".encode(), hashlib.sha256)

    def token(self, word: str) -> str:
        """Return a keyed hash under which a word of a sealed text can be found again, and nothing else be learnt."""
        digest = hmac.digest(self.derive("search index", self.newest), word.encode(), hashlib.sha256)
        return f"{self.newest}:{digest.hex()[:32]}"


class _Holder:
    keyring: Keyring | None = None


def use_keyring(keyring: Keyring) -> None:
    """Make a keyring the one that this process seals and opens with."""
    _Holder.keyring = keyring


def keyring() -> Keyring:
    """Return the keyring of this process.

    Raises:
        SealingError: none was set.
    """
    if _Holder.keyring is None:
        raise SealingError("No keyring in use.")
    return _Holder.keyring
