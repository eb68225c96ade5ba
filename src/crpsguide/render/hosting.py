"""The HTTP response headers of the site, and configuration files with them for common web servers."""

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from markupsafe import Markup

from crpsguide.render.templates import Templates, policy_hash, templates_in

SERVERS = ("nginx.conf", "Caddyfile")
HSTS_MAX_AGE = 2 * 365 * 24 * 60 * 60  # seconds; what https://hstspreload.org recommends
# The address of a page reveals someone's health: nothing is loaded from other hosts, so that none learns it.
CONTENT_POLICY = {
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
    """The HTTP headers for every file, by name. None contains text from editors, so `Markup` is safe."""
    inline_code = {
        "script-src": (templates.head_script, templates.not_found_script),
        "style-src": (templates.inline_style,),
    }
    policy = CONTENT_POLICY | {
        name: " ".join((CONTENT_POLICY[name], *(f"'{policy_hash(code)}'" for code in codes)))
        for name, codes in inline_code.items()
    }
    headers = {
        "Cache-Control": "no-cache",  # cached but revalidated: nobody may read advice that has since been corrected
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": f"max-age={HSTS_MAX_AGE}",
        "X-Content-Type-Options": "nosniff",
    }
    return {name: Markup(value) for name, value in headers.items()}


def render_hosting(templates: Sequence[Path]) -> Mapping[PurePosixPath, bytes]:
    """Configuration files for web servers. They are not published, but written next to the site."""
    all_templates = templates_in(templates)
    headers = response_headers(all_templates)
    return {
        PurePosixPath(name): all_templates.render(f"hosting/{name}", {"headers": headers}, output=name).encode()
        for name in SERVERS
    }
