"""Answers without what is different in each of them, to be compared byte for byte."""

from __future__ import annotations

import re

from tests.api.caller import DOOR, Caller
from tests.pages import FROM_OUR_PAGE, Visitor

Answer = tuple[int, list[tuple[str, str]], bytes]
"""A status, headers and a body."""
QUOTE, REST = rb'(?:"|&#34;)', rb"(?:(?!&gt;)[^>])*?"
"""A page that stands in another one's frame is written in signs that stand for its own."""
NAME, VALUE = rb"name=%s(?:csrf_token|once)%s" % (QUOTE, QUOTE), rb"value=%s%s%s" % (QUOTE, REST, QUOTE)
CHANGING = re.compile(rb"%s%s%s|%s%s%s" % (NAME, REST, VALUE, VALUE, REST, NAME))
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
