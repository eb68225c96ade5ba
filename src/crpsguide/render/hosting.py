"""How the site is to be served: what a server says with every file, in the forms of the usual servers."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from crpsguide.render.templates import Templates, policy_hash, templates_in

SERVERS = ("nginx.conf", "Caddyfile")
TWO_YEARS = 2 * 365 * 24 * 60 * 60  # seconds; what https://hstspreload.org recommends
# An address here tells about someone's health: nothing is asked of other hosts, and no other host is told.
POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "script-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def response_headers(templates: Templates) -> Mapping[str, Markup]:
    """What a server says with every file, by the names of the headers. No word of an editor is in it."""
    carried = {"script-src": (templates.head_script, templates.lost_script), "style-src": (templates.carried_style,)}
    policy = POLICY | {
        name: " ".join((POLICY[name], *(f"'{policy_hash(code)}'" for code in codes))) for name, codes in carried.items()
    }
    headers = {
        "Cache-Control": "no-cache",  # kept, but asked for anew: nobody reads an advice that was mended since
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": f"max-age={TWO_YEARS}",
        "X-Content-Type-Options": "nosniff",
    }
    return {name: Markup(value) for name, value in headers.items()}


def render_hosting(templates: Sequence[Path]) -> Mapping[PurePosixPath, bytes]:
    """The files that tell web servers how to serve the site. They stand beside it and are not published."""
    known = templates_in(templates)
    headers = response_headers(known)
    return {
        PurePosixPath(name): known.render(f"hosting/{name}", {"headers": headers}, drawn=name).encode()
        for name in SERVERS
    }
