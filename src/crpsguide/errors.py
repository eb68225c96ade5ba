"""Exceptions that stop a command, with messages in an editor's words."""


class GuideError(Exception):
    """The command cannot run: wrong use, a missing folder, a full disk, a permission.

    Args:
        message: what is wrong, one sentence.
        help: the next step, or empty when there is none.

    `place` is `path:line:column` in a file of the guide, empty when none is at fault.
    """

    place = ""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class PageError(GuideError):
    """A file of the guide cannot be parsed at all; `read` catches this, leaves the file out and reports it.

    `line` and `column` count from 1 in the file as the editor sees it.
    """

    def __init__(self, message: str, help: str = "", line: int = 1, column: int = 1) -> None:
        super().__init__(message, help)
        self.line = line
        self.column = column


class SlowPageError(PageError):
    """Parsing a file reached a time limit far above what any page of a real guide takes."""


class TemplateError(GuideError):
    """A template is missing or wrong.

    `template` is its path, empty when no file is at fault; `line` counts from 1.
    """

    def __init__(self, message: str, help: str = "", template: str = "", line: int = 1, place: str = "") -> None:
        super().__init__(message, help)
        self.template = template
        self.line = line
        self.place = place
