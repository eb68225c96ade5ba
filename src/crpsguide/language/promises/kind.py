"""What a kind of promise is."""

from crpsguide.frozen import frozen


@frozen(eq=False)  # each stands for itself: comparing all its words would cost
class Kind:
    """A kind of promise: the phrases that make it, and the other senses that their words can have.

    Phrases and senses are in the notation of `phrases`, one a line; in a sense, `#` stands where the promise stands.
    Where `of` is given, the promise must be made of one of its phrases (“for good”: of relief, of an end to pain), in
    the same sentence. `say` is what to say instead. `denies` is set where the words hold a denial of their own (“no
    side effects”).
    """

    key: str
    phrases: str
    senses: str = ""
    of: str = ""
    say: str = "what was found, in how many people, and how sure that is"
    why: str = "These are words of advertising. They say nothing that a reader could check."
    denies: bool = False
