"""Files that are published as they are: each is what its name says, and none is read as a page or a program."""

import re
from pathlib import Path, PurePosixPath

from crpsguide.errors import PageError

# How files of a kind begin. Text has no such sign: it must be UTF-8, and servers send it as plain text.
BOX = rb"....ftyp"  # ISO/IEC 14496-12, the family of mp4 and avif
BEGINNINGS = {
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
KNOWN_BY_BEGINNING = (".png", ".jpg", ".gif", ".webp", ".pdf")  # kinds that begin like no other
TEXTS = frozenset({".bib", ".csv", ".ics", ".json", ".ris", ".srt", ".tsv", ".txt", ".vcf", ".vtt"})
PAGES = frozenset({".markdown", ".md", ".mdown"})  # what editors of Markdown call their files
AGAIN = PAGES | {".txt"}  # endings that some editors add to a name that has one
DRAWING = ".svg"  # judged by what it draws
# What cameras, scanners and programs save, and what every reader can open.
BETTER_FORMS = {
    **dict.fromkeys((".bmp", ".cr2", ".dng", ".heic", ".heif", ".jfif", ".psd", ".tif", ".tiff"), "JPEG or PNG"),
    **dict.fromkeys((".ai", ".cdr", ".emf", ".eps", ".wmf"), "SVG or PNG"),
    **dict.fromkeys((".doc", ".pages", ".pub", ".rtf", ".wpd"), "PDF"),
    **dict.fromkeys((".avi", ".mkv", ".mov", ".wmv"), "MP4"),
}
LARGEST_PICTURE = 2 * 2**20  # bytes; far more than any reader on a phone should be sent
HEAD = 33  # bytes of a PNG; what is no longer only holds a place while a guide is begun
MOST_POINTS = 64_000_000  # a quarter of a gigabyte in the memory of a phone
# A picture with a page behind it is a page to whoever opens it by another name.
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|script|iframe|body|\?php)[\s>]", re.IGNORECASE)


def refuse_false_file(name: PurePosixPath, file: Path) -> None:
    """Refuse a file of a kind that is not published, or that is not what its name says.

    Raises:
        PageError: it is one; says which.
        OSError: it cannot be read.
    """
    ending = name.suffix.casefold()
    meant = PurePosixPath(name.stem) if ending == ".txt" else name  # an ending that some editors add and do not show
    if meant.suffix.casefold() in PAGES and name.suffix != ".md":
        raise PageError(
            f"The name of a page ends in “.md”, and this one in “{name.suffix}”.", f"Call it “{meant.stem}.md”."
        )
    if better := BETTER_FORMS.get(ending):
        raise PageError(
            f"Many readers cannot open a file of the kind “{ending}”, so it is not published.",
            f"Export it as {better}, or move it out of the guide.",
        )
    if ending not in BEGINNINGS and ending not in TEXTS and ending != DRAWING:
        raise PageError(
            f"Files of the kind “{ending or name.name}” are not published: a browser or a host might run them.",
            "Give readers a picture, a sound, a film, a PDF or a text, or move the file out of the guide.",
        )
    if ending in BEGINNINGS:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_PICTURE + 1 if ending in PICTURES else 64)
        if not re.match(BEGINNINGS[ending], data, re.DOTALL):
            form = next((one for one in KNOWN_BY_BEGINNING if re.match(BEGINNINGS[one], data, re.DOTALL)), "")
            raise PageError(
                f"This file is called “{ending}”, but it is {f'a “{form}”' if form else 'something else'}.",
                "Export it again in that form, or give it the name of the form that it has.",
            )
        if len(data) > LARGEST_PICTURE:
            raise PageError(
                f"This picture has more than {LARGEST_PICTURE // 2**20} MB.", "Export it smaller: 0.2 MB are plenty."
            )
        if (size := _points(ending, data)) > MOST_POINTS:
            raise PageError(f"This picture is {size} points large, which no phone can show.", "Export it smaller.")
        if ending in PICTURES and _MARKUP.search(data):
            raise PageError("This picture holds a page of HTML.", "Export it again from a program for pictures.")
        if len(data) > HEAD and _is_cut_off(ending, data):
            raise PageError("This picture is cut off: the end of its file is missing.", "Copy it here again.")


def _is_cut_off(ending: str, data: bytes) -> bool:
    """Whether the mark is missing with which a picture ends; some cameras write more behind it."""
    if ending in (".jpeg", ".jpg"):  # a small picture within has an end of its own
        at = 2
        while len(part := data[at : at + 4]) == 4 and part[0] == 0xFF and part[1] not in (0xD9, 0xDA):
            at += 2 + int.from_bytes(part[2:])
        return b"\xff\xd9" not in data[at:]
    if ending == ".webp":
        return len(data) < 8 + int.from_bytes(data[4:8], "little")
    return ending in (".gif", ".png") and (b"IEND\xaeB`\x82" if ending == ".png" else b"\0;") not in data


def _points(ending: str, data: bytes) -> int:
    """How many points a PNG or GIF has, as it says of itself; a few kilobytes can say thousands of millions."""
    if ending == ".png" and len(data) >= 24:
        return int.from_bytes(data[16:20]) * int.from_bytes(data[20:24])
    if ending == ".gif" and len(data) >= 10:
        return int.from_bytes(data[6:8], "little") * int.from_bytes(data[8:10], "little")
    return 0
