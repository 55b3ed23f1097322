"""A change set packed so that it survives a mail: quoting, other line lengths, joined lines, no-break spaces.

`(hub1:<checksum>.<packed>:hub1)`; the markers are single words, because mail breaks lines between words. Packed is
deflate without a header, then base64 (RFC 4648). The checksum is CRC-32 of what was packed, as eight hexadecimal digits.
The browser does the same in contribute/armour.mjs and unpack.mjs; tests/node/received.json holds both to it.
"""

from __future__ import annotations

import base64
import binascii
import re
import textwrap
import zlib

LARGEST = 1024 * 1024
"""Bytes of a change set; more is no change of a record."""
LINE = 64

_BLOCK = re.compile(r"\(hub1:((?:(?!\(hub1:).)*?):hub1\)", re.DOTALL)
"""A block that was cut off does not swallow the whole one after it."""
_CUT = re.compile(r"\(hub1:")
_QUOTED_PRINTABLE = re.compile(r"=(?:\r?\n|([0-9A-F]{2}))")
"""As in the file of a mail (RFC 2045); no block has `=` before anything else than its end."""


class Damaged(ValueError):
    """A block that is there but cannot be read; the message says why, for people."""


def packed(text: str) -> str:
    data = text.encode()
    shrink = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = base64.b64encode(shrink.compress(data) + shrink.flush()).decode()
    lines = textwrap.wrap(f"{zlib.crc32(data):08x}.{body}", LINE, break_on_hyphens=False)
    return "(hub1:\n" + "\n".join(lines) + "\n:hub1)"


def unpacked(text: str) -> tuple[str, ...]:
    """What the blocks in a text hold, each once, in their order. Raises `Damaged`."""
    blocks = _BLOCK.findall(text)
    if not blocks and _CUT.search(text):
        raise Damaged("must end with ':hub1)'; the end of the message was cut off")
    return tuple(dict.fromkeys(_unpacked(block) for block in blocks))


def _unpacked(block: str) -> str:
    inside = re.sub(r"[^0-9A-Za-z+/.]", "", _QUOTED_PRINTABLE.sub("", block))
    checksum, dot, body = inside.partition(".")
    if not dot or not re.fullmatch(r"[0-9a-f]{8}", checksum):
        raise Damaged("must begin with its checksum; the packed part of the message was changed")
    try:
        raw = base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
        expand = zlib.decompressobj(-zlib.MAX_WBITS)
        data = expand.decompress(raw, LARGEST + 1)
        whole = expand.eof and not expand.unused_data
    except (binascii.Error, zlib.error, ValueError):
        raise Damaged("must be whole; a part of the packed message is missing or was changed") from None
    if len(data) > LARGEST:
        raise Damaged(f"must not be larger than {LARGEST} bytes")
    if not whole or f"{zlib.crc32(data):08x}" != checksum:
        raise Damaged("must be whole; a part of the packed message is missing or was changed")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Damaged("must be text in UTF-8") from None
