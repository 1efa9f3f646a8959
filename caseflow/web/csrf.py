"""Forms are taken only from our own pages. A bearer token stands for itself: no browser sends it unasked."""

from flask import Flask, g, request
from flask_wtf.csrf import CSRFProtect

_protection = CSRFProtect()


def init_app(app: Flask) -> None:
    """Give templates their token. Checking is asked for by the request cycle, once it is known who is asking."""
    app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    _protection.init_app(app)


def carries_bearer_token() -> bool:
    """Whether the request came by the JSON door with a bearer token."""
    return request.path.startswith("/api/") and request.headers.get("Authorization", "").startswith("Bearer ")


def require_own_form() -> None:
    """Go on only with a form of our own.

    Raises:
        CSRFError: it has no token of this browser's session.
    """
    if not carries_bearer_token():
        _protection.protect()


def renew() -> None:
    """Let the next form carry a new token: the one of this request belongs to the session before."""
    g.pop("csrf_token", None)
    g.pop("csrf_valid", None)


def sent_from_our_page() -> bool:
    """Whether the browser itself says that the form stood on a page of ours."""
    site = request.headers.get("Sec-Fetch-Site", "")
    return site == "same-origin" or (
        not site and request.headers.get("Origin") == request.host_url.rstrip("/")
    )
