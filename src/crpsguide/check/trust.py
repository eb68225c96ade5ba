"""T: dates, reviews, makers, funding, trackers, seals, contact, disclaimer and changes; and U4, overdue contacts."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from crpsguide.check.html import RenderedFiles
from crpsguide.check.parts import guide_pages
from crpsguide.check.places import place_of_value
from crpsguide.check.records import ONE_DAY
from crpsguide.check.rule import Fault, dated_rule, files_rule, rule, sentence_rule
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.check.texts import sentences_with
from crpsguide.language.clauses import is_question, is_quoted
from crpsguide.language.patterns import Pattern, needs_of
from crpsguide.language.phrases import either, listed, one_of
from crpsguide.language.readability import words_of
from crpsguide.model import Place, Sentence, Severity, Site

OLDEST_CONTACT = timedelta(days=90)  # checklist items C7 and U4
LONGEST_DISCLAIMER = 25  # words; checklist item T8

# Words about reviews; checklist item T2.
_DONE = listed(
    """reviewed approved verified checked fact-checked peer-reviewed endorsed vetted validated certified signed_off
    passed cleared"""
)
_DONE_BY = _DONE + listed(
    "written confirmed read_over looked_over gone_over gone_through looked_through looked_at overseen edited"
)
_VOUCH = listed(
    """review reviews reviewed approve approves approved verify verifies verified check checks checked endorse endorses
    endorsed vet vets vetted validate validates validated certify certifies certified confirm confirms confirmed
    recommend recommends recommended trust trusts trusted oversee oversees overseen oversaw
    stand_behind stands_behind stood_behind vouch_for vouches_for vouched_for"""
)
_LOOK = listed("sign signs signed read reads look looks looked go goes gone went")  # with “off”, “over”, “through”
_CONSENT = listed("approval blessing backing endorsement")
_SEEN = listed("read seen checked reviewed approved")
_CHECKED = listed("review reviewer reviewed check checked")

_PEOPLE_OF_CARE = one_of(
    listed(
        """expert experts doctor doctors physician physicians clinician clinicians nurse nurses consultant consultants
        specialist specialists surgeon surgeons GP GPs professor professors medics"""
    )
)
# The beginnings and endings of professions such as rheumatologist, anaesthetist and physiotherapist.
_BEGINNING = one_of(listed("an neur rheumat psych physi pharmac radi orthop paediatr psychi"))
_ENDING = one_of(listed("ologist etist esiologist therapist acist aedist ician iatrist"))
_OF_CARE = one_of(listed("medical clinical pain expert scientific advisory review"))
_BODY = one_of(
    listed(
        """team board panel committee group adviser advisers advisor advisors director directors officer officers
        reviewer reviewers staff editor editors"""
    )
)
_WHO = (
    rf"(?:{_PEOPLE_OF_CARE}|(?:medical|health(?:care)?|clinical) professionals?|{_BEGINNING}\w*{_ENDING}s?"
    rf"|(?:{_OF_CARE} )+{_BODY}|(?:the )?(?-i:Royal College)[\w ]*)"
)
_TEXT = one_of(
    listed(
        """page pages guide guides text texts content contents article articles information site sites website websites
        facts leaflet leaflets resource resources we everything every_word"""
    )
)
# “all of our pages”, “everything you can read here”
_OWN_TEXT = (
    rf"(?:(?:this|these|our|each|every|all(?: of)?(?: (?:the|our|these))?) (?:\w+ )?(?!we\b){_TEXT}"
    r"|(?:everything|all(?: that)?|what|whatever|the words) (?:that )?you (?:can |will )?(?:read|see|find)"
    r"(?: here| below)?|(?:every|each) (?:single )?(?:word|line|sentence|fact|claim)\b"
    r"|(?:that )?(?:all of (?:this|it)|everything here)\b"
    r"|(?:all|everything|what|whatever|anything) (?:that )?we (?:write|say|publish|print|tell|claim|post)\b)"
)
_SOME = one_of(
    listed("a an our the two three several leading senior top many some all medical independent pain trusted qualified")
)
_REVIEWED = Pattern(
    either(
        # “Medically reviewed”, “doctor-approved”, “expert reviewed content”
        rf"\b(?:medically|clinically|expertly|professionally)[- ]{one_of(_DONE)}\b",
        rf"\b{_WHO}-{one_of(_DONE)}\b",
        rf"\b{_WHO} {one_of(_DONE)}\b(?=\s*(?:{_TEXT}\b|[.,!]|$))",
        # “Our guide was written and checked by a team of leading doctors.”
        rf"(?:\b(?:(?:{_TEXT}|(?:every|each|all) (?:\w+ )?(?:word|line|sentence|fact|claim"
        rf"|number)s?)\b[^.?!]*|(?:it|this) (?:was|has been|is) )|^)"
        rf"{one_of(_DONE_BY)}(?: and {one_of(_DONE_BY)}| for [\w ]{{1,30}}?)? by "
        rf"(?:{_SOME} )*(?:(?:team|panel|group|board) of (?:{_SOME} )*)?(?:hospital |local |real "
        rf"|practising )?(?:{_WHO}|dr(?=\.? \w))\b",
        # “A pain nurse has given each page her blessing.”
        rf"\b(?:{_WHO}|dr\.? \w+)(?: has| have)? (?:gives?|gave|given) {_OWN_TEXT} (?:the|an?|his|her|their) (?:\w+ )?"
        rf"(?:once-over|thumbs[- ]up|green light|all-clear|go-ahead|nod|{one_of(_CONSENT)})\b",
        # “Clinical review by: Jo Lee”
        rf"^(?:medical|clinical|expert|doctor) {one_of(_CHECKED)}(?: by)?:(?= [A-Z])",
        # “It has the blessing of leading surgeons.”
        rf"\b{one_of(_CONSENT)} of (?:{_SOME} )*{_WHO}(?=\W*$)",
        # “Every page: a nurse has read it.”
        rf"\b{_TEXT}\b[^.?!]*\b{_WHO} (?:has |have |had )?(?:{one_of(_SEEN)}|signed|looked) (?:it|them|this"
        rf"|each one)\b",
        # “A peer-reviewed patient guide”; what is cited may be peer-reviewed
        r"(?:^(?:an? |fully |now )*|\b(?:this|our|is an?|are|your) (?:fully )?)(?:peer|expert"
        r"|doctor)[- ]reviewed (?:\w+ )?"
        r"(?:guides?|pages?|leaflets?|(?:web)?sites?|resources?|information|texts?|content|advice)\b",
        # “Our medical board always signs off each article.”
        rf"(?:^|[,;:] |\b(?:and|that|which) ){_SOME}?(?: ?{_SOME})* ?(?:(?:team|panel|group"
        rf"|board) of (?:{_SOME} )*)?{_WHO}"
        r"(?: (?:of|in|from|at|who|with)(?: [\w’']+){1,4}?| (?:(?:that|whom) )?we \w+(?: with)?)? "
        r"(?:(?:ha(?:s|ve)|\w+ly|always|also|first|each|all|both) )*"
        rf"(?:{one_of(_VOUCH)}|{one_of(_LOOK)} (?:off(?: on)?|over|through)) {_OWN_TEXT}\b",
    ),
    needs=needs_of(
        _DONE_BY + _CHECKED + _CONSENT + _SEEN + _VOUCH + _LOOK + listed("gives give gave given peer expert doctor")
    ),
)
_DENIED = Pattern(r"\b(?:not|no|never|nobody|nothing|none|without|until|yet to be|nor|isn['’]t|hasn['’]t|un)\b")
_FIRST = Pattern(r"(?:the )?first version\b|new page\b")
_SEAL_IN_ADDRESS = Pattern(
    r"\b(?:hon[- _]?code|hon[- _]seal|pif[- _]?tick|jama[- _]?(?:seal|benchmark)s?|nhs[- _]?(?:logo|lozenge))"
)
_SEAL = Pattern(
    r"\b(?:hon[- ]?code"
    r"|(?:health on the net|hon|pif)(?: (?:foundation|tick))?[- ](?:seal|certified|accredited|certificate)|pif tick"
    r"|jama (?:seal|badge|benchmarks?)"
    r"|nhs (?:information standard|(?:quality )?(?:seal|logo|mark|approved))|information standard)\b",
    needs="hon honcode pif nhs health information jama",
)
# Words for awards and accreditations, of the guide or without a subject.
_GRANTED_BY = listed(
    """certified accredited endorsed commended recognised recognized kitemarked quality_assured quality-assured backed
    recommended"""
)
_GRANTED_ALONE = listed("certified accredited endorsed awarded recommended")
_PRAISED = listed("recognised recognized rated approved verified awarded named listed ranked")
_BELONGING = listed("partner partners member members holder holders")
_HOLD = listed("carry carries bear bears hold holds earned have_earned meet meets won")
_PROUD = one_of(listed("are is were was been has have now also fully officially proudly proud to be"))
_MARK = one_of(listed("mark seal badge award standard certificate logo stamp"))
_GRANTED = Pattern(
    # “We are proudly”, “This guide has been”; or nothing but “Proud”
    rf"(?:\b(?:we|(?:this|our) (?:\w+ )?{_TEXT})\b(?: {_PROUD})* (?:an? )?"
    r"|^(?:as )?(?:proudly |proud |officially |fully |an? )*)"
    # “accredited by”, “trusted partner of”, “holds”
    rf"(?P<granted>{one_of(_GRANTED_BY)} (?:by|under|according to)|{one_of(_GRANTED_ALONE)}(?! by)"
    rf"|(?:official |trusted |accredited )?{one_of(_BELONGING)} of|{one_of(_HOLD)})"
    # “the quality mark of the”
    rf"(?: (?:the|an?|their|its))*(?: (?:\w+ )?{_MARK} (?:of|from|by)(?: the)?)?"
    # “Patient Information Forum stamp since 2024”
    r"(?-i: [A-Z][\w’'&-]*(?: (?:of|for|the|and|on|in)\b| [A-Z0-9][\w’'&-]*)*)"
    rf"(?: (?:{_MARK}|kitemark))?(?: since| in| for)?(?: \d{{4}})?(?:[.!]?$|, (?:we|this|our)\b)"
    # “We are certified as a trusted health site.”
    rf"|(?:^|\b(?:we|this (?:\w+ )?{_TEXT}) )(?:{_PROUD} )*(?P<praised>certified|recognised|recognized|accredited|rated"
    r"|approved|verified|awarded|named|listed|ranked) (?:as |to be )?(?:an? |the )?(?:\w+ )?(?:trusted|trustworthy"
    r"|reliable|quality|safe|leading|top|best|certified|verified|accredited)\b",
    needs=needs_of((*_GRANTED_BY, *_GRANTED_ALONE, *_BELONGING, *_HOLD, *_PRAISED)),
)
_HELD = Pattern(
    r"\b(?:shows?|displays?|badge|certified|accredited|approved|awarded|bears?|carr(?:y|ies)|holds?|earned|seal)\b"
)
# Their signs in the lower-cased content of a file.
_TRACKERS = tuple(
    b"""google-analytics googleanalytics googletagmanager matomo.js matomo.php matomo.cloud
    utm_source utm_medium utm_campaign fbclid= gclid= msclkid= mc_eid= mc_cid=
    ?affid= ?aff_id= ?affiliateid= ?affiliate_id= &affid= &aff_id= &affiliateid= &affiliate_id=
    ?refid= ?ref_id= &refid= &ref_id= gtag( fbq( hotjar.com plausible.io doubleclick
    adsbygoogle segment.com document.cookie sendbeacon""".split()
)
_CARE_TEAM = Pattern(r"(?:does not|doesn['’]t|cannot|is not)[^.?!]*(?:replace|instead of|substitute)[^.?!]*[.?!]")


@dated_rule("T1", Severity.WARNING)
def overdue_page(site: Site, today: date) -> Iterator[Fault]:
    """The day on which a page's evidence was to be checked again has passed, or that of its last check is to come.

    Why it matters: evidence changes, and a page that looks fresh may be out of date.

    Wrong: `next_check: 2024-01-31`, long ago
    Right: the evidence read again, and a day to come
    """
    for page, facts in guide_pages(site):
        if facts.next_check < today:
            yield Fault(
                page.front_matter_place("next_check"),
                f"The evidence of this page was to be checked by {facts.next_check}.",
                "Check it, then set “checked” and “next_check”. Until then the page shows a banner.",
            )
        # `date.max` stands for a missing date.
        if facts.next_check < facts.checked < date.max:
            yield Fault(
                page.front_matter_place("next_check"),
                f"The next check of this page is before its last one, on {facts.checked}.",
                "Write the day on which its evidence is to be checked again.",
            )
        if today + ONE_DAY < facts.checked < date.max:
            message = f"The evidence of this page is said to be checked on a day to come, {facts.checked}."
            yield Fault(page.front_matter_place("checked"), message, "Write the day on which you checked it.")


@dated_rule("U4")
def overdue_contact(site: Site, today: date) -> Iterator[Fault]:
    """A crisis line, emergency number or support group was last checked more than 90 days ago, or on a day to come.

    Why it matters: someone who calls in need must not reach a dead number.

    Wrong: `checked_on: 2024-01-31`, long ago
    Right: the number looked up again, and the day on which you did
    """
    for contact in site.contacts.values():
        age = today - contact.checked_on
        if -age > ONE_DAY:
            message = f"“{contact.name}” is said to be checked on a day to come, {contact.checked_on}."
            yield Fault(contact.place, message, "Write the day on which you looked the number up.")
        if age > OLDEST_CONTACT:
            message = f"“{contact.name}” was last checked {age.days} days ago, on {contact.checked_on}."
            yield Fault(contact.place, message, "Look the number up on the service's own page, then set “checked_on”.")


@sentence_rule("T2")
def review_claimed(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A page says that it was reviewed or approved by clinicians, and its front matter names none.

    Why it matters: readers trust such a page with their health. Only a named person can answer for it.

    Wrong: “Medically reviewed”, without `clinical_review`
    Right: “No clinician has reviewed this page”, or all five parts of `clinical_review`
    """
    reviewed = {one.path for one in site.pages.values() if getattr(one.front_matter, "clinical_review", None)}
    for _, _, sentence in sentences_with(site, _REVIEWED):
        if sentence.place.path not in reviewed:
            yield from cache.search(sentence.text, ("T2",), partial(_reviews_claimed, sentence))


@rule("T2")
def review_incomplete(site: Site) -> Iterator[Fault]:
    """A review by a clinician lacks the name, the role, the register number or what was looked at.

    Why it matters: a review that nobody can look up is none.

    Wrong: `clinical_review: {name: Dr Lee, role: "", …}`
    Right: name, role, register number, date and scope
    """
    for page, facts in guide_pages(site):
        review = facts.clinical_review
        for part in ("name", "role", "register_number", "scope") if review else ():
            if not str(getattr(review, part)).strip():
                message = f"The review of this page lacks “{part}”."
                help = "Fill it in, or take the review away."
                yield Fault(page.front_matter_place(f"clinical_review.{part}"), message, help)


@rule("T3")
def makers_unsaid(site: Site) -> Iterator[Fault]:
    """Neither a page nor the settings say who wrote the text, and with what help.

    Why it matters: who reads about their health may ask who is speaking.

    Wrong: no `written_by` in `site.yaml`, nor on the page
    Right: `written_by: The makers of this guide, with the help of a language model`
    """
    if site.settings.written_by.strip():
        return
    for page, facts in guide_pages(site):
        if not facts.written_by.strip():
            help = "Add “written_by” to site.yaml, or to the page. Name a program that helped."
            yield Fault(page.place, "Nothing says who wrote this page.", help)


@rule("T4")
def funding_unsaid(site: Site) -> Iterator[Fault]:
    """The settings do not say who pays for the guide.

    Why it matters: who pays may gain by what is said.

    Wrong: `site.yaml` without `funding`
    Right: `funding: Nobody pays for this guide.`
    """
    if any(guide_pages(site)) and not site.settings.funding.strip():
        help = "Add “funding” to site.yaml; “Nobody pays for this guide.” will do if it is true."
        yield Fault(site.settings.place, "Nothing says who pays for this guide.", help)


@files_rule("T5")
def tracker_in_finished_file(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page or script counts, marks or follows its readers, or sells.

    Why it matters: that someone reads about their illness is nobody's business.

    Wrong: a script that sets `document.cookie`, or a link with `utm_source`
    Right: nothing of the kind
    """
    for path, data in rendered.files.items():
        if path.suffix in (".html", ".js", ".mjs"):
            lowered = data.lower()
            signs = [(at, sign) for sign in _TRACKERS if (at := lowered.find(sign)) >= 0]
            if signs:
                at, sign = min(signs)
                found = data[at : at + len(sign)].decode()
                page = next((one for one in site.pages.values() if one.address == path), None)
                link = next((one for one in page.links if found in one.written), None) if page else None
                message = f"The finished file {path} holds “{found}”, which follows or counts readers."
                help = "Take it out of the address, up to the next “&”." if link else "Take it away."
                yield Fault(link.place if link else page.place if page else site.settings.place, message, help)


@sentence_rule("T6")
def seal_not_held(site: Site, cache: SentenceCache) -> Iterator[Fault]:
    """A page shows a seal of another body, or says that it has one.

    Why it matters: a seal says that others have checked. Here nobody has.

    Wrong: `![HONcode](hon-code.svg)`
    Right: say what you do, and let readers judge
    """
    for page, _ in guide_pages(site):
        for link in page.links:
            match = (
                _SEAL_IN_ADDRESS.search(f"{link.words} {link.written}") if getattr(link, "is_image", False) else None
            )
            if match:
                yield Fault(link.place, f"“{match[0]}” is a seal of another body.", "Take the picture away.")
    reported = set[Place]()
    for _, _, sentence in sentences_with(site, _SEAL):
        seal = _SEAL.search(sentence.text)
        is_asked = sentence.text.rstrip().endswith("?")
        if seal and _HELD.search(sentence.text) and not is_asked and not _DENIED.search(sentence.text):
            reported.add(sentence.place)
            yield Fault(sentence.place, f"“{seal[0]}” is a seal of another body.", "Take the words away.")
    for _, _, sentence in sentences_with(site, _GRANTED):
        if sentence.place not in reported:
            yield from cache.search(sentence.text, ("T6",), partial(_endorsements, sentence))


@rule("T7", Severity.WARNING)
def contact_missing(site: Site) -> Iterator[Fault]:
    """Readers have no address to write to when something is wrong or unclear.

    Why it matters: readers see mistakes first. Without an address they can tell nobody.

    Wrong: `site.yaml` without `contact`
    Right: `contact: guide@example.org`
    """
    if any(guide_pages(site)) and not site.settings.contact.strip():
        message = "The guide has no address for its readers to write to."
        yield Fault(site.settings.place, message, "Add “contact” to site.yaml: an e-mail address that someone reads.")


@files_rule("T8", Severity.WARNING)
def disclaimer_missing_or_long(site: Site, rendered: RenderedFiles) -> Iterator[Fault]:
    """A finished page does not say in one line that it does not replace the care team, or takes many.

    Why it matters: one honest line is read; a wall of them is skipped, and frightens.

    Wrong: three paragraphs of “not medical advice”
    Right: “This guide does not replace your care team.”, at the end
    """
    for page, _ in guide_pages(site):
        rendered_page = rendered.pages.get(page.address)
        if rendered_page is None:
            continue
        disclaimers = [one[0] for one in _CARE_TEAM.finditer(" ".join(rendered_page.text.split()))]
        if not disclaimers:
            message = f"The finished page {page.address} does not say that it does not replace a care team."
            yield Fault(page.place, message, "Say it in the template's last lines.")
        elif min(len(words_of(one)) for one in disclaimers) > LONGEST_DISCLAIMER:
            message = f"The finished page {page.address} says in too many words what it does not replace."
            yield Fault(page.place, message, f"Use {LONGEST_DISCLAIMER} words or fewer in the template.")


@dated_rule("T10", Severity.WARNING)
def change_of_a_day_to_come(site: Site, today: date) -> Iterator[Fault]:
    """An entry in `content/changes` has a day that has not come yet.

    Why it matters: readers go by these days to see what is new since they were here.

    Wrong: `date: 2062-11-21`
    Right: `date: 2026-11-21`
    """
    for change in site.changes:
        if change.date > today:
            place = place_of_value(site, change.place, "date", change.date.isoformat())
            message = f"“{change.title}” has the date {change.date}, which is to come."
            yield Fault(place, message, "Write the day on which readers got it.")


@rule("T10", Severity.ADVICE)
def change_untold(site: Site) -> Iterator[Fault]:
    """A page says that it has changed, and no entry in `content/changes` is as new as its last check.

    Why it matters: who read the page before should hear of it, and be able to see what it said.

    What the page said before can only be kept by those who keep the guide's files, such as with git.

    Wrong: `changed: The new trial is told.`, and the newest entry is of the year before
    Right: the same, and a file in `content/changes` with that day
    """
    newest = max((one.date for one in site.changes), default=date.min)
    for page, facts in guide_pages(site):
        is_given = page.name not in site.incomplete_pages  # else it may stand for a missing key
        if is_given and not _FIRST.match(facts.changed.strip()) and newest < facts.checked:
            yield Fault(
                page.front_matter_place("changed"),
                f"This page changed (“{facts.changed.strip()}”), and no entry in content/changes is of {facts.checked} "
                "or later.",
                "Tell of it in a new file in content/changes, in a sentence or two.",
            )


def _endorsements(sentence: Sentence) -> Iterator[Fault]:
    match = _GRANTED.search(sentence.text)
    if match and not _is_not_claimed(sentence.text, *match.span("granted" if match["granted"] else "praised")):
        yield Fault(sentence.place, f"“{match[0]}” says that another body vouches for this.", "Take the words away.")


def _reviews_claimed(sentence: Sentence) -> Iterator[Fault]:
    match = _REVIEWED.search(sentence.text)
    if match and not _is_not_claimed(sentence.text, match.start(), match.end()):
        help = "Take the words away, or fill in “clinical_review” on the page that was reviewed."
        yield Fault(sentence.place, f"“{match[0]}”: no clinician is named who did so.", help)


def _is_not_claimed(text: str, start: int, end: int) -> bool:
    """Whether the words of a span are part of a denial, a question or a quotation."""
    return bool(_DENIED.search(text[:end])) or is_question(text) or is_quoted(text, start)


RULES = (
    overdue_page,
    overdue_contact,
    review_claimed,
    review_incomplete,
    makers_unsaid,
    funding_unsaid,
    tracker_in_finished_file,
    seal_not_held,
    contact_missing,
    disclaimer_missing_or_long,
    change_of_a_day_to_come,
    change_untold,
)
