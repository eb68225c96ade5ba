"""Checks texts one by one, and pages together with those that they name; the results are cached."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from crpsguide.check import limits
from crpsguide.check.incremental.cached import CacheEntry, from_cache_or, record_keys
from crpsguide.check.limits import run_on_file
from crpsguide.check.parts import related_to
from crpsguide.check.rule import Rule, RuleInputs
from crpsguide.check.sentence_cache import SentenceCache
from crpsguide.frozen import frozen
from crpsguide.model import (
    Cache,
    Diagnostic,
    HeardClaim,
    Packed,
    Page,
    PageLink,
    Place,
    RecordText,
    Site,
    key_of,
    pack,
)
from crpsguide.time_limit import at_most

# A function that finds something about each page that is no fault: plain data or values of the model, by page name.
Remark = Callable[[RuleInputs], Mapping[PurePosixPath, object]]
_Remarks = tuple[Packed[Any], ...]  # on a page, one for each `Remark`; packed each by itself, as they are used
# The diagnostics of a text, the remarks on a page, and the answers about its sentences for later runs.
_Result = tuple[tuple[Diagnostic, ...], _Remarks | None, Packed[Mapping[bytes, str]] | None]
# Results that are worked out together, up to two for each page. The bodies of this many pages are unpacked at a time.
GROUP_SIZE = 64


@frozen
class _Text:
    """A file with text that readers get."""

    path: PurePosixPath
    text: Page | HeardClaim | RecordText

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that the text names, whether the guide has them or not."""
        text = self.text
        if isinstance(text, Page):
            return text.named_sources
        named = {
            citation.source
            for passage in text.passages
            for sentence in passage.sentences
            for citation in sentence.citations
        }
        if isinstance(text, HeardClaim):
            named |= {citation.source for citation in text.citations}
        return frozenset(named)

    @property
    def sentences(self) -> Iterator[str]:
        """The words of each sentence, those in front matter and alternative texts included."""
        text = self.text
        passages = (*text.facts, *text.passages, *text.pictures) if isinstance(text, Page) else text.passages
        return (sentence.text for passage in passages for sentence in passage.sentences)


@frozen
class _Check:
    """Rules and remarks with the same inputs: the part of the guide that they see, and a cache entry for each text."""

    rules: Sequence[Rule]
    remarks: Sequence[Remark]
    site: Site
    entries: Mapping[PurePosixPath, CacheEntry]


def found_in_texts(
    site: Site,
    text_rules: Sequence[Rule],
    linked_rules: Sequence[Rule],
    remarks: Sequence[Remark],
    cache: Cache,
    jobs: int,
) -> tuple[list[Diagnostic], Mapping[PurePosixPath, _Remarks]]:
    """The diagnostics of rules that can be cached for each text, and the remarks on each page, packed, by page name.

    The result of `text_rules` for a text depends on that text alone, that of `linked_rules` on the pages that it names
    too. A text with unchanged inputs is not checked again; in a changed one, unchanged sentences are not judged again.
    """
    texts = {text.path: text for text in _texts(site)}
    checks = _text_check(site, texts, text_rules, remarks), _linked_check(site, linked_rules)
    entries = {
        (path, number): check.entries[path]
        for path in texts  # both checks of a page come together, so that it is unpacked once
        for number, check in enumerate(checks)
        if path in check.entries
    }

    def judge(items: Sequence[tuple[PurePosixPath, int]]) -> Mapping[tuple[PurePosixPath, int], _Result]:
        results: dict[tuple[PurePosixPath, int], _Result] = {}
        for start in range(0, len(items), GROUP_SIZE):
            for number, check in enumerate(checks):
                if group := [texts[path] for path, of in items[start : start + GROUP_SIZE] if of == number]:
                    earlier = [cache.get(check.entries[text.path][0]) for text in group]
                    sentence_cache = SentenceCache(_known_answers(result[1] for result in earlier if result))
                    found = _run_check(check, group, sentence_cache)
                    results |= {(path, number): result for path, result in found.items()}
        return results

    results = from_cache_or(judge, entries, cache, jobs)
    remarks_on = {name: results[page.path, 0][1] for name, page in site.pages.items()}
    diagnostics = [one for found, _, _ in results.values() for one in found]
    return diagnostics, {name: found for name, found in remarks_on.items() if found is not None}


def _known_answers(results: Iterable[_Result]) -> Mapping[bytes, str]:
    """The answers about sentences in earlier results."""
    return {key: answer for _, _, known in results if known for key, answer in known.value.items()}


def _text_check(
    site: Site, texts: Mapping[PurePosixPath, _Text], rules: Sequence[Rule], remarks: Sequence[Remark]
) -> _Check:
    """Rules and remarks for which only the text itself, the evidence that it names and the records count."""
    shared = key_of(*(rule.name for rule in rules), *map(_name, remarks), site.settings.base_url, *record_keys(site))
    visible = replace(site, assets={}, changes=(), troubles=(), drafts=frozenset(), styles={})
    evidence = {id: site.digests.get(source.place.path, "") for id, source in site.sources.items()}
    entries = {path: (f"{shared} {path}", _input_digest(site, text, evidence)) for path, text in texts.items()}
    return _Check(rules, remarks, visible, entries)


def _linked_check(site: Site, rules: Sequence[Rule]) -> _Check:
    """Rules for which the pages that a page, or a claim with links, names count too."""
    shared = key_of(*(rule.name for rule in rules), site.settings.base_url, *record_keys(site), *_link_targets(site))
    digests = {str(name): site.digests.get(page.path, "") for name, page in site.pages.items()}
    linking: tuple[Page | HeardClaim, ...] = (
        *site.pages.values(),
        *(claim for claim in site.claims.values() if claim.links),
    )
    entries = {
        text.path: (
            f"{shared} {text.path}",
            key_of(
                " ".join([site.digests.get(text.path, ""), *(digests.get(name, "") for name in _named_pages(text))])
            ),
        )
        for text in linking
    }
    return _Check(rules, (), replace(site, all_pages=site.pages), entries)


def _texts(site: Site) -> Iterable[_Text]:
    yield from (_Text(page.path, page) for page in site.pages.values())
    yield from (_Text(claim.place.path, claim) for claim in site.claims.values())
    yield from (_Text(record.path, record) for record in site.record_texts)


def _name(remark: Remark) -> str:
    return f"{remark.__module__}.{remark.__qualname__}"


def _input_digest(site: Site, text: _Text, evidence: Mapping[str, str]) -> str:
    """A key for the content of a text and of the evidence that it names."""
    return key_of(site.digests.get(text.path), *(evidence.get(id) for id in sorted(text.sources)))


def _run_check(check: _Check, texts: Sequence[_Text], sentence_cache: SentenceCache) -> Mapping[PurePosixPath, _Result]:
    """The result of a check for each of these texts."""
    inputs = RuleInputs(_part_of_site(check.site, texts), sentence_cache=sentence_cache)
    diagnostics: dict[PurePosixPath, list[Diagnostic]] = {text.path: [] for text in texts}
    for found in _run_rules(check.rules, check.site, texts, inputs):
        diagnostics[found.place.path].append(found)
    remarks = _run_remarks(check.remarks, check.site, texts, inputs)
    answers = {text.path: sentence_cache.entries_about(text.sentences) for text in texts}
    return {
        path: (tuple(found), remarks.get(path), pack(answers[path]) if answers[path] else None)
        for path, found in diagnostics.items()
    }


def _run_remarks(
    remarks: Sequence[Remark], site: Site, texts: Sequence[_Text], inputs: RuleInputs
) -> Mapping[PurePosixPath, _Remarks]:
    """The remarks on the pages among some texts, which `inputs` hold; none on a page that takes too long."""
    if not remarks or not inputs.site.pages:
        return {}
    try:
        with at_most(limits.FILE_LIMIT):
            found = [remark(inputs) for remark in remarks]
    except TimeoutError:
        if len(texts) == 1:
            return {}
        one_by_one = [_run_remarks(remarks, site, [text], _narrowed(inputs, site, text)) for text in texts]
        return {path: remark for found in one_by_one for path, remark in found.items()}
    return {page.path: tuple(pack(remark.get(name)) for remark in found) for name, page in inputs.site.pages.items()}


def _run_rules(rules: Sequence[Rule], site: Site, texts: Sequence[_Text], inputs: RuleInputs) -> Sequence[Diagnostic]:
    """The diagnostics of rules for some texts, which `inputs` hold; rule by rule when they take too long together."""
    try:
        with at_most(limits.ALL_RULES_FACTOR * limits.FILE_LIMIT):
            return [found for rule in rules for found in rule.run(inputs)]
    except TimeoutError:
        return [found for rule in rules for found in _run_rule(rule, site, texts, inputs)]


def _run_rule(rule: Rule, site: Site, texts: Sequence[_Text], inputs: RuleInputs) -> Sequence[Diagnostic]:
    """The diagnostics of a rule for some texts, which `inputs` hold; text by text when that takes too long."""
    if len(texts) == 1:
        return run_on_file(rule, inputs, Place(texts[0].path))
    try:
        with at_most(limits.FILE_LIMIT):
            return rule.run(inputs)
    except TimeoutError:
        return [found for text in texts for found in _run_rule(rule, site, [text], _narrowed(inputs, site, text))]


def _narrowed(inputs: RuleInputs, site: Site, text: _Text) -> RuleInputs:
    """The inputs with this text alone."""
    return replace(inputs, site=_part_of_site(site, [text]))


def _part_of_site(site: Site, texts: Sequence[_Text]) -> Site:
    """The site with these texts and no others, and the evidence that they name."""
    paths = {text.path for text in texts}
    named = frozenset[str]().union(*(text.sources for text in texts))
    return replace(
        site,
        pages={text.text.name: text.text for text in texts if isinstance(text.text, Page)},
        claims={id: claim for id, claim in site.claims.items() if claim.place.path in paths},
        record_texts=tuple(record for record in site.record_texts if record.path in paths),
        sources={id: source for id, source in site.sources.items() if id in named},
    )


def _link_targets(site: Site) -> Iterator[str]:
    """All that a link can lead to, or that explains why it leads nowhere: a draft, a file that could not be read."""
    yield from (f"{page.path} {page.address} {page.front_matter.redirect_from}" for page in site.pages.values())
    yield from (f"{asset.name}" for asset in site.assets.values())
    yield from (f"draft {name}" for name in sorted(site.drafts))
    yield from (f"{trouble.kind} {trouble.place.path}" for trouble in site.troubles)


def _named_pages(page: Page | HeardClaim) -> Sequence[str]:
    """The names of the pages that a page names in its text or front matter, or that a claim links to."""
    if isinstance(page, HeardClaim):
        return sorted({str(link.target) for link in page.links if isinstance(link, PageLink)})
    return (*page.gist.linked_pages, *sorted(map(str, related_to(page))))
