"""L: targets, addresses and words of links."""

from crpsguide.check.links.anchors import duplicate_id, impossible_id, missing_anchor
from crpsguide.check.links.forms import (
    absolute_path,
    bad_mailto,
    bad_tel,
    insecure_http,
    local_target,
    malformed_url,
    protocol_relative,
    suspicious_host,
    third_party_resource,
    unsafe_scheme,
)
from crpsguide.check.links.references import (
    duplicate_reference,
    undefined_footnote,
    undefined_reference,
    unused_footnote,
    unused_reference,
)
from crpsguide.check.links.targets import (
    draft_target,
    missing_asset,
    missing_page,
    missing_related_page,
    moved_target,
    not_source_form,
    outside_content,
    path_case,
)
from crpsguide.check.links.words import (
    empty_target,
    empty_text,
    missing_alt,
    vague_link_words,
    words_of_another_address,
)
from crpsguide.check.rule import Rule

RULES: tuple[Rule, ...] = (
    missing_page,
    missing_asset,
    missing_related_page,
    missing_anchor,
    path_case,
    not_source_form,
    absolute_path,
    outside_content,
    local_target,
    draft_target,
    moved_target,
    empty_target,
    empty_text,
    vague_link_words,
    undefined_reference,
    undefined_footnote,
    duplicate_reference,
    unused_footnote,
    unused_reference,
    duplicate_id,
    impossible_id,
    unsafe_scheme,
    insecure_http,
    protocol_relative,
    malformed_url,
    suspicious_host,
    words_of_another_address,
    bad_mailto,
    bad_tel,
    third_party_resource,
    missing_alt,
)
# Rules whose results for a page depend on the pages that it links to.
OF_LINKED_PAGES: tuple[Rule, ...] = (
    missing_page,
    missing_asset,
    missing_anchor,
    path_case,
    not_source_form,
    absolute_path,
    outside_content,
    draft_target,
    moved_target,
    malformed_url,
)
OF_ONE_PAGE: tuple[Rule, ...] = tuple(one for one in RULES if one not in (*OF_LINKED_PAGES, missing_related_page))
