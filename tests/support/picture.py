"""PNG files for the tests."""

import struct
import zlib


def png(width, height, pixel):
    """A picture whose columns are pixel(x): three bytes, or four with how opaque it is."""
    row = b"\0" + b"".join(bytes(pixel(x)) for x in range(width))
    chunk = lambda kind, body: (struct.pack(">I", len(body)) + kind + body
                                + struct.pack(">I", zlib.crc32(kind + body)))
    color_type = 6 if len(pixel(0)) == 4 else 2
    header = struct.pack(">IIBBBBB", width, height, 8, color_type, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(row * height)) + chunk(b"IEND", b""))
