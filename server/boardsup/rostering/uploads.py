"""Files as they were sent: unpacked if they are zips, within bounds, and decoded. Nothing is unpacked to a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

from boardsup.rostering.roster import Unusable

LARGEST = 5_000_000
"""Bytes of an upload: a district's lists of a school of 3,000 are under 1 MB."""
LARGEST_UNPACKED = 40_000_000
"""Bytes of all CSV files of a zip together, unpacked."""
MOST_FILES = 60
"""Files of a zip; OneRoster has at most 30."""

TOO_LARGE = "This file is larger than a class list can be. Please send at most 5 MB."
NO_CSV = "There is no CSV file in this. Please send the list as CSV, or the zip of OneRoster or Clever."
BROKEN_ZIP = "This zip cannot be opened. Please save it again, without a password."
NO_TEXT = "This is no text file. Please save the list as CSV, for instance with “Save as” in your spreadsheet."

_ENCODINGS = ("utf-8-sig", "cp1252")


def unpacked(uploads: Iterable[tuple[str, bytes]]) -> dict[str, str]:
    """The CSV files of an upload by their names in small letters, without folders. Raises `Unusable`."""
    found: dict[str, str] = {}
    for name, content in uploads:
        if len(content) > LARGEST:
            raise Unusable(TOO_LARGE)
        if content[:4] == b"PK\x03\x04":
            found |= {inner: decoded(bytes_of) for inner, bytes_of in _members(content).items()}
        elif content:
            found[_plain(name) or "list.csv"] = decoded(content)
    if not found:
        raise Unusable(NO_CSV)
    return found


def decoded(content: bytes) -> str:
    """Bytes of a CSV file as text: UTF-8, UTF-16 with its mark, or what Windows writes. Raises `Unusable`."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise Unusable(NO_TEXT) from None
    if b"\0" in content:
        raise Unusable(NO_TEXT)
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unusable(NO_TEXT)


def _members(content: bytes) -> dict[str, bytes]:
    """The CSV files of a zip, unpacked no further than the bound, whatever its directory claims."""
    left = LARGEST_UNPACKED
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            wanted = [one for one in archive.infolist() if not one.is_dir() and _plain(one.filename).endswith(".csv")]
            if len(archive.infolist()) > MOST_FILES * 10 or len(wanted) > MOST_FILES:
                raise Unusable(TOO_LARGE)
            for one in wanted:
                with archive.open(one) as file:
                    body = file.read(left + 1)
                left -= len(body)
                if left < 0:
                    raise Unusable(TOO_LARGE)
                found[_plain(one.filename)] = body
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        if isinstance(error, Unusable):
            raise
        raise Unusable(BROKEN_ZIP) from None
    return found


def _plain(name: str) -> str:
    """A file's name without its folders, in small letters; empty for the copies that a Mac puts beside."""
    path = name.replace("\\", "/")
    return "" if "__MACOSX" in path else path.rpartition("/")[2].lower()
