"""Checks files that are published unchanged: allowed formats, content that matches the suffix, size."""

import re
from pathlib import Path, PurePosixPath

from crpsguide.errors import PageError

BOX = rb"....ftyp"  # ISO/IEC 14496-12, the container of mp4 and avif
MAGIC_NUMBERS = {  # regular expressions for the start of a file, by suffix
    ".avif": BOX,
    ".docx": rb"PK\x03\x04",
    ".epub": rb"PK\x03\x04",
    ".gif": rb"GIF8[79]a",
    ".ico": rb"\x00\x00\x01\x00",
    ".jpeg": rb"\xff\xd8\xff",
    ".jpg": rb"\xff\xd8\xff",
    ".m4a": BOX,
    ".m4v": BOX,
    ".mp3": rb"ID3|\xff[\xe2-\xff]",
    ".mp4": BOX,
    ".odp": rb"PK\x03\x04",
    ".ods": rb"PK\x03\x04",
    ".odt": rb"PK\x03\x04",
    ".oga": rb"OggS",
    ".ogg": rb"OggS",
    ".opus": rb"OggS",
    ".pdf": rb"%PDF-",
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".pptx": rb"PK\x03\x04",
    ".wav": rb"RIFF....WAVE",
    ".webm": rb"\x1aE\xdf\xa3",
    ".webp": rb"RIFF....WEBP",
    ".xlsx": rb"PK\x03\x04",
    ".zip": rb"PK\x03\x04",
}
PICTURES = frozenset({".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".webp"})
UNIQUE_MAGIC = (".png", ".jpg", ".gif", ".webp", ".pdf")  # formats that the start of a file identifies
TEXTS = frozenset({".bib", ".csv", ".ics", ".json", ".ris", ".srt", ".tsv", ".txt", ".vcf", ".vtt"})
MARKDOWN_SUFFIXES = frozenset({".markdown", ".md", ".mdown"})
ADDED_SUFFIXES = MARKDOWN_SUFFIXES | {".txt"}  # added by some editors to a name that has a suffix
SVG_SUFFIX = ".svg"  # checked by `drawings`
BETTER_FORMATS = {  # for formats that many browsers cannot show
    **dict.fromkeys((".bmp", ".cr2", ".dng", ".heic", ".heif", ".jfif", ".psd", ".tif", ".tiff"), "JPEG or PNG"),
    **dict.fromkeys((".ai", ".cdr", ".emf", ".eps", ".wmf"), "SVG or PNG"),
    **dict.fromkeys((".doc", ".pages", ".pub", ".rtf", ".wpd"), "PDF"),
    **dict.fromkeys((".avi", ".mkv", ".mov", ".wmv"), "MP4"),
}
MAX_PICTURE_SIZE = 2 * 2**20  # bytes; far more than a phone should have to load
PLACEHOLDER_SIZE = 33  # bytes; a shorter image is a placeholder in a new guide, and not reported as truncated
MAX_PIXELS = 64_000_000  # 256 MB in the memory of a phone
# An image that contains a page can be opened as one under another name.
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|script|iframe|body|\?php)[\s>]", re.IGNORECASE)


def refuse_false_file(name: PurePosixPath, file: Path) -> None:
    """Refuse a file whose format is not published, or that its name does not match.

    Raises:
        PageError: the file is refused.
        OSError: it cannot be read.
    """
    suffix = name.suffix.casefold()
    intended = PurePosixPath(name.stem) if suffix == ".txt" else name  # some editors add “.txt” and do not show it
    if intended.suffix.casefold() in MARKDOWN_SUFFIXES and name.suffix != ".md":
        raise PageError(
            f"The name of a page ends in “.md”, and this one in “{name.suffix}”.", f"Call it “{intended.stem}.md”."
        )
    if better := BETTER_FORMATS.get(suffix):
        raise PageError(
            f"Many readers cannot open a file of the kind “{suffix}”, so it is not published.",
            f"Export it as {better}, or move it out of the guide.",
        )
    if suffix not in MAGIC_NUMBERS and suffix not in TEXTS and suffix != SVG_SUFFIX:
        raise PageError(
            f"Files of the kind “{suffix or name.name}” are not published: a browser or a host might run them.",
            "Give readers a picture, a sound, a film, a PDF or a text, or move the file out of the guide.",
        )
    if suffix in MAGIC_NUMBERS:
        with file.open("rb") as opened:
            data = opened.read(MAX_PICTURE_SIZE + 1 if suffix in PICTURES else 64)
        _refuse_false_content(suffix, data)


def _refuse_false_content(suffix: str, data: bytes) -> None:
    """Refuse the content of a binary file: all of an image, or the start of another file.

    Raises:
        PageError: the file is refused.
    """
    if not re.match(MAGIC_NUMBERS[suffix], data, re.DOTALL):
        format = next((one for one in UNIQUE_MAGIC if re.match(MAGIC_NUMBERS[one], data, re.DOTALL)), "")
        raise PageError(
            f"This file is called “{suffix}”, but it is {f'a “{format}”' if format else 'something else'}.",
            "Export it again in that form, or give it the name of the form that it has.",
        )
    if len(data) > MAX_PICTURE_SIZE:
        raise PageError(
            f"This picture has more than {MAX_PICTURE_SIZE // 2**20} MB.", "Export it smaller: 0.2 MB are plenty."
        )
    if (pixels := _pixels(suffix, data)) > MAX_PIXELS:
        raise PageError(f"This picture is {pixels} points large, which no phone can show.", "Export it smaller.")
    if suffix in PICTURES and _MARKUP.search(data):
        raise PageError("This picture holds a page of HTML.", "Export it again from a program for pictures.")
    if len(data) > PLACEHOLDER_SIZE and _is_truncated(suffix, data):
        raise PageError("This picture is cut off: the end of its file is missing.", "Copy it here again.")


def _is_truncated(suffix: str, data: bytes) -> bool:
    """Whether the end marker of an image is missing; some cameras write more data after it."""
    if suffix in (".jpeg", ".jpg"):
        offset = 2
        # Skip the segments before the image data: an embedded thumbnail has an end marker of its own.
        while len(part := data[offset : offset + 4]) == 4 and part[0] == 0xFF and part[1] not in (0xD9, 0xDA):
            offset += 2 + int.from_bytes(part[2:])
        return b"\xff\xd9" not in data[offset:]
    if suffix == ".webp":
        return len(data) < 8 + int.from_bytes(data[4:8], "little")
    if suffix == ".png":
        return b"IEND\xaeB`\x82" not in data
    return suffix == ".gif" and b"\0;" not in data


def _pixels(suffix: str, data: bytes) -> int:
    """The number of pixels according to the header of a PNG or GIF; 0 for other formats."""
    if suffix == ".png" and len(data) >= 24:
        return int.from_bytes(data[16:20]) * int.from_bytes(data[20:24])
    if suffix == ".gif" and len(data) >= 10:
        return int.from_bytes(data[6:8], "little") * int.from_bytes(data[8:10], "little")
    return 0
