"""Addresses within caseflow: the only ones that anybody is sent on to."""

from urllib.parse import urlsplit


def local_or_none(address: str | None) -> str | None:
    """Return an address when it leads to a page of our own, else nothing."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    if "\\" in address or not address.isprintable() or " " in address:
        return None
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc else address
