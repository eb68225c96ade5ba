"""Learn from the labelled sentences which words are those of talk: `python -m tests.check.claims.learn_talk`.

Logistic regression with a pull to zero, by stochastic gradient descent in an order that is always the same,
so that the same sentences give the same weights.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from crpsguide.check.claims.talk import features_of, pull
from crpsguide.check.vocabulary import HealthWords, health_words
from crpsguide.read import read_site

ROOT = Path(__file__).parents[3]
HEALTH_WORDS = ROOT / "content/wording/health-words.yaml"
CASES = Path(__file__).parent.parent / "cases"
LEARNED = ROOT / "src/crpsguide/check/claims/talk.tsv"
SAMPLES = ("claims", "claims-tuned", "claims-unseen")  # never claims-fresh, which shows how unseen sentences are judged
ROUNDS = 30
STEP = 4.0  # of the first round; later ones are smaller
PULL_TO_ZERO = 0.001
SELDOM = 2  # a word seen in fewer sentences is noise
TOO_LIGHT = 0.7  # a weight nearer to zero changes nothing

Labelled = tuple[str, bool]  # a sentence, and whether it needs a source


def labelled(own_words: HealthWords) -> Sequence[Labelled]:
    """The sentences to learn from, with the guide's own words of health made general ones."""
    cases = (
        one
        for name in SAMPLES
        for one in yaml.load((CASES / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)["sentences"]
    )
    return [
        (own_words.in_general_words(one["text"]), one["needs_source"])
        for one in cases
        if one["needs_source"] in (True, False) and not one.get("context")
    ]


def guide_words() -> HealthWords:
    """The words of illness and care that this guide lists."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / HEALTH_WORDS.relative_to(ROOT)
        copy.parent.mkdir(parents=True)
        copy.write_bytes(HEALTH_WORDS.read_bytes())
        return health_words(read_site(Path(folder)))


def learned(sentences: Sequence[Labelled], own_words: HealthWords) -> Mapping[str, float]:
    """The weight of each word and pair of words; those of one guide's illness and care are no general English."""
    read = [(features_of(text, own_words), is_claim) for text, is_claim in sentences]
    seen = Counter(one for features, _ in read for one in features)
    known = frozenset(one for one, times in seen.items() if times >= SELDOM and not own_words.names_health(one))
    examples = [(sorted(features & known), is_claim) for features, is_claim in read]
    weights = dict.fromkeys(sorted(known), 0.0)
    order = random.Random(1)
    for turn in range(ROUNDS):
        order.shuffle(examples)
        step = STEP / (1 + turn / 3)
        for features, is_claim in examples:
            wrong = is_claim - 1 / (1 + math.exp(-pull(frozenset(features), weights)))
            share = step * wrong / math.sqrt(len(features))
            for one in features:
                weights[one] += share - step * PULL_TO_ZERO * weights[one]
    return {one: round(weight, 1) for one, weight in weights.items() if abs(weight) >= TOO_LIGHT}


def written(weights: Mapping[str, float]) -> str:
    """Weights as `weights_learned` reads them: a line for each weight, the words and pairs that have it behind it."""
    features = defaultdict(list)
    for one in sorted(weights):
        features[weights[one]].append(one)
    return "".join("\t".join((f"{weight}", *features[weight])) + "\n" for weight in sorted(features))


if __name__ == "__main__":
    own_words = guide_words()
    LEARNED.write_text(written(learned(labelled(own_words), own_words)), "utf-8", newline="\n")
