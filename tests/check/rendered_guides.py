"""Rendered pages and style sheets for tests of rules about them."""

from pathlib import PurePosixPath

from tests.check.guides import MakeSite

from crpsguide.check.html import Files
from crpsguide.check.rule import Rule

SETTINGS = {"site.yaml": "landmarks: {urgent_help: help.md, about: about.md}\n"}
HEAD = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def finished(styles: str = "", head: str = HEAD, **bodies: str) -> Files:
    """Pages with these bodies, by name, and one style sheet."""
    pages = {f"{name}.html": f"<html><head>{head}</head><body>{body}</body></html>" for name, body in bodies.items()}
    return {PurePosixPath(name): text.encode() for name, text in {**pages, "styles.css": styles}.items()}


def found(rule: Rule, make_site: MakeSite, files: Files, styles: str = "") -> list[str]:
    """Where a rule finds something in the finished files of a guide with the pages `index`, `help` and `about`."""
    own = {"../templates/styles/own.css": styles} if styles else {}
    site = make_site({**SETTINGS, **own}, help="Text.", about="Text.")
    return [str(one.place).removeprefix("content/").removeprefix("pages/") for one in rule.check(site, files=files)]
