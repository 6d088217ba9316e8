"""Conversation: what the earlier turns make of a follow-up. Rules only; no model.

A follow-up is rewritten into a question that stands alone, which is shown to the user (「理解为：…」): one topic, that of
the question before it, and the new words. What does not lean on the conversation is left as it is, so that a switch of
topic does not drag the old topic along. Where rules cannot tell how a message is to be read, the rewrites are all given,
and what the documents hold decides (`assistant.talk.resolve`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Turn
from assistant.figures.sums import REST
from assistant.retrieval.version_day import only_names_version
from assistant.talk.about_answer import passes_over
from assistant.talk.english_terms import another_term
from assistant.talk.items import item_meant, list_in, part_meant, thing_meant
from assistant.talk.leans import leans, supposes
from assistant.talk.own_follow_up import own_follow_up, tells_own, without_deed
from assistant.talk.same_too import SAME, same_too, value_told
from assistant.talk.turns_of_talk import correction, in_document, other_matter, taken_up_again
from assistant.talk.what_about import new_term, what_about, what_follows
from assistant.understanding.asking import ASKS
from assistant.understanding.days import with_month
from assistant.understanding.polarity import affirmed
from assistant.understanding.question import MAX_CHARACTERS, content_terms, is_yes_no, understand
from assistant.understanding.topic import EMPTY, case_of, has_subject, parted, topic_of
from assistant.understanding.values import find_values
from store.text import normalise, simplified

_OF_IT = re.compile("(?:那么?)?(?:它|其|这[个项条一]|该项?)(?:的|中的?|里面?的?)")  # of the answer just given
_LEAD = re.compile(
    r"^(?:(?:好[的吧嘞]?|行[吧]?|嗯|哦|噢|明白了?|知道了|懂了|谢谢|收到|ok)[,，。!！\s]*)+(?=\S{3,})", re.I
)
_MORE = re.compile(
    r"^那?呢[?？]*$|^(?:(?:除了?[这那](?:个|些|条|项)?(?:[以之]?外)?[,，]?)?还有(?:呢|吗|别的吗|其他的?吗)?|继续|然后呢|别的呢|就这些吗?)[?？。]*"
    r"(?:[,，]?除了?[这那](?:个|些|条|项)[?？。]*)?$"
)
_TELLS = 2  # content words of an English message that says most of what it asks
_RECALLED = 400  # characters of talk: they tell the document as well as all of it does, and weigh 3 ms
_IT = re.compile("它|这[个项条种]|该")
_THAT = re.compile("^[那这][个项条种份](?=[一-鿿]{2,})")
_PAUSE = re.compile("[,，;；。?？]")
# What comes next: 然后报给谁, 再下一步呢.
_NEXT = re.compile("^(?:那么?)?(?:然后|接着|接下来|下一步|再?往后|之后)(?:呢|再|又|就|还)?[,，]?(?=.{2,})")
# What comes next after what was told before, asked for within a message: 回复了还是不服，下一步找谁.
_GOES_ON = re.compile("下一步|接下来|(?:还是|仍然?|依然|又)(?:不|没)(?:服|满意|同意|认|给|理|回|处理|解决)")
_DONE = re.compile(
    "^(?:那么?)?[一-鿿]{1,5}[完好]了?(?:[之以]?后)[,，]?(?:呢|再|又|就|还)?(?=.{2,})"
)  # 印完以后还要干嘛
# 商标也这样吗: the same asked of something else.
_TOO = re.compile("^(?:那么?)?(.{1,10}?)也是?(?:这样|如此|这么[一-鿿])(?:子|的)?[吗么嘛吧][?？]?$")
# An attribute alone, which needs what it is one of: 比例是多少.
_ATTRIBUTES = "比例|标准|额度|金额|数额|期限|费率|利率|上限|下限|门槛|费用|手续"
_ATTRIBUTE = re.compile(
    f"(?:那|具体|一般|大概|这个)*的?(?:{_ATTRIBUTES})(?:是|为|有|要|由|怎么|大概)*"
    "(?:多少|多长|多久|几成|几个?点|什么|啥|多高|多大|怎么(?:定|算)|谁(?:来)?(?:定|出|付))的?[?？]?"
)
# 停车位呢，要几个: the thing that the message is about, and what it asks of it.
_NAMED_THEN_ASKED = re.compile(
    rf"(?P<thing>(?!(?:{_ATTRIBUTES})[呢嘞咧哩])[^,，。?？]{{2,14}})[呢嘞咧哩][,，](?P<asks>.{{2,}})"
)
_GRAVE = re.compile("^情[节况](?:特别)?(?:严重|轻微?|恶劣)的?$")  # 情节严重的 asks as 情节严重的呢
_NAME_ALONE = re.compile("[一-鿿]{2,4}[。?？]?")  # 外观
_LONG = 14  # characters of a message that says enough
_SHORT = 10  # characters of a message that need not say what it is about

# How far a reading may score below another and still be the one that is meant.
MORE = 0.05  # between two that are as likely
MORE_WORDS = 0.25  # between two of which one says more than the other
OLDER = 0.4  # where one goes back behind the last topic
FAR = 0.5  # where the words alone tell
# A question that scores no less by itself needs nothing of the talk before it.
ALONE = 1.85


@dataclass(frozen=True, slots=True)
class Thread:
    """Where a conversation has got to: the last question as it was understood, the question that its topic comes from
    (the root), the last answer, the list that was shown last, and the thread before that question."""

    question: str = ""
    root: str = ""
    answer: str = ""
    items: tuple[str, ...] = ()
    before: "Thread | None" = None

    def spoken_of(self, text: str) -> str:
        """What a message leans on: the topic, or the item of a list asked about last where it says 它."""
        item = _IT.match(text) and self._names_item(self.question)
        return topic_of(self.question) if item else self.topic

    @property
    def topic(self) -> str:
        """What is talked about."""
        return topic_of(self.root) or self.root.strip("?？。")

    @property
    def topic_before(self) -> str:
        """What was talked about before the question that the topic comes from; "" where that was the first."""
        earlier = self.before
        while earlier and earlier.root == self.root:
            earlier = earlier.before
        return earlier.topic if earlier else ""

    @property
    def last_piece(self) -> str:
        """The last piece of the question before."""
        return _PAUSE.split(self.question.strip("?？。"))[-1]

    def asked(self, question: str) -> "Thread":
        """The thread after a question, which keeps to the topic unless it has one of its own."""
        question = _bare(simplified(question))
        if question == f"{self.topic}还有哪些":
            return self
        points = not (has_subject(question) or REST.search(question))
        keeps = self.root and (self._names_item(question) or self._adds_nothing(question) or points)
        return Thread(question, self.root if keeps else self._root_of(question), self.answer, self.items, self)

    def answered(self, answer: str) -> "Thread":
        """The thread after an answer. One on an item of the list leaves the list to be pointed at again."""
        items = self.items if self._names_item(self.question) else list_in(answer) or self.items
        return replace(self, answer=answer, items=items)

    def _names_item(self, question: str) -> bool:
        return question.startswith(self.items)

    def _root_of(self, question: str) -> str:
        """The question that a topic comes from: of one that leans on several before it, with the first of them only."""
        first, *between = self.topic.split("，")
        leant = between and question.startswith(f"{self.topic}，")
        return f"{first}，{question.removeprefix(f'{self.topic}，')}" if leant else question

    def _adds_nothing(self, question: str) -> bool:
        ground = next((ground for ground in self._grounds if question.startswith(ground)), "")
        rest = question.removeprefix(ground)
        asks = ASKS.search(plain := normalise(rest)) or is_yes_no(plain)
        return bool(ground) and not (asks and (has_subject(rest) or REST.search(rest)))

    @property
    def _grounds(self) -> tuple[str, ...]:
        """How a question begins that leans on the root."""
        subject, _ = parted(self.root)
        return tuple(f"{ground}，" for ground in (self.topic, subject) if ground)


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A message as a question of its own, one of the ways it may be read: how far ahead of the others what it finds is taken to be, the
    same where that scores ALONE, whether it asks what follows from what was said last, its own words, where the topic was put
    before them, whether it asks for more of the same, and whether it is asked of the clause just quoted."""

    text: str
    lead: float = 0.0
    lead_if_found: float = 0.0
    onward: bool = False
    own: str = ""
    more: bool = False
    still: bool = False


def rewrite(text: str, history: Sequence[Turn]) -> str:
    """`text` as a question of its own, given the turns before it; `text` itself where it needs none of them."""
    thread = Thread()
    for turn in history:
        if turn.role == "assistant":
            thread = thread.answered(turn.content)
        elif not passes_over(turn.content):
            thread = thread.asked(rewrites(turn.content, thread)[0].text)
    return rewrites(text, thread)[0].text


def rewrites(text: str, thread: Thread) -> tuple[Rewrite, ...]:
    """The ways to read a message after what was said before, the one that its words speak for first."""
    ways = _rewrites(simplified(text.strip()), thread)
    return tuple(replace(way, text=way.text[-MAX_CHARACTERS:]) for way in ways)


def _rewrites(text: str, thread: Thread) -> tuple[Rewrite, ...]:
    if not thread.question:
        return (Rewrite(text),)
    if _MORE.match(text):
        return (Rewrite(f"{thread.topic}还有哪些", more=True),)
    of_a_year = any(
        value.kind == "year" for value in find_values(thread.question)
    )  # another one's figure, and no version
    if only_names_version(normalise(text)) and not of_a_year:
        return (Rewrite(thread.question),)
    text = _LEAD.sub("", text) or text
    if other := other_matter(text):
        return _leaning(other, thread) if leans(other) else (Rewrite(other),)
    if back := taken_up_again(text):
        return _taken_up(*back, thread)
    if put_right := correction(text):
        return _corrected(*put_right, thread)
    items = (_OF_IT.match(text) and list_in(thread.answer)) or thread.items
    if pointed := item_meant(text, items) or part_meant(text, thread.answer):
        return (Rewrite(pointed),)
    return _leaning(text, thread)


def _leaning(text: str, thread: Thread) -> tuple[Rewrite, ...]:
    """A message that may lean on the question before: by its words, by having no subject, or for all that is known."""
    text = _GRAVE.sub(r"\g<0>呢", with_month(text, thread.question, thread.answer))
    if spared := without_deed(text, thread.question):
        return (Rewrite(spared),)
    bare = _bare(text)
    onward = bool(_GOES_ON.search(text))
    joined = Rewrite(f"{thread.spoken_of(text)}，{bare}", own=bare, onward=onward)
    if ways := _asked_elsewhere(text, joined, thread):
        return ways
    whole = bare != text and len(bare) > _SHORT and has_subject(bare) and not leans(bare) and ASKS.search(bare)
    if tells_own(text) or (leans(text) and not whole) or supposes(text):
        return _written_out(text, joined, thread)
    if not (understand(text).sought or ASKS.search(normalise(text))):
        named = bare != text or _NAME_ALONE.fullmatch(text)
        about = what_about(text, thread.question, thread.root) if named else ()
        return _ranked(about) or (Rewrite(text),)
    if (has_subject(text) or len(text) > _SHORT) and not _ATTRIBUTE.fullmatch(text):
        return Rewrite(bare, MORE if len(bare) <= _LONG else MORE_WORDS, FAR, onward), joined
    case = case_of(thread.root)
    of_case = (Rewrite(f"{case}，{joined.text}", own=bare),) if case else ()
    # One word, such as 登记, finds all that holds it.
    alone = (Rewrite(text, -FAR, -FAR),) if len(content_terms(normalise(affirmed(text)))) > 1 else ()
    older = (Rewrite(f"{thread.topic_before}，{bare}", -OLDER, -OLDER),) if thread.topic_before else ()
    return joined, *of_case, *alone, *older


def _asked_elsewhere(text: str, joined: Rewrite, thread: Thread) -> tuple[Rewrite, ...]:
    """A message that has the question before asked of another document or thing, or asks for what comes next; () for any
    other."""
    if elsewhere := in_document(text, thread.question):
        return (Rewrite(elsewhere),)
    if next_step := _NEXT.match(text) or _DONE.match(text):
        rest = text[next_step.end() :]
        if has_subject(bare := _THAT.sub("", rest)) and bare != rest:  # 之后那个办法呢 names its thing
            return _leaning(bare, thread)
        return joined, Rewrite(f"{thread.last_piece}，{rest}", onward=True)
    if same := same_too(text, thread.question, thread.root, thread.answer):
        return _ranked(same)
    too = _TOO.match(text)
    return _ranked(what_about(f"{too[1]}呢", thread.question, thread.root)) if too else ()


def _written_out(text: str, joined: Rewrite, thread: Thread) -> tuple[Rewrite, ...]:
    """A message that leans on the question before by its words."""
    if other := another_term(text, thread.question):
        return (Rewrite(other),)
    if own := own_follow_up(text, thread.question, thread.topic):
        return (Rewrite(own),)
    if follows := what_follows(text, thread.question, thread.topic):
        return (Rewrite(follows, onward="严重" not in text, own=new_term(text)),)
    if new_term(text) and (about := what_about(text, thread.question, thread.root)):
        return _ranked(about)
    if (named := _NAMED_THEN_ASKED.fullmatch(joined.own)) and has_subject(named["thing"]):
        return joined, Rewrite(f"{named['thing']}，{named['asks']}", 0.0, MORE)
    if value := value_told(thread.answer, thread.question) if SAME.search(joined.text) else None:
        return (Rewrite(SAME.sub(f"也是{value.text}", joined.text)),)
    if spoken_of := thing_meant(text, thread.answer, thread.topic):
        return Rewrite(spoken_of, MORE, FAR), joined
    own = normalise(joined.own)
    if understand(text).english and len(content_terms(own)) + len(re.findall(r"\d+", own)) >= _TELLS:
        return joined, Rewrite(joined.own, MORE_WORDS, MORE_WORDS)  # And how much of that is paid at first?
    return (joined,)


def _ranked(ways: Sequence[str]) -> tuple[Rewrite, ...]:
    """The likeliest first; those that say more find more for that alone."""
    return tuple(Rewrite(way, lead := -MORE_WORDS * place, lead) for place, way in enumerate(ways))


def _taken_up(about: str, rest: str, thread: Thread) -> tuple[Rewrite, ...]:
    """A message that goes back to the last question that spoke of something."""
    earlier, terms = thread, {*content_terms(normalise(about))}
    while earlier.before and not terms & {*content_terms(normalise(earlier.question))}:
        earlier = earlier.before
    if not earlier.question:
        return (Rewrite(f"{about}，{rest}"),)
    if not rest:
        return (Rewrite(earlier.question),)
    if pointed := item_meant(rest, earlier.items):
        return (Rewrite(pointed),)
    return (Rewrite(f"{earlier.topic if EMPTY.fullmatch(about) else about}，{rest}"),)


def _corrected(old: str, new: str, rest: str, thread: Thread) -> tuple[Rewrite, ...]:
    """A message that puts something else in the place of what was asked about."""
    if not rest and (elsewhere := in_document(new, thread.question)):
        return (Rewrite(elsewhere),)
    if ASKS.search(normalise(new)) or understand(new).yes_no:
        return (Rewrite(f"{new}，{rest}" if rest else new),)
    if old and old in thread.question:
        question = thread.question.replace(old, new)
    elif find_values(normalise(new)):
        question = own_follow_up(new, thread.question, thread.topic) or new
    else:
        ways = what_about(new, thread.question, thread.root) or (new,)
        if not rest:
            return _ranked(ways)
        question = ways[0]
    return _rewrites(rest, thread.asked(question)) if rest else (Rewrite(question),)


def talk(history: Sequence[Turn]) -> str:
    """What was said last, by both sides: it tells which document a follow-up is about."""
    said = (turn.content for turn in history if not passes_over(turn.content))
    return "\n".join(said)[-_RECALLED:]


def _bare(text: str) -> str:
    return re.sub(r"^(?:那个|那么?(?!样|种|些|边|份|项|条|类|笔|次)|还有|另外|and|then)[,，\s]*", "", text, flags=re.I)
