"""Which files a case file takes. What a file is, its first bytes say; its name must say the same.

Nothing here opens or runs a file: it is sealed as it is, and leaves only as a download.
"""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from pathlib import PurePath, PureWindowsPath

MAX_BYTES = 20 * 1024**2
"""The largest file. Unit: bytes. Source: the bundle format."""
MAX_NAME = 255
"""The longest name of a file. Unit: characters. Source: the bundle format."""
SNIFFED = 4096
"""How much of a file is looked at. Unit: bytes; a zip names its first parts well within it."""
TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".txt": "text/plain",
}
"""The types of file, by the end of their names. No program and nothing that a browser would run."""
MAGIC = {
    ".pdf": b"%PDF-",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".docx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
    ".odt": b"PK\x03\x04",
    ".ods": b"PK\x03\x04",
}
"""How files of a type begin."""
OFFICE = {".docx": b"word/", ".xlsx": b"xl/"}
"""What an office document has among its parts; a program packed as a zip has not."""
MACROS = b"vbaProject.bin"


def cleaned_name(name: str | None) -> str:
    """Return the name of a file without folders, and without what cannot stand in a name."""
    last = PureWindowsPath(PurePath(name or "").name).name
    return "".join(letter for letter in last if letter.isprintable()).strip(" .")[:MAX_NAME]


def nameless(name: str) -> str:
    """Return what a file is called for who may not know where it comes from: only what type of file it is."""
    suffix = PurePath(name).suffix.lower()
    return f"document{suffix if suffix in TYPES else ''}"


def type_of(name: str) -> str | None:
    """Return the type that a file has by its name; nothing for what is not taken."""
    return TYPES.get(PurePath(name).suffix.lower())


def is_accepted(name: str, media_type: str, base64: str) -> bool:
    """Whether a file is of a type that is taken, and its content what its name says."""
    try:
        content = b64decode(base64, validate=True)
    except Base64Error:
        return False
    suffix = PurePath(name).suffix.lower()
    return bool(content) and TYPES.get(suffix) == media_type and _is_what_it_says(suffix, content)


def _is_what_it_says(suffix: str, content: bytes) -> bool:
    if suffix == ".txt":
        return _is_text(content)
    if not content.startswith(MAGIC[suffix]):
        return False
    if suffix in OFFICE:
        return OFFICE[suffix] in content and MACROS not in content
    return suffix not in {".odt", ".ods"} or TYPES[suffix].encode() in content[:SNIFFED]


def _is_text(content: bytes) -> bool:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return all(letter.isprintable() or letter in "\n\r\t\f\ufeff" for letter in text)


def to_base64(content: bytes) -> str:
    """Return the content of a file as a draft holds it."""
    return b64encode(content).decode()


def from_base64(content: str) -> bytes:
    """Return the content of a file that a draft holds."""
    return b64decode(content)
