"""Template errors in an editor's words: found before rendering, while rendering, and in the result."""

import html
import os
import re
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import jinja2

from crpsguide.errors import TemplateError
from crpsguide.model import FORM_KINDS, Passage
from crpsguide.spelling import did_you_mean

FOLDER = "templates"  # the name of both the guide's own template folder and the built-in one
TEMPLATE_ENDINGS = (".html", ".xml", ".txt", ".conf", "Caddyfile")
MEND = "Mend the template, or remove your own copy so that the built-in one is used."
PATIENCE = 2  # seconds of CPU time; the longest page of a real guide takes a tenth of one
HOW_TO_FILL_IN = r"\([^()]*\)$"  # the hint of a field, which is rendered as lines or boxes
TAG = r"(?s:<(?P<unread>script|style)\b.*?</(?P=unread)>|<!--.*?-->|<[^>]*>)"


def refuse_unused(folders: Sequence[Path]) -> None:
    """Refuse a guide's own templates that have no effect: otherwise a misspelt name would go unnoticed.

    Raises:
        TemplateError: a template is empty, or it replaces no built-in one and no other template uses it.
    """
    *own, builtin = folders
    files = [(folder, file) for folder in own for file in sorted(folder.rglob("*.html"))]
    texts = {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for folder, file in files
        if file.is_file() and os.access(file, os.R_OK)
    }
    for name, text in texts.items():
        if not text.strip():
            raise TemplateError("This template is empty.", MEND, template=name, place=place_of_template(name))
        is_used = any(name.encode() in other for other in texts.values())
        if not is_used and not (builtin / name).exists():
            known = [file.relative_to(builtin).as_posix() for file in builtin.rglob("*.html")]
            raise TemplateError(
                "Nothing uses a template of this name.",
                did_you_mean(name, known, "Give it the name of the built-in one that it stands for."),
                template=name,
                place=place_of_template(name),
            )


def refuse_missing_text(name: str, text: str, passages: Iterable[Passage], *, output: str) -> None:
    """Refuse a rendered page that leaves out words of its content; the built-in templates are tested for that.

    `name` is the template that rendered `text`; `output` is the address of the page, for the message.

    Raises:
        TemplateError: a word of a passage is missing.
    """
    # A tag may stand within a word or between two.
    rendered = _word_set(re.sub(TAG, "", text)) | _word_set(re.sub(TAG, " ", text))
    for passage in passages:
        words = re.sub(HOW_TO_FILL_IN, "", passage.text) if passage.block in FORM_KINDS else passage.text
        if _word_set(words) - rendered:
            where = f"line {passage.place.line} of {passage.place.path}"
            raise fault(name, 1, output, f"it leaves out what stands on {where}: “{words}”")


def _word_set(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", html.unescape(text).casefold()))


@contextmanager
def explain_errors(output: str) -> Iterator[None]:
    """Turn errors while rendering `output` into a `TemplateError` with template and line."""
    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        template, line = error.filename or error.name or "", error.lineno
        raise fault(template, line, output, error.message or "it is not understood") from error
    except jinja2.TemplateNotFound as error:
        template, line = _failed_template(error)
        raise fault(template, line, output, f"there is no template “{error.name}”") from error
    except jinja2.TemplateError as error:
        template, line = _failed_template(error)
        is_undefined = "something is undefined: " if isinstance(error, jinja2.UndefinedError) else ""
        raise fault(template, line, output, is_undefined + (error.message or "it cannot be drawn")) from error
    except TimeoutError as error:
        template, line = _interrupted_template(error)
        raise fault(template, line, output, f"it takes longer than {PATIENCE} seconds; look for a loop") from error
    except RecursionError as error:
        template, line = _failed_template(error)
        raise fault(template, line, output, "it includes itself") from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        if not last.filename.endswith(TEMPLATE_ENDINGS):
            raise  # a fault in our own code, not in a template
        raise fault(last.filename, last.lineno or 1, output, str(error)) from error


def fault(template: str, line: int, output: str, why: str) -> TemplateError:
    """The error of a template at a line. `output` is the file being rendered, `why` the cause as a clause."""
    return TemplateError(
        f"The template stopped while drawing {output}: {why.rstrip('.')}.",
        MEND,
        template=template,
        line=line,
        place=place_of_template(template, line),
    )


def place_of_template(template: str, line: int = 1) -> str:
    """A place such as `templates/page.html:3:1`, relative to the guide wherever the template is on disk."""
    parts = PurePosixPath(template).parts
    relative = parts[-parts[::-1].index(FOLDER) :] if FOLDER in parts else parts
    return f"{PurePosixPath(FOLDER, *relative)}:{line}:1" if template else ""


def _interrupted_template(error: TimeoutError) -> tuple[str, int]:
    """The file and line of the innermost template when the time ran out.

    They come from the frames: unlike other errors, this one has a traceback that Jinja has not rewritten yet.
    """
    interrupted = error.__context__.__traceback__ if error.__context__ else None
    frames = [
        (frame.f_globals["__jinja_template__"], line)
        for frame, line in traceback.walk_tb(interrupted)
        if "__jinja_template__" in frame.f_globals
    ]
    if not frames:
        return "", 1
    template, line = frames[-1]
    return template.filename or template.name or "", template.get_corresponding_lineno(line)


def _failed_template(error: Exception) -> tuple[str, int]:
    """The file and line of the innermost template in a traceback, where Jinja has put them."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [(frame.filename, frame.lineno or 1) for frame in frames if frame.filename.endswith(TEMPLATE_ENDINGS)]
    return inside[-1] if inside else ("", 1)
