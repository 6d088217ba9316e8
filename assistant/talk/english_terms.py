"""An English follow-up that only names another thing (and for minors? what about the yearly ones?): the question before asked of that."""

import re

_OPENS = r"(?:and|but|or|what about|how about)"
_AND_ON = re.compile(
    rf"{_OPENS} (?P<preposition>on|for|to|in|with|by|at|from|of) (?P<term>(?!whom|what|which|how)[^,.?]{{2,40}})\?*",
    re.I,
)
_AND_TERM = re.compile(rf"{_OPENS} (?:(?:for|of|on|with) )?(?:the |an? )?(?P<term>[a-z][a-z -]{{1,39}})\?*", re.I)
# Rights of one kind, of which one may stand in the place of another.
_RIGHTS = (
    re.compile(r"\b(?:invention(?: patent)?|utility model|design(?: patent)?)s?\b", re.I),
    re.compile(r"\b(?:patent|trade ?mark|copyright|trade secret)s?\b", re.I),
)
_ONES = re.compile(r"(?P<kind>[a-z-]+) ones?", re.I)
_KIND_OF = re.compile(r"\b(?:the|any|an?|of|all) (?P<kind>[a-z-]+) [a-z]+s?\b", re.I)


def another_term(text: str, question: str) -> str:
    """The question before with what a message names in the place of what is of its kind there, or behind its preposition; "" for any
    other message."""
    if asked := _AND_ON.fullmatch(text.strip()):
        before, preposition, _ = question.rpartition(f" {asked['preposition'].lower()} ")
        if preposition:
            return f"{before}{preposition}{asked['term']}?"
    named = _AND_TERM.fullmatch(text.strip())
    if named is None:
        return ""
    term = named["term"]
    for rights in _RIGHTS:
        if rights.fullmatch(term) and (old := rights.search(question)):
            return f"{question[: old.start()]}{term}{question[old.end() :]}"
    if ones := _ONES.fullmatch(term):
        olds = [*_KIND_OF.finditer(question)]
        return _with_kind(question, olds[-1], ones["kind"]) if olds else ""
    kind, _, noun = term.rpartition(" ")
    same = re.search(rf"\b(?P<kind>[a-z-]+) {re.escape(noun)}\b", question, re.I) if kind else None
    return _with_kind(question, same, kind) if same else ""


def _with_kind(question: str, old: re.Match[str], kind: str) -> str:
    return f"{question[: old.start('kind')]}{kind}{question[old.end('kind') :]}"
