"""L105, L106 and L301 to L306: the form of external addresses, checked without the network."""

import ipaddress
import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from crpsguide.check.links.targets import links_with_blanks, named, page_meant, relative_link, suggest_path
from crpsguide.check.rule import Fault, rule
from crpsguide.language.expressions import LazyPattern
from crpsguide.model import MarkdownText, Site, WebLink
from crpsguide.spelling import did_you_mean, near_misses

WEB = ("https", "http")
SCHEMES = (*WEB, "mailto", "tel")
COPY_AGAIN = "Copy the address again from the browser's address bar."
LONGEST_LABEL = 63  # characters; RFC 1035, section 2.3.4
LONGEST_NUMBER = 15  # digits; ITU-T E.164
SHORTEST_INTERNATIONAL_NUMBER = 7  # digits, with those of the country (+290 22158 has eight)
SHORTEST_WITH_COUNTRY = 5  # digits; 999 and the like have no form with the country's digits
SHORTEST_NUMBER = 2  # digits; some emergency numbers have two (17 in France)
# Domains of one machine or one network (RFC 6761, RFC 6762, RFC 8375, ICANN's “internal”).
LOCAL_NAMES = ("localhost", "local", "internal", "lan", "home.arpa")
# Reserved for documentation (RFC 5737), so in use on no network.
EXAMPLE_NETS = tuple(map(ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))
# Scripts that one word may mix (Unicode TR 39, “highly restrictive”).
EAST_ASIAN = frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HANGUL", "BOPOMOFO"})

_USUAL_PORT = LazyPattern(r"(?<=//)([^/:@]+):(?:443|80)(?=/|$)")
_SCHEME = LazyPattern(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_SPLIT_SCHEME = LazyPattern(r"\s*[a-z]+\s+[a-z\s]*:", re.IGNORECASE)  # “java script:”
_LOCAL_PATH = LazyPattern(r"file:|[A-Za-z]:(?!//)|\\", re.IGNORECASE)
# URL shorteners, and redirects of mail programs, search engines and social networks.
_REDIRECT = LazyPattern(
    r"(?:bit\.ly|t\.co|tinyurl\.com|goo\.gl|ow\.ly|is\.gd|buff\.ly|lnkd\.in|lm?\.facebook\.com"
    r"|[\w.-]+\.safelinks\.protection\.outlook\.com|urldefense\.(?:proofpoint\.)?com)/\??[^?]"
    r"|(?:www\.)?google\.[a-z.]+/url\?."
)
_NEVER_IN_ADDRESSES = LazyPattern(r"[\"<>“”]")  # copied along with an address
_BROKEN_ESCAPE = LazyPattern(r"%(?![0-9A-Fa-f]{2})")
_DOMAIN = r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]*[^\W_]"
_MAIL_ADDRESS = LazyPattern(rf"(?!//|\.)(?!\S*\.[.@])[^\s@,;:<>()\[\]\\\"]+@{_DOMAIN}")
_NUMBER = LazyPattern(r"\+?[0-9\s().-]+")  # without * and #, which make codes that configure a telephone
# An address as the words of a link; without top-level domains that are file suffixes too.
_SAID_HOST = LazyPattern(
    r"(?:https?://|(?=www\.)|(?=[\w.-]+\.(?:com|org|net|gov|edu|info|uk)\b))(?:www\.)?([\w-]+(?:\.[\w-]+)+)\S*",
    re.IGNORECASE,
)
_SECOND_NUMBER = LazyPattern(r"[+0][0-9\s().-]{6,}")  # other digits behind a comma are dialled in a menu
_SAID_NUMBER = LazyPattern(r"(?<![\w,.])\+?[0-9](?:[\s.)-]{0,2}[0-9]){2,}(?!\w)")


class Form(Enum):
    """The fault of an external address, the gravest first. An address has one form, so it is reported once."""

    LOCAL = "local"
    ABSOLUTE = "absolute"
    PROTOCOL_RELATIVE = "protocol-relative"
    UNSAFE = "unsafe"
    LOADED = "loaded"
    MALFORMED = "malformed"
    SUSPICIOUS = "suspicious"
    INSECURE = "insecure"
    BAD_MAIL = "bad mail"
    BAD_NUMBER = "bad number"
    FINE = "fine"


@rule("L105")
def absolute_path(site: Site) -> Iterator[Fault]:
    """A link to the guide begins with a slash, or with the guide's own full address.

    Why it matters: the guide is also read from a folder, from another address and from a disk.

    Wrong: `[pacing](/living/pacing.md)`, `[pacing](https://our-guide.example/living/pacing.html)`
    Right: `[pacing](../living/pacing.md)`
    """
    for page, link in _links_of(Form.ABSOLUTE, site):
        path = PurePosixPath(unquote(_own_path(_cleaned(link.written), site.settings.base_url) or "").strip("/"))
        target = path if path in (site.assets if link.is_image else site.known_pages) else page_meant(path, site)
        what = "begins with a slash" if link.written.startswith("/") else "is the guide's own full address"
        if target is None and link.is_image:
            message = f"{named(link)} leads to no file of the guide, and {what} ({link.written})."
            help = "Put the file beside the page or into content/media, and write the way to it from this page."
        elif target is None:
            message = f"{named(link)} leads to no page of the guide, and {what} ({link.written})."
            help = suggest_path(
                relative_link(page.name, path),
                [relative_link(page.name, one) for one in sorted(site.known_pages)],
                "Write the way from this page to the other page's file, such as “../living/pacing.md”.",
            )
        else:
            _, hash, fragment = link.written.partition("#")
            message = f"{named(link)} {what} ({link.written})."
            help = f"Write it as seen from this page: “{relative_link(page.name, target)}{hash}{fragment}”."
        yield Fault(link.place, message, help)


@rule("L106")
def local_target(site: Site) -> Iterator[Fault]:
    r"""A link leads to a disk, to this computer, or to a network that readers are not in.

    Why it matters: it works for nobody but you, and may tell others how your computer is set up.

    Wrong: `[plan](file:///home/me/plan.md)`, `[plan](C:\Users\me\plan.md)`, `[site](http://localhost:8000/)`
    Right: `[plan](plan.md)`, with the file in the guide
    """
    for _, link in _links_of(Form.LOCAL, site):
        yield Fault(
            link.place,
            f"{named(link)} works on your own computer or network only ({link.written}).",
            "Put the file into the guide and link to it there, or use the public web address.",
        )


@rule("L301")
def unsafe_scheme(site: Site) -> Iterator[Fault]:
    """A link begins with something other than https, http, mailto or tel.

    Why it matters: other links can run programs, or work with one app only.

    Wrong: `[call](javascript:call())`, `[site](htps://example.org)`
    Right: `[call](tel:+441234567890)`, `[site](https://example.org)`
    """
    begin = "Begin a web address with https://, an e-mail address with mailto:, a number with tel:."
    for _, link in _links_of(Form.UNSAFE, site):
        scheme = _scheme(link.written)
        message = f"{named(link)} begins with “{scheme}:”, which a guide cannot link to ({link.written})."
        meant = [f"{one}:" for one in near_misses(scheme, SCHEMES)[:1]]
        help = (
            "Save the picture as a file beside the page or in content/media, and link to that."
            if link.is_image
            else begin
        )
        yield Fault(link.place, message, did_you_mean(f"{scheme}:", meant, help))


@rule("L302")
def insecure_http(site: Site) -> Iterator[Fault]:
    """A web address begins with http, without the s.

    Why it matters: anyone on the way can see which page about their health a reader opens, and change it.

    Wrong: `[charity](http://charity.example/)`
    Right: `[charity](https://charity.example/)`
    """
    for _, link in _links_of(Form.INSECURE, site):
        yield Fault(
            link.place,
            f"{named(link)} is not secure: others on the way can see and change what it shows ({link.written}).",
            f"Try “https{_cleaned(link.written)[4:]}” in the browser, and link to that if it opens.",
        )


@rule("L302")
def protocol_relative(site: Site) -> Iterator[Fault]:
    """A web address begins with two slashes.

    Why it matters: read from a disk, it leads nowhere; elsewhere it may lose its security.

    Wrong: `[charity](//charity.example/)`
    Right: `[charity](https://charity.example/)`
    """
    for _, link in _links_of(Form.PROTOCOL_RELATIVE, site):
        yield Fault(
            link.place,
            f"{named(link)} begins with two slashes ({link.written}).",
            f"Write it in full: “https:{_cleaned(link.written)}”.",
        )


@rule("L303")
def malformed_url(site: Site) -> Iterator[Fault]:
    """A web address is not written as web addresses are.

    Why it matters: browsers guess what was meant, each in its own way, or give up.

    Wrong: `[a](https:/example.org)`, `[b](https://example.org/50%)`, `[c](https://example.org:80a/)`
    Right: `[a](https://example.org)`, `[b](https://example.org/50%25)`, `[c](https://example.org:80/)`
    """
    for _, link in _links_of(Form.MALFORMED, site):
        fault, help = _malformation(link.written) or ("", "")
        yield Fault(link.place, f"{named(link)} leads to an address that {fault} ({link.written}).", help)
    for _, within in links_with_blanks(site):
        written = "%20".join(within.written.split())
        message = f"{named(within)} leads to an address that holds a blank ({within.written})."
        yield Fault(within.place, message, f"Write it as “{written}”, for many programs end the address at the blank.")


@rule("L304")
def suspicious_host(site: Site) -> Iterator[Fault]:
    """A web address hides where it leads: a user name, bare numbers, letters of two scripts, a host that sends on.

    Why it matters: this is how false sites pass for well-known ones.

    Wrong: `[NHS](https://www.nhs.uk@pages.example/)`, `[site](https://203.0.113.7/)`
    Right: `[NHS](https://www.nhs.uk/)`
    """
    for _, link in _links_of(Form.SUSPICIOUS, site):
        yield Fault(
            link.place,
            f"{named(link)} hides where it leads: {_suspicion(_split(link.written))} ({link.written}).",
            "Copy the address again from the page itself, or remove the link.",
        )


@rule("L305")
def bad_mailto(site: Site) -> Iterator[Fault]:
    """An e-mail link holds no address, or one that cannot be right.

    Why it matters: a reader who takes the step to ask for help would get no answer.

    Wrong: `[write to us](mailto:team-at-example.org)`
    Right: `[write to us](mailto:team@example.org)`
    """
    for _, link in _links_of(Form.BAD_MAIL, site):
        if _holds_blank(link.written):
            what, help = "a blank", "Remove it; in a subject, write it as %20."
        else:
            what = "no e-mail address that could work"
            help = "Write it as mailto:name@example.org, with a comma between two addresses."
        yield Fault(link.place, f"{named(link)} holds {what} ({link.written}).", help)


@rule("L305")
def bad_tel(site: Site) -> Iterator[Fault]:
    """A telephone link holds no number, one that cannot be dialled, or a code that sets up the telephone.

    Why it matters: someone who calls in need must not reach nobody.

    Wrong: `[call](tel:call-us-now)`, `[call](tel:+44(0)1234567890)`, `[call](tel:*#06#)`
    Right: `[call](tel:+441234567890)`, `[call](tel:999)`
    """
    for _, link in _links_of(Form.BAD_NUMBER, site):
        what = "a blank" if _holds_blank(link.written) else "no number that can be dialled"
        yield Fault(
            link.place,
            f"{named(link)} holds {what} ({link.written}).",
            "Write it as tel:+441234567890: one number in digits, without blanks, and without “(0)” behind the "
            "country's number.",
        )


@rule("L306")
def third_party_resource(site: Site) -> Iterator[Fault]:
    """A page would load a picture or something else from another host, or send a form there.

    Why it matters: the address of a page tells about someone's health; nobody else may learn it.

    Wrong: `![dot](https://tracker.example/p.gif)`
    Right: a picture that lies in the guide
    """
    for _, link in _links_of(Form.LOADED, site):
        yield Fault(
            link.place,
            f"This page would load “{link.written}” from another host or send to it, and the host learns who reads it.",
            "Copy the file into the guide if its licence allows it, make it a plain link, or remove it.",
        )


def form_of(link: WebLink, site: Site) -> Form:
    """The form of a link's external address."""
    return _form(link.written, site.settings.base_url, is_image=link.is_image)


@lru_cache(maxsize=4096)  # ten rules need the form of each link, and pages share addresses
def _form(written: str, base_url: str, *, is_image: bool) -> Form:
    address = _cleaned(written)
    if _LOCAL_PATH.match(address):
        return Form.LOCAL
    if address.startswith("//"):
        return Form.LOADED if is_image else Form.PROTOCOL_RELATIVE
    if _own_path(address, base_url) is not None:
        return Form.ABSOLUTE
    match _scheme(address):
        case "https" | "http":
            return _form_of_web(address, is_loaded=is_image)
        case "mailto":
            return Form.FINE if _is_mail(address) else Form.BAD_MAIL
        case "tel":
            return Form.FINE if _is_number(address) else Form.BAD_NUMBER
        case "":
            return Form.MALFORMED  # a relative path with backslashes, or an unclosed bracket in the host
        case _:
            return Form.UNSAFE


def other_address(words: str, written: str) -> str:
    """The address in the words of a link, when the link leads to another one; empty otherwise."""
    match _scheme(written):
        case "tel":
            said = _SAID_NUMBER.findall(words)
            return said[0] if len(said) == 1 and not is_one_number(said[0], written) else ""
        case "mailto":
            said = _MAIL_ADDRESS.findall(words)
            return said[0] if len(said) == 1 and said[0].casefold() not in unquote(written).casefold() else ""
        case "https" | "http" if not _malformation(written) and (found := _SAID_HOST.fullmatch(words.strip())):
            said_host, host = (f".{one}".casefold() for one in (found[1], _split(written).hostname))  # whole labels
            return "" if host.endswith(said_host) or said_host.endswith(host) else found[0]
    return ""


def is_one_number(written: str, dialled: str) -> bool:
    """Whether a telephone number is the same in two forms, of which one may have the country's digits in front."""
    one, other = (
        re.sub(r"\D", "", re.split("[;,]", number.replace("(0)", ""))[0]).lstrip("0") for number in (written, dialled)
    )
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter if len(shorter) < SHORTEST_WITH_COUNTRY else longer.endswith(shorter)


def _form_of_web(address: str, *, is_loaded: bool) -> Form:
    if _malformation(address):
        return Form.MALFORMED
    parts = _split(address)
    if is_local_host(parts.hostname or ""):
        return Form.LOCAL
    if is_loaded:
        return Form.LOADED
    if _suspicion(parts):
        return Form.SUSPICIOUS
    return Form.FINE if parts.scheme == "https" else Form.INSECURE


def _links_of(form: Form, site: Site) -> Iterator[tuple[MarkdownText, WebLink]]:
    for page in site.texts:
        for link in page.links:
            if isinstance(link, WebLink) and form_of(link, site) is form:
                yield page, link


def _cleaned(written: str) -> str:
    """An address normalised as by browsers (WHATWG URL, “basic URL parser”, steps 1 to 3)."""
    return re.sub(r"[\t\n\r]", "", written.strip("".join(map(chr, range(0x21)))))


def _scheme(written: str) -> str:
    match = _SCHEME.match("".join(written.split()) if _SPLIT_SCHEME.match(written) else _cleaned(written))
    return match["scheme"].casefold() if match else ""


def _split(address: str) -> SplitResult:
    return urlsplit(_cleaned(address))


def _own_path(address: str, base_url: str) -> str | None:
    """The path within the guide of an address from its root, or with its base URL; None for any other address."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    if path.startswith("/"):
        return path[1:]
    base = base_url.rstrip("/").casefold()
    path = _USUAL_PORT.sub(r"\1", path)
    if base and f"{path.casefold()}/".startswith(f"{base}/"):
        return path[len(base) :].lstrip("/")
    return None


def _malformation(address: str) -> tuple[str, str] | None:
    """What is wrong with the syntax of a web address, and the help; None when it is correct."""
    address = address.strip()
    slashed = address.replace("\\", "/")
    if slashed != address:
        return "holds a backslash", f"Write {slashed} in its place."
    if re.search(r"\s", address):
        return "holds a blank", "Write %20 in its place, or remove it."
    if not address.isprintable():
        return "holds a character that cannot be seen", COPY_AGAIN
    if invalid := _NEVER_IN_ADDRESSES.search(address):
        return f"holds “{invalid[0]}”, which no address has", COPY_AGAIN
    if "…" in address:
        return "has been cut short", "Copy the whole address again from the browser's address bar."
    if _BROKEN_ESCAPE.search(address):
        return "holds a % without two digits behind it", "Write a % that belongs to the address as %25."
    try:
        parts = _split(address)
        port = parts.port
    except ValueError:
        return "has brackets or a port that cannot be", COPY_AGAIN
    return _malformation_of_host(parts.hostname or "", port, parts.netloc)


def _malformation_of_host(host: str, port: int | None, netloc: str) -> tuple[str, str] | None:
    if host in WEB:
        return "begins twice", f"Write “{host}://” once."
    if not host:
        return "names no host", "Write two slashes and the host behind the colon, as in “https://example.org”."
    if port == 0 or not _is_host(host):
        return f"names a host or port that cannot be (“{netloc}”)", COPY_AGAIN
    return None


def _is_host(host: str) -> bool:
    """Whether a host can have this name. The last two labels, unlike the others, have no underscore."""
    labels = host.removesuffix(".").split(".")
    has_underscore = any("_" in label for label in labels[-2:])
    return _ip_address(host) is not None or (not has_underscore and all(map(_is_label, labels)))


def _is_label(label: str) -> bool:
    return (
        0 < len(label) <= LONGEST_LABEL
        and not label.startswith("-")
        and not label.endswith("-")
        and all(character in "-_" or unicodedata.category(character)[0] in "LMN" for character in label)
    )


def web_host(address: str) -> str:
    """The host of a web address, without “www.”; empty for other addresses."""
    try:
        parts = _split(address)
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in WEB else ""


def parent_domains(host: str) -> list[str]:
    """A host and the domains that it belongs to, the nearest first.

    >>> parent_domains("www.nhs.uk")
    ['www.nhs.uk', 'nhs.uk', 'uk']
    """
    labels = host.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]


def is_local_host(host: str) -> bool:
    """Whether a host name or IP address is that of this computer or of a private network."""
    address = _ip_address(host)
    if address is not None:
        return address.is_private and not any(address in net for net in EXAMPLE_NETS)
    name = host.removesuffix(".")
    return ("." not in name and not name.isdigit()) or name.endswith(tuple(f".{one}" for one in LOCAL_NAMES))


def _ip_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _suspicion(parts: SplitResult) -> str:
    """Why an address may be deceptive, in a few words; empty when it is not."""
    host = parts.hostname or ""
    if _REDIRECT.match(f"{host}{parts.path}?{parts.query}"):
        return f"“{host}” sends readers on to another address, and counts them on the way"
    if "@" in parts.netloc:
        return f"what stands before the @ is a user name, and the page lies on “{host}”"
    if _ip_address(host) or re.fullmatch(r"[\d.]+|0x[\da-f.x]+", host):
        return "it gives the number of a machine and no name"
    for label in host.split("."):
        letters = _decoded(label)
        scripts = _scripts(letters)
        if len(scripts) > 1 and not scripts <= EAST_ASIAN:
            foreign = ", ".join(f"U+{ord(one):04X}" for one in dict.fromkeys(letters) if not one.isascii())
            return f"“{label}” mixes letters of {' and '.join(sorted(one.title() for one in scripts))} ({foreign})"
    return ""


def _decoded(label: str) -> str:
    """A label of a host name, decoded from Punycode: `xn--mller-kva` is `müller`."""
    try:
        return label[4:].encode().decode("punycode") if label.startswith("xn--") else label
    except (UnicodeError, ValueError):
        return label


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(one, "?").split()[0] for one in label if one.isalpha()}


def _holds_blank(address: str) -> bool:
    """Whether there is a space inside an address: most programs end the link there."""
    return len(address.split()) > 1


def _is_mail(address: str) -> bool:
    if _BROKEN_ESCAPE.search(address) or _holds_blank(address):
        return False
    path, _, query = address.partition(":")[2].partition("?")
    fields = [one.partition("=") for one in re.split("[&;]", query)]
    written = [path, *(value for name, _, value in fields if name.casefold() == "to")]
    addresses = [one.strip() for part in written if part for one in unquote(part).split(",")]
    return bool(addresses) and all(_MAIL_ADDRESS.fullmatch(one) for one in addresses)


def _is_number(address: str) -> bool:
    number, *more = (one.strip() for one in re.split("[;,]", unquote(address.partition(":")[2])))
    digits = sum(one.isdigit() for one in number)
    is_international = number.startswith("+")
    shortest = SHORTEST_INTERNATIONAL_NUMBER if is_international else SHORTEST_NUMBER
    has_trunk_prefix = is_international and ("(0)" in number or number.startswith("+0"))
    is_single = not any(map(_SECOND_NUMBER.fullmatch, more)) and not _holds_blank(address)
    has_length = shortest <= digits <= LONGEST_NUMBER
    return bool(_NUMBER.fullmatch(number)) and has_length and not has_trunk_prefix and is_single
