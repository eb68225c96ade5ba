from pathlib import Path, PurePosixPath

import pytest
from tests.check.guides import FIRST_LINE, MakeSite, places, stretches, told

from crpsguide.check import links
from crpsguide.check.links import forms
from crpsguide.check.links.forms import Form, form_of
from crpsguide.check.rule import Rule
from crpsguide.model import Place, Settings, Site, WebLink

HERE = Place(PurePosixPath("content/pages/index.md"))
SITE = Site(root=Path(), settings=Settings(place=HERE, base_url="https://guide.example/crps/"), pages={})


@pytest.mark.parametrize(
    ("address", "form"),
    [
        # Fine
        pytest.param("https://example.org/", Form.FINE, id="https"),
        pytest.param("HTTPS://Example.ORG", Form.FINE, id="capitals"),
        pytest.param(" https://example.org/ ", Form.FINE, id="blanks around"),
        pytest.param("https://example.org:8443/a%20b?c=[d]&e#f", Form.FINE, id="port, escapes, query, fragment"),
        pytest.param("https://example.org/@team", Form.FINE, id="an at sign in the path"),
        pytest.param("https://en.wikipedia.org/wiki/Pain_(disambiguation)", Form.FINE, id="parentheses"),
        pytest.param("https://müller.example/", Form.FINE, id="international name"),
        pytest.param("https://xn--mller-kva.example/", Form.FINE, id="international name, encoded"),
        pytest.param("https://пример.example/", Form.FINE, id="name in one other script"),
        pytest.param("https://例えばtest.example/", Form.FINE, id="scripts that are written together"),
        pytest.param("https://दर्द.example/", Form.FINE, id="vowel signs"),
        pytest.param("https://example.org./", Form.FINE, id="a last dot"),
        pytest.param("https://guide.example/other/", Form.FINE, id="beside the guide's own address"),
        # Local
        pytest.param("file:///home/ana/plan.md", Form.LOCAL, id="file"),
        pytest.param("C:\\Users\\ana\\plan.md", Form.LOCAL, id="drive letter"),
        pytest.param("c:/Users/ana/plan.md", Form.LOCAL, id="drive letter with slashes"),
        pytest.param("\\\\server\\share", Form.LOCAL, id="share"),
        pytest.param("http://localhost:8000/", Form.LOCAL, id="localhost"),
        pytest.param("https://127.0.0.1/", Form.LOCAL, id="this machine"),
        pytest.param("https://192.168.0.10/x", Form.LOCAL, id="private address"),
        pytest.param("https://[::1]/", Form.LOCAL, id="this machine, IPv6"),
        *(
            pytest.param(f"https://{host}/", Form.LOCAL, id=host)
            for host in ("10.1.2.3", "172.16.0.1", "169.254.1.1", "0.0.0.0", "[::]", "[fe80::1]", "[fd00::1]")
        ),
        *(
            pytest.param(f"https://nas.{name}/", Form.LOCAL, id=f"local name in {name}")
            for name in ("localhost", "local", "internal", "lan", "home.arpa")
        ),
        pytest.param("https://203.0.113.7/", Form.SUSPICIOUS, id="number that is kept for examples"),
        pytest.param("https://intranet/plan", Form.LOCAL, id="name without a dot"),
        # The guide itself
        pytest.param("/living/pacing.md", Form.ABSOLUTE, id="slash"),
        pytest.param("https://guide.example/crps/living/", Form.ABSOLUTE, id="own address"),
        pytest.param("https://guide.example/crps", Form.ABSOLUTE, id="own address without its slash"),
        pytest.param("https://guide.example/crps?a=b#c", Form.ABSOLUTE, id="own address with a query"),
        # Schemes
        pytest.param("//example.org/", Form.PROTOCOL_RELATIVE, id="two slashes"),
        pytest.param("/\t/example.org/", Form.PROTOCOL_RELATIVE, id="two slashes with a tab between them"),
        pytest.param("javascript:alert(1)", Form.UNSAFE, id="javascript"),
        pytest.param(" java\nscript:alert(1)", Form.UNSAFE, id="javascript with a line break"),
        pytest.param("java\tscript:alert(1)", Form.UNSAFE, id="javascript with a tab"),
        pytest.param("java script:alert(1)", Form.UNSAFE, id="javascript with a blank"),
        pytest.param("JAVASCRIPT:alert(1)", Form.UNSAFE, id="javascript in capitals"),
        pytest.param("\x01javascript:alert(1)", Form.UNSAFE, id="javascript behind a control"),
        pytest.param("data:text/html,x", Form.UNSAFE, id="data"),
        pytest.param("htps://example.org/", Form.UNSAFE, id="slip in https"),
        pytest.param("ftp://example.org/", Form.UNSAFE, id="ftp"),
        pytest.param("http://example.org/", Form.INSECURE, id="http"),
        # Malformed
        pytest.param("https://exa_mple.org/", Form.MALFORMED, id="underscore in a name that nobody can buy"),
        pytest.param("https://my_site.example.org/", Form.FINE, id="underscore in front of it"),
        pytest.param("https:///x", Form.MALFORMED, id="no host"),
        pytest.param("https:/example.org", Form.MALFORMED, id="one slash"),
        pytest.param("https:example.org", Form.MALFORMED, id="no slash"),
        pytest.param("https://", Form.MALFORMED, id="nothing behind the slashes"),
        pytest.param("https://example.org:99999/", Form.MALFORMED, id="port too high"),
        pytest.param("https://example.org:0/", Form.MALFORMED, id="no port"),
        pytest.param("https://example.org/a\u200bb", Form.MALFORMED, id="sign that nobody sees"),
        pytest.param("https://example.org:80a/", Form.MALFORMED, id="port with a letter"),
        pytest.param("https://example.org/%zz", Form.MALFORMED, id="broken escape"),
        pytest.param("https://example.org/50%", Form.MALFORMED, id="percent sign at the end"),
        pytest.param("https://example.org/a b", Form.MALFORMED, id="blank"),
        pytest.param("https://exa mple.org/", Form.MALFORMED, id="blank in the host"),
        pytest.param("https://example.org\\a", Form.MALFORMED, id="backslash"),
        pytest.param("https://example.org/a\\b", Form.MALFORMED, id="backslash in the path"),
        pytest.param("https://[::1", Form.MALFORMED, id="bracket"),
        pytest.param("https://example..org/", Form.MALFORMED, id="two dots"),
        pytest.param("https://.example.org/", Form.MALFORMED, id="dot in front"),
        pytest.param("https://exam,ple.org/", Form.MALFORMED, id="comma"),
        pytest.param("https://exam\u00adple.org/", Form.MALFORMED, id="soft hyphen"),
        pytest.param(f"https://{'a' * 64}.org/", Form.MALFORMED, id="label too long"),
        pytest.param("..\\living\\pacing.md", Form.MALFORMED, id="way with backslashes"),
        # Suspicious
        pytest.param("https://www.nhs.uk@pages.example/", Form.SUSPICIOUS, id="user name"),
        pytest.param("https://203.0.114.7/", Form.SUSPICIOUS, id="bare number"),
        pytest.param("https://[2606:4700::1111]/", Form.SUSPICIOUS, id="bare number of the new kind"),
        pytest.param("https://0x7f.1/", Form.SUSPICIOUS, id="number in other digits"),
        *(
            pytest.param(f"https://{host}", Form.SUSPICIOUS, id=f"sends on: {host}")
            for host in (
                *("bit.ly/a", "t.co/a", "tinyurl.com/a", "goo.gl/a", "ow.ly/a", "is.gd/a", "buff.ly/a", "lnkd.in/a"),
                *("l.facebook.com/l.php?u=a", "lm.facebook.com/a", "eur01.safelinks.protection.outlook.com/?url=a"),
                *("urldefense.com/v3/a", "urldefense.proofpoint.com/v2/a", "www.google.com/url?q=a"),
            )
        ),
        pytest.param("https://www.google.com/maps", Form.FINE, id="what a search shows itself"),
        pytest.param("https://2130706433/", Form.SUSPICIOUS, id="one number"),
        pytest.param("https://nhѕ.example/", Form.SUSPICIOUS, id="Cyrillic letter among Latin ones"),
        pytest.param("https://xn--nh-1lc.example/", Form.SUSPICIOUS, id="the same, encoded"),
        # Mail
        pytest.param("mailto:ana@example.org", Form.FINE, id="mail"),
        pytest.param("mailto:ana@example.org,bo%40x@example.org?subject=Hi%20you", Form.BAD_MAIL, id="two at signs"),
        pytest.param("mailto:ana+crps@mail.example.org,bo@example.org?subject=Hi%20you", Form.FINE, id="two addresses"),
        pytest.param("mailto:?to=ana@example.org", Form.FINE, id="address in the query"),
        pytest.param("mailto:ana@example.org,bo", Form.BAD_MAIL, id="a second address that is none"),
        pytest.param("mailto:ana@example.org?to=bo", Form.BAD_MAIL, id="one in the query that is none"),
        pytest.param("mailto:", Form.BAD_MAIL, id="mail to nobody"),
        pytest.param("mailto:?subject=Hello", Form.BAD_MAIL, id="subject only"),
        pytest.param("mailto:clinic-at-example.org", Form.BAD_MAIL, id="no at sign"),
        pytest.param("mailto:clinic@", Form.BAD_MAIL, id="no host"),
        pytest.param("mailto:clinic@example", Form.BAD_MAIL, id="no dot"),
        pytest.param("mailto:ana@example.org;bo@example.org", Form.BAD_MAIL, id="semicolon"),
        pytest.param("mailto://ana@example.org", Form.BAD_MAIL, id="slashes"),
        pytest.param("mailto:ana@example.org?subject=50%", Form.BAD_MAIL, id="broken escape in the subject"),
        # Telephone
        pytest.param("tel:+441234567890", Form.FINE, id="number"),
        pytest.param("tel:999", Form.FINE, id="short number"),
        pytest.param("tel:0800-111-222", Form.FINE, id="hyphens"),
        pytest.param("tel:+1-800-555-0100;ext=12", Form.FINE, id="extension"),
        pytest.param("tel:+44%20123%20456", Form.FINE, id="escaped blanks"),
        pytest.param("tel:", Form.BAD_NUMBER, id="no number"),
        pytest.param("tel:call-us-now", Form.BAD_NUMBER, id="words"),
        pytest.param("tel:0800-CALL-US", Form.BAD_NUMBER, id="letters for digits"),
        pytest.param("tel:+44(0)1234567890", Form.BAD_NUMBER, id="a nought that is not dialled"),
        pytest.param("tel:+12345678901234567", Form.BAD_NUMBER, id="too long"),
        pytest.param("tel:1", Form.BAD_NUMBER, id="too short"),
        pytest.param("tel:+0441234567890", Form.BAD_NUMBER, id="a country that begins with nought"),
        pytest.param("tel:112*1", Form.BAD_NUMBER, id="a code behind a number"),
        pytest.param("tel:*%2306%23", Form.BAD_NUMBER, id="a code that sets up the telephone"),
        pytest.param("tel:\u0661\u0662\u0663", Form.BAD_NUMBER, id="digits that no telephone dials"),
    ],
)
def test_the_form_of_an_address(address: str, form: Form) -> None:
    link = WebLink("words", address, HERE)

    assert form_of(link, SITE) is form


@pytest.mark.parametrize(
    ("address", "form"),
    [
        pytest.param("https://tracker.example/p.gif", Form.LOADED, id="another host"),
        pytest.param("http://tracker.example/p.gif", Form.LOADED, id="another host without the s"),
        pytest.param("//tracker.example/p.gif", Form.LOADED, id="two slashes"),
        pytest.param("data:image/gif;base64,R0lGOD", Form.UNSAFE, id="data"),
        pytest.param("/p.gif", Form.ABSOLUTE, id="slash"),
    ],
)
def test_the_form_of_what_a_page_loads(address: str, form: Form) -> None:
    link = WebLink("words", address, HERE, is_image=True)

    assert form_of(link, SITE) is form


@pytest.mark.parametrize(
    ("rule", "link", "hint"),
    [
        pytest.param(forms.absolute_path, "[a](/living/pacing.md#rest)", "“living/pacing.md#rest”", id="L105 slash"),
        pytest.param(forms.absolute_path, "[a](/living/pacing/)", "“living/pacing.md”", id="L105 address"),
        pytest.param(
            forms.absolute_path, "[a](https://guide.example/living/pacing.html)", "“living/pacing.md”", id="L105 own"
        ),
        pytest.param(forms.absolute_path, "[a](https://guide.example/no/)", "leads to no page", id="L105 no page"),
        pytest.param(forms.absolute_path, "![a](/home/me/a.png)", "Put the file beside", id="L105 no picture"),
        pytest.param(forms.unsafe_scheme, "![a](data:image/png;base64,AA)", "Save the picture", id="L301 picture"),
        pytest.param(forms.local_target, "[a](file:///home/me/plan.md)", "Put the file into the guide", id="L106"),
        pytest.param(forms.unsafe_scheme, "[a](javascript:call())", "begins with “javascript:”", id="L301"),
        pytest.param(forms.unsafe_scheme, "[a](htps://x.example)", "Did you mean “https:”?", id="L301 slip"),
        pytest.param(forms.unsafe_scheme, "[a](javascript&#58;call())", "begins with “javascript:”", id="L301 entity"),
        pytest.param(forms.insecure_http, "[a](http://x.example/)", "“https://x.example/”", id="L302"),
        pytest.param(forms.insecure_http, "<http://x.example/>", "“https://x.example/”", id="L302 autolink"),
        pytest.param(forms.protocol_relative, "[a](//x.example/)", "“https://x.example/”", id="L302 slashes"),
        pytest.param(forms.malformed_url, "[a](https://x.example/50%)", "%25", id="L303 escape"),
        pytest.param(forms.malformed_url, "[a](https:/x.example)", "two slashes", id="L303 slash"),
        pytest.param(forms.suspicious_host, "[a](https://nhs.uk@x.example/)", "lies on “x.example”", id="L304 user"),
        pytest.param(forms.suspicious_host, "[a](https://nhѕ.example/)", "Cyrillic and Latin", id="L304 scripts"),
        pytest.param(forms.bad_mailto, "[a](mailto:x.example)", "mailto:name@example.org", id="L305 mail"),
        pytest.param(forms.bad_tel, "[a](tel:now)", "tel:+441234567890", id="L305 tel"),
        pytest.param(forms.third_party_resource, "![a](https://x.example/p.gif)", "who reads it", id="L306"),
    ],
)
def test_a_message_points_at_the_link_and_tells_the_way_out(
    rule: Rule, link: str, hint: str, make_site: MakeSite
) -> None:
    site = make_site(
        {"site.yaml": "base_url: https://guide.example/"}, index=f"First\n{link}", living__pacing="## Rest"
    )

    assert places(rule, site) == [f"index.md:{FIRST_LINE + 1}:1"]
    assert stretches(rule, site) == [link]
    assert hint in told(rule, site)


@pytest.mark.parametrize(
    "index",
    [
        pytest.param("<ana@example.org>", id="mail between angle brackets"),
        pytest.param("`http://example.org`", id="code"),
        pytest.param("<!-- [a](http://example.org) -->", id="comment"),
        pytest.param("See http://example.org for more.", id="no link without brackets"),
    ],
)
def test_what_is_no_fault_is_silent(index: str, make_site: MakeSite) -> None:
    site = make_site(index=index)

    assert [one.message for rule in links.RULES for one in rule.check(site)] == []
