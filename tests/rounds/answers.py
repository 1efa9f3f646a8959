"""Answers without what is different in each of them, to be compared byte for byte."""

from __future__ import annotations

import re

from tests.api.caller import DOOR, Caller
from tests.pages import FROM_OUR_PAGE, Visitor

Answer = tuple[int, list[tuple[str, str]], bytes]
"""A status, headers and a body."""
CHANGING = re.compile(
    rb'name="(csrf_token|once)"[^>]*value="[^"]*"|value="[^"]*"[^>]*name="(csrf_token|once)"'
)
"""What is different in every answer."""


def asked(visitor: Visitor, door: Caller, method: str, address: str, **fields: str) -> Answer:
    """Ask, and return all of the answer that may not differ."""
    if address.startswith(DOOR):
        answer = door.send(
            method, address.removeprefix(DOOR), **({"json": fields} if method == "POST" else {})
        )
    elif method == "GET":
        answer = visitor.client.get(address)
    else:
        data = {"csrf_token": visitor.known_token, **fields}
        answer = visitor.client.post(address, data=data, headers=FROM_OUR_PAGE)
    head = [(name, value) for name, value in answer.headers if name != "Set-Cookie"]
    return answer.status_code, head, CHANGING.sub(b"", answer.get_data())
