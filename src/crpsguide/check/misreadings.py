"""X: source text that is lost when it is rendered, or rendered as something else than it was meant to be."""

import re
from collections.abc import Callable, Iterator
from functools import wraps

from crpsguide.check.rule import Fault, Rule, rule
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import COMMENT, Misread, Misreading, Severity, Site

MessageAndHelp = tuple[str, str]
# The beginnings of links and bold words, in Markdown and in other markup; and other markup that Markdown lacks.
LIKE_OURS = LazyPattern(r"[(\[<`]|!\[|\*|[^\s\[\]]+\]\(|\w*__|(?:link|xref|image|mailto):|https?:|\".*\":")
FOREIGN = LazyPattern(r"\[\[?(?:!|_?(?:toc|TOC)\b|(?:b|i|u|s|quote|size|color|img)\b)")


def _misread(
    code: str, how: Misreading, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Misread], MessageAndHelp]], Rule]:
    """Decorator: a rule from a function that gives message and help for one stretch that is misread in this way."""

    def make(tell: Callable[[Misread], MessageAndHelp]) -> Rule:
        @wraps(tell)
        def faults(site: Site) -> Iterator[Fault]:
            for one in (one for text in site.texts for one in text.misread if one.how is how):
                message, help = tell(one)
                yield Fault(one.place, message, help)

        return rule(code, severity)(faults)

    return make


@_misread("X1", Misreading.LOST)
def lost_text(one: Misread) -> MessageAndHelp:
    """Words that you typed are nowhere on the finished page.

    Why it matters: a lost “never” or a lost dose can harm someone, and nobody sees that it is missing.

    Wrong: `Take two <? never four ?> a day.`
    Right: `Take two, never four, a day.`
    """
    message = f"Readers do not get “{one.words}”: Markdown takes it for something else and drops it."
    return message, "Write it in plain words, or put a backslash before the sign in front of it."


@_misread("X2", Misreading.LOST_ATTRIBUTE)
def lost_attribute(one: Misread) -> MessageAndHelp:
    """Words with an equals sign in braces are taken for a note to the program and left out.

    Why it matters: with the dose gone, what is left says something else.

    Wrong: `**Take**{dose=2} in the morning.`
    Right: `**Take** (dose 2) in the morning.`
    """
    message = f"Readers do not get “{one.words}”: such braces are taken for a note to the program."
    return message, r"Leave it out; or, if readers should get it, use round brackets, or write the brace as “\{”."


@_misread("X2", Misreading.UNSEEN_ATTRIBUTE, Severity.WARNING)
def unseen_attribute(one: Misread) -> MessageAndHelp:
    """Words that are typed as a note to the program, a class or a title, reach no reader, or hide what they stand on.

    Why it matters: a title is seen with a mouse alone, never on a phone or on paper; a class may hide a warning.

    Words from left to right below `dir="rtl"` are told too: they are shown with their signs and numbers in false order.

    Wrong: `## Dose {.never}`
    Right: `## Dose: never alone`
    """
    if one.words == "dir":
        return (
            "“rtl” sets these words from right to left: a full stop is shown in front of them, and 2 - 3 as 3 - 2.",
            "Leave it out; it is for Arabic, Hebrew and the like.",
        )
    return (
        f"“{one.words}” is a note to the program: readers on a phone or on paper do not get what it tells or holds.",
        r"Write the words into the text, or leave it out. If you mean the braces, write the first one as “\{”."
        if one.words.startswith("{")
        else "Write the words into the text, or leave it out.",
    )


@_misread("X3", Misreading.LOST_DEFINITION)
def lost_definition(one: Misread) -> MessageAndHelp:
    """A line that begins with a word in brackets and a colon is taken for a link's address and left out.

    Why it matters: a warning written in this way is on no page.

    Wrong: `[Stop]: if a rash appears`
    Right: `**Stop** if a rash appears`
    """
    message = f"Readers do not get “{one.words}”: a line that begins so says where a link leads."
    return message, "Write the first word without square brackets."


@_misread("X4", Misreading.SURPLUS_CELL)
def surplus_cell(one: Misread) -> MessageAndHelp:
    """A row of a table has more cells than the table's first row, and they are left out.

    Why it matters: the last column may be the highest dose, or the warning.

    Wrong: `| adult | 1 | 8 a day |` in a table of two columns
    Right: a heading for the third column
    """
    message = f"Readers do not get “{one.words}”: the table has fewer columns than this row has cells."
    return message, r"Give the column a heading, or write a bar inside a cell as “\|”."


@_misread("X4", Misreading.MISSING_CELL, Severity.WARNING)
def missing_cell(one: Misread) -> MessageAndHelp:
    """A row of a table has fewer cells than the table's first row.

    Why it matters: a number may stand below the wrong heading, and an empty cell says nothing.

    Wrong: `| adult | 1 |` in a table of three columns
    Right: `| adult | 1 | not known |`
    """
    message = f"This row has cells for {one.words} of the table's {one.shown} columns."
    return message, "Write all cells; say “none” or “not known” where that is meant."


@_misread("X5", Misreading.TAG_LIKE)
def text_taken_for_tag(one: Misread) -> MessageAndHelp:
    """Words between `<` and `>` are taken for HTML and left out.

    Why it matters: “if pain <b and swelling> c” reads “if pain c”.

    Wrong: `Call <name of your nurse>.`
    Right: `Call (name of your nurse).`
    """
    message = f"Readers do not get “{one.words}”: words between these signs are taken for HTML."
    return message, r"Write “less than” or “more than”, use other brackets, or write the sign as “\<”."


@_misread("X6", Misreading.UNCLOSED_ELEMENT)
def unclosed_element(one: Misread) -> MessageAndHelp:
    """An HTML element is opened and never closed.

    Why it matters: what follows is hidden by the browser, or shown with its stars and hashes.

    Wrong: `<div>` without a `</div>`
    Right: both, or neither
    """
    name = one.words
    if name == COMMENT:
        message = "“<!--” begins a note that nothing ends, so readers see it and what follows."
        return message, r"Add “-->” where the note ends, or remove it. If you meant the sign, write “\<”."
    message = f"“<{name}>” is opened here and never closed, so what follows is not read as you meant it."
    return message, rf"Add “</{name}>” where it ends, or remove it. If you meant the sign, write “\<”."


@_misread("X7", Misreading.REMOVED_ELEMENT, Severity.WARNING)
def removed_element(one: Misread) -> MessageAndHelp:
    """An HTML element is taken out of the page, because it could run, fetch or hide something.

    Why it matters: what you see in your own browser is not what readers get.

    Wrong: `<iframe src="…"></iframe>`
    Right: a link to that page
    """
    return f"“<{one.words}>” is taken out of the page.", "Write it in Markdown, or leave it out."


@_misread("X7", Misreading.REMOVED_ATTRIBUTE, Severity.WARNING)
def removed_attribute(one: Misread) -> MessageAndHelp:
    """A part of an HTML tag is taken out of the page: styles, programs and the like.

    Why it matters: whatever it was meant to do for readers, it does not do.

    Wrong: `<p style="color: red">Stop at once.</p>`
    Right: `**Stop at once.**`
    """
    return f"This tag loses “{one.words}”.", "Leave it out, or say in words what it should show."


@_misread("X8", Misreading.MARKDOWN_IN_HTML, Severity.WARNING)
def markdown_in_html(one: Misread) -> MessageAndHelp:
    """Markdown stands inside an HTML element, where it is not read as Markdown.

    Why it matters: readers see hashes, stars and brackets; links lead nowhere and sources are not shown.

    Wrong: `<div>` with `## A heading` below it
    Right: `<div markdown="1">`
    """
    message = f"“{one.words}” stands inside an HTML element and is shown just as it is typed."
    return message, 'Remove the element, or write markdown="1" into its first tag.'


@_misread("X9", Misreading.CHANGED_NUMBER)
def changed_number(one: Misread) -> MessageAndHelp:
    """A list's number is shown as another one, for Markdown counts from 1 by itself.

    Why it matters: “see step 3” leads to the wrong step, and “2020.” at the start of a line is lost.

    Wrong: `3. Rest` as the first line of a list
    Right: the whole list in one, from 1 on
    """
    shown = one.shown if one.shown.startswith("a ") else f"“{one.shown}”"
    return (
        f"“{one.words}” is shown as {shown}.",
        r"Begin the points of a list with “-”, and write the sign that is meant as “\+”."
        if one.words == "+"
        else "Keep the steps of a list together, with what belongs to a step indented by four spaces."
        rf" If it is no step, write it as “{one.words[:-1]}\.”.",
    )


@_misread("X9", Misreading.CHANGED_BULLET)
def changed_bullet(one: Misread) -> MessageAndHelp:
    """A bullet is shown as a step with a number, because it follows a numbered list.

    Why it matters: readers take a remark for something to do, and count one step too many.

    Wrong: `- with water` right below `1. Take one`
    Right: the same line, indented by four spaces
    """
    help = "Indent it by four spaces if it belongs to the step above; else put a line of text between the two lists."
    return f"This bullet is shown as step “{one.shown}”.", help


@_misread("X10", Misreading.HEADING_AS_TEXT, Severity.WARNING)
def heading_shown_as_text(one: Misread) -> MessageAndHelp:
    """A few bold words stand alone above a paragraph, as a heading does.

    Why it matters: who listens to a page, or looks through its headings, does not find what stands below.

    Wrong: `**What it is**`, and a paragraph below
    Right: `## What it is`
    """
    return f"“{one.words}” looks like a heading, and is none.", f"Write it as “## {one.words}”, or as a sentence."


@_misread("X10", Misreading.LIST_AS_TEXT)
def list_shown_as_text(one: Misread) -> MessageAndHelp:
    """Lines that look like a list are shown as one paragraph.

    Why it matters: in one long line nobody finds the point that counts.

    Wrong: `Bring:` and in the next line `- a friend`
    Right: an empty line between the two
    """
    known = one.words in ("-", "*", "+") or one.words.endswith(".")
    return (
        "This list is shown as running text.",
        "Put an empty line before its first line."
        if known
        else "Begin each line with “- ” or “1. ”, and put an empty line before the first.",
    )


@_misread("X10", Misreading.TABLE_AS_TEXT)
def table_shown_as_text(one: Misread) -> MessageAndHelp:
    """A table is shown as one paragraph full of bars.

    Why it matters: nobody can read a dose out of it.

    Wrong: a line of text right above the table, or no row of dashes below its first
    Right: an empty line between the two
    """
    help = "Put an empty line before its first row, and below that one a row such as “|---|---|”, with as many cells."
    return "This table is shown as running text.", help


@_misread("X11", Misreading.FLAT_LIST)
def flattened_list(one: Misread) -> MessageAndHelp:
    """A list inside a list is shown as part of the outer one, because it is indented too little.

    Why it matters: a remark on a step becomes a step of its own.

    Wrong: `  - with water`, indented by two spaces
    Right: `    - with water`, indented by four
    """
    return f"This point is shown as {one.shown}, not as a point within the one above.", "Indent it by four spaces."


@_misread("X12", Misreading.HASH, Severity.WARNING)
def heading_without_blank(one: Misread) -> MessageAndHelp:
    """A line that begins with `#` and no blank is taken for a heading, and loses the sign.

    Why it matters: “#5 is the ward” becomes a headline that says “5 is the ward”.

    Wrong: `#Rest`, or `#5 is the ward`
    Right: `# Rest`, or `Number 5 is the ward`
    """
    message = f"“{one.words}” is taken for a heading."
    return message, r"Put a blank behind the last “#” of a heading; write “\#” where you mean the sign."


@_misread("X12", Misreading.EMPTY_HEADING, Severity.WARNING)
def empty_heading(one: Misread) -> MessageAndHelp:
    """A heading has no words.

    Why it matters: screen readers announce a heading and then nothing; what follows belongs to nothing.

    Wrong: a line with `##` alone
    Right: `## Rest`
    """
    return "This heading has no words.", "Write them behind the hashes, or remove the line."


@_misread("X13", Misreading.QUOTATION)
def comparison_shown_as_quotation(one: Misread) -> MessageAndHelp:
    """A line that begins with `>` and a number is taken for a quotation, and loses the sign.

    Why it matters: “more than 50 mg” becomes “50 mg”.

    Wrong: `> 50 mg` at the start of a line
    Right: `more than 50 mg`
    """
    return "This line is shown as a quotation, without its “>”.", r"Write “more than”, or the sign as “\>”."


@_misread("X14", Misreading.ASTERISKS)
def lost_asterisks(one: Misread) -> MessageAndHelp:
    """Stars between numbers are taken for emphasis and left out.

    Why it matters: “2*3*4” becomes “234”.

    Wrong: `2*3*4`
    Right: `2 × 3 × 4`
    """
    return f"“{one.words}” is shown without its stars.", r"Write “×” for “times”, or the sign as “\*”."


@_misread("X15", Misreading.BRACES, Severity.WARNING)
def braces_shown(one: Misread) -> MessageAndHelp:
    """Words stand in braces, which readers see just as they are typed.

    Why it matters: some programs take such words for notes to themselves; readers only wonder what they mean.

    Wrong: `**Take**{: never } two at once.`
    Right: `**Never take** two at once.`
    """
    message = f"Readers see “{one.words}”, braces and all."
    return message, r"Use round brackets. If you mean the braces, write the first one as “\{”."


@_misread("X15", Misreading.ABBREVIATION, Severity.WARNING)
def abbreviation_shown(one: Misread) -> MessageAndHelp:
    """A line begins with a star and a word in brackets, which readers see just as it is typed.

    Why it matters: in some programs such a line explains an abbreviation and is hidden; here it looks like a slip.

    Wrong: `*[Stop]: if a rash appears`
    Right: `**Stop** if a rash appears`
    """
    message = f"Readers see “{one.words}” just as it is typed."
    return message, "Write it as a sentence, or put the word into the glossary."


@_misread("X15", Misreading.MARKUP, Severity.WARNING)
def markup_shown(one: Misread) -> MessageAndHelp:
    """The signs of a link or of bold words stand among the words, because one of them is missing or in a wrong place.

    Why it matters: readers see signs that mean nothing to them, and the link leads nowhere.

    Wrong: `See [pacing](pacing.md for more.` or `Do **not stop it.`
    Right: `See [pacing](pacing.md) for more.` and `Do **not** stop it.`
    """
    if one.words.startswith("&"):
        return _entity_shown(one)
    if parted := re.fullmatch(r"(\w+)-\s(\w+)", one.words):
        help = f"Write “{parted[1]}{parted[2]}”, or “{parted[1]}-{parted[2]}”, in one line."
        return f"Readers see “{one.words}”, for the line ends within the word.", help
    return f"Readers see “{one.words}” just as it is typed.", _help_for_markup(one.words)


@_misread("X16", Misreading.FENCE, Severity.WARNING)
def unclosed_code(one: Misread) -> MessageAndHelp:
    """A line of three backticks or tildes opens code that nothing closes.

    Why it matters: readers see the signs, and what was meant as code is read as Markdown.

    Wrong: one line of three backticks
    Right: a second one below the code
    """
    message = f"“{one.words}” opens code here, and no such line closes it."
    return message, "Add the same line below the code, or remove this one."


@_misread("X17", Misreading.CODE)
def text_shown_as_code(one: Misread) -> MessageAndHelp:
    """Indented lines are shown as code, with their stars and brackets.

    Why it matters: the link leads nowhere, the source is not shown, and the lines do not wrap on a phone.

    Wrong: a paragraph indented by four spaces that belongs to no list
    Right: the same at the left margin
    """
    message = f"This text is shown as code, with “{one.words}” as it is typed."
    return message, "Remove the spaces in front of it. In a list, indent what belongs to a point by four."


@_misread("X18", Misreading.UNDERLINE, Severity.WARNING)
def sentence_shown_as_heading(one: Misread) -> MessageAndHelp:
    """Dashes right below a sentence make a heading of it.

    Why it matters: a warning in the size of a headline, and no line where you wanted one.

    Wrong: `Rest now.` and `---` in the next line
    Right: an empty line between the two
    """
    message = f"This makes a heading of “{one.words}”."
    return message, "Put an empty line before it to draw a line; write “## ” where you mean a heading."


RULES = (
    lost_text,
    lost_attribute,
    unseen_attribute,
    lost_definition,
    surplus_cell,
    missing_cell,
    text_taken_for_tag,
    unclosed_element,
    removed_element,
    removed_attribute,
    markdown_in_html,
    changed_number,
    changed_bullet,
    heading_shown_as_text,
    list_shown_as_text,
    table_shown_as_text,
    flattened_list,
    heading_without_blank,
    empty_heading,
    comparison_shown_as_quotation,
    lost_asterisks,
    braces_shown,
    abbreviation_shown,
    markup_shown,
    unclosed_code,
    text_shown_as_code,
    sentence_shown_as_heading,
)


def _entity_shown(one: Misread) -> MessageAndHelp:
    is_complete = one.words.endswith(";")
    meant = f"“{one.shown}”" if one.shown and is_complete else "the sign itself, or in words"
    escaped = f"put “`{one.words}`”" if is_complete else f"write “&amp;{one.words[1:]}”"
    help = f"Write {meant}. If you mean it as it is typed, {escaped}."
    return f"Readers get “{one.words}” in place of the sign that it may stand for.", help


def _help_for_markup(words: str) -> str:
    if words.endswith("\\"):
        return "For a new line, put two blanks in the place of the backslash."
    if words.startswith("<!"):
        return "Remove it, with the signs that end it: they belong to other languages than Markdown."
    if words.startswith(("<a ", "<img ")):
        return "Write it in Markdown: [words](page.md), or ![words](picture.png)."
    escape = r"Write a sign that you mean with “\” before it."
    if FOREIGN.match(words) or not LIKE_OURS.match(words):
        plain = "Only other programs know these signs: write it in plain words, or as one of the guide's blocks."
        return f"{plain} {escape}"
    link = (
        "A link is [words](page.md), with no blank between its brackets; bold words stand between two pairs of stars."
    )
    return f"{link} {escape}"
