"""The questions within one message: several askings, one asked of several things, or askings with a story around them."""

import re

from assistant.talk.several_kinds import leaves_choice, seeks_value
from assistant.talk.what_about import new_term, what_about
from assistant.understanding.asking import AND, ASKS, COMPARED, EACH_OF, SPLIT, WHICH_MORE
from assistant.understanding.contrast import names_actor, pairs
from assistant.understanding.question import Question, content_terms, is_yes_no, understand
from assistant.understanding.rule_words import BARE_LEAVE, BODY, OFFERED, WILL_DO
from assistant.understanding.topic import BRINGS, cut
from assistant.understanding.values import find_values, without_values
from store.text import normalise

_LONG = 40  # characters from which a message may tell a story around what it asks
_SHORT_LEAD = 12  # characters before the first of several questions that say what all are about
_SHORT_NAMES = 14  # characters of a piece that may be no more than names
_MOST = 3
# A last piece that names a thing and asks no more than how much or how long, and a term that names what is measured.
_SAME_ASKED = re.compile(
    r"(?P<term>[^,，。?？]{2,10}?)(?:又|则|那边)*(?:是|要|有)?(?:多少|几|多[久长])(?:[年天倍]|个?(?:月|工作日))?[呢?？]*"
)
_MEASURED = re.compile("(?:期限|时限|时间|比例|数额|金额|人数|费用|上限|下限)$")
_PREDICATE = re.compile("能|可以|要|有|是|用|得|行|给|算|会|管|准|让|够|对|在|到|包|含|属")
_A_NOT_A = re.compile(r"([要能会行用得])不\1|是否|可否|有没有|[一-鿿]不[?？]?$")
_OFFERED_DEED = re.compile("^[^,，。?？]{1,8}就(?:算|行|可以|成|够)(?:数|了)?[吗么吧]?[?？]?$")
_BARE_COUNT = re.compile(r"(?:一共|总共|合计|共)?(?:是|有|列|写|提|说|分)?(?:了|出)?(?:几|多少)[样项条个点种类]?")
# Of what was asked for before: 占总数几分之几, 有没有给个总数, 每项具体包括什么.
_LEANS = re.compile(
    "其中|[每各]一?[项条个点]的?(?:下面|里面|又|再|还|标题|名称|名字)?(?:具体|详细|分别)?(?:有|是|叫|包括|内容|要)(?:哪|什么|啥|怎)|(?:都|分别)(?:包括|包含|有|是|叫)|[又还]?(?:占|相当于|折合)|(?:到底)?有没有(?:给|说|规定|写|定|明确)?(?:出|过|明确)?个?(?:总数|数|规定|要求|说法|标准|限制|数字)?(?:的|呢)?$"
    r"|(?:从|自|打)?(?:哪一?[天日]|什么时候|啥时候|何时)(?:开始|起)?(?:算|计)|起算[点日]"
    r"|(?:这个|该)?(?:文件|通知|法律|条文|规定)?(?:里面?|上面?|里头|中)?(?:都|一共|又)?(?:写|说|提|列|讲|规定)(?:到|明|出)?了?(?:哪[些几]|什么|啥|几)[一-鿿]{0,4}(?:没有?)?[呢啊?？]*$"
    r"|(?:那|这样?|都|要|该)?(?:会|将)?(?:受到?|有|是|被)?(?:怎么?样|怎么个?(?:处[理置罚]|罚|判|算)法?|(?:什么|啥)(?:后果|下场|处[罚理分]|责任))[呢啊呀]?$"
    r"|and (?:how|what) (?:much|many|share|part) of (?:that|it|them|those|these)\b"
)
_IN_ALL = re.compile("加起来|加在一起|合起来|合计|一共|总共|总计")  # the figure before it is what is summed up
_ON_TIME = re.compile("收|受理|来[得不]及|赶[得不]上|[晚迟]|[逾超]期|作数|算数")  # which the day told before it decides
_TIME_TOLD = re.compile("[了着]|(?<!超)过")
# What goes on from a premise to something else: 那柜台几天内发到, 这份细则本身又该何时印发.
_GOES_ON = re.compile("^那(?!些)|又|除了|本身|另外")
# A limit that is said, and who asks what comes of going beyond it: 一户不得超过三间，超了怎么办.
_BOUND = re.compile("不得?[能可]?(?:超|少于|低于|高于|多于)|最[多少高低]|至[多少]|上限|下限|封顶")
_LIMIT = re.compile("不得?[能可]?(?:超过?|少于|低于|高于|多于)|最[多少高低]|至[多少]|以[上下内]|比例|[是为的]")
_BEYOND = re.compile("那?(?:要是|如果|万一)?(?:超|多|少|低|不[够到足]|没到)")
_WHY_SO = re.compile("(?:怎么|咋)(?:回事|会|可能)|为(?:什么|啥|何)")  # what is asked does not go with what is said
_GIVEN, _THEN = re.compile("既然"), re.compile("^那么?(?!些|个|种|里)")
# What says that something may be, has to be or is somebody's: a rule, and no story.
_RULES = re.compile(
    r"可以|(?<![才怎只万])能(?![力源])|必须|应当|应由|不得|允许|准许|禁止|受理|负责|承担|平均|一次性|全部|上缴|归(?!档|还|纳|类)|属于|主体|(?<![自理缘])由(?!于)"
)
_EITHER_OR = re.compile("还是")
_COMMA_PART = re.compile("[^，。；]+")
_EACH = re.compile("各自|分别|各|都(?=[是要得有为]?(?:多少|几|多[久长]))")
_EITHER = re.compile("(?:到底|究竟)是?.{1,14}还是")
# What a story says with a word of asking, and asks nothing.
_RHETORICAL = re.compile(
    r"^几[家个位名][^能可要得应须会]{4,}$|(?:什么|啥|谁|哪儿?|怎么)(?:都|也)|哪有|没(?:什么|啥)|谁知道|[好这那]几|怎么说|不知道怎么|没.{0,4}明白|(?:都|也|还|从来)(?:不是|没有?|不)[^吗?]*$"
)
# What tells of a case how much it is too late or too little: 还款晚了几天.
_SO_LATE = re.compile("[晚早迟拖欠差少多超]了好?几(?:天|日|周|个?月|年|次|回|[百千万]?[元块])了?$")
_OWN_CASE = re.compile("我|咱|去年|上年|前年|本[市省区县单公]|某|一家|有[个家]|要是|如果|假如|万一|的话|打算|准备|计划")
_LEADS_UP = re.compile("^(?:最后|所以|其实|然后|另外|还有|总之|顺便|我?(?:就|只)?想?问问?|请问|就是说?)+")
_PARTICLE = re.compile("[嘛吧呢]$")
_COURTESY = re.compile(
    r"(?:您好|你好|谢谢|多谢|麻烦|请问|劳驾|急|在线等|想?(?:请)?问一?下|我就?想问|说来话长).{0,6}|.{0,4}(?:讲|说|告诉)(?:明白|清楚|一下|下|我|句).{0,6}|文件里?怎么[说写]的?"
)


def split_parts(question: Question) -> tuple[str, ...]:
    """The questions within one message, in order, each behind the few words that lead up to all of them; a single one
    where it does not fall apart into askings."""
    pieces = _pieces(question)
    if len(pieces) > 1 and _of_one(pieces[-2], normalise(pieces[-1])):
        pieces = [*pieces[:-2], "，".join(pieces[-2:])]
    if len(pieces) > 1 and (about := _what_about(pieces[-1], pieces[-2])):
        pieces = [*pieces[:-1], about]
    leads = len(pieces) > 2 and len(pieces[0]) <= _SHORT_LEAD and not ASKS.search(normalise(pieces[0]))
    lead, rest = (f"{pieces[0]}，", pieces[1:]) if leads else ("", pieces)
    if lead and without_told(question):
        return (question.original,)
    if lead:
        rest = [piece for piece in rest if not only_tells(piece)] or rest
    asking = [piece for piece in rest if _may_ask(piece)]
    if asking and asking[-1] == rest[-1] and seeks_value(rest[-1]):
        # Who asks for a figure or a body asks for more than which of what he said before that is so.
        asking = [piece for piece in rest if piece in asking or leaves_choice(piece)]
    # 分别是啥, 一共列了几样 ask nothing of their own.
    tells = all(content_terms(normalise(piece)) and not _BARE_COUNT.fullmatch(piece) for piece in rest)
    leans = any(_LEANS.match(piece) for piece in rest[1:])
    if 1 < len(rest) == len(asking) <= _MOST and tells and not leans and not _only_names(rest[-1]):
        return tuple(lead + piece for piece in rest)
    if len(rest) == 1 and len(pieces) > 1:
        return (lead + rest[0],)
    return _each_of(question.original)


def _may_ask(piece: str) -> bool:
    plain = normalise(piece)
    return bool(ASKS.search(plain) or _A_NOT_A.search(plain)) and not _SO_LATE.search(plain)


def _of_one(before: str, piece: str) -> bool:
    """Whether a last piece only asks for leave for what was told before it (把一间拆成几间，行不行), or offers one who may be who is
    asked for (谁来盖章，街道办行不行), or a deed that what is asked for may begin with (什么时候生效，签了字就算吗)."""
    sought = understand(before).sought
    if BARE_LEAVE.fullmatch(piece) or ("who" in sought and OFFERED.search(f"，{piece}")):
        return True
    return "date" in sought and bool(_OFFERED_DEED.search(piece))


def without_told(question: Question) -> str:
    """The first and the only asking piece of a message, without what only tells between them (跟人合买了一辆车，什么也没约定，
    我能开吗); "" for any other."""
    first, *rest = _pieces(question) or [""]
    asked = [piece for piece in rest if not only_tells(piece)]
    short = len(first) <= _SHORT_LEAD and not ASKS.search(normalise(first))
    return f"{first}，{asked[0]}" if short and len(asked) == 1 < len(rest) else ""


def asked_last(question: Question) -> str:
    """The last piece of a long message that asks in earnest, where a story stands around it; "" where it has no such piece."""
    pieces = _pieces(question) if len(question.original) >= _LONG else []
    asked = [piece for piece in pieces if not only_tells(piece) and _asks(piece)]
    return _LEADS_UP.sub("", asked[-1]) if asked and len(pieces) > _MOST else ""


def _asks(piece: str) -> bool:
    plain = normalise(piece)
    return not _COURTESY.fullmatch(plain) and bool(ASKS.search(plain) or is_yes_no(plain))


def _what_about(piece: str, before: str) -> str:
    """A last piece that asks of something else what the one before it asks (表演者的权利保护多久，录音制作者的呢; …保护几年，版式设计又是
    几年), or for something of it (押金多少，租金的期限呢), written out; "" for any other."""
    if not _asks(before):
        return ""
    same = _SAME_ASKED.fullmatch(normalise(piece))
    if same and same["term"] not in before and _only_nouns(same["term"]) and _same_sought(piece, before):
        piece = f"{same['term']}呢"
    term = new_term(piece)
    if not term:
        return ""
    measured = _MEASURED.search(term)
    if measured and measured.start() and measured[0] not in before:
        return f"{term}是多少"
    return next(iter(what_about(piece.replace("的呢", "呢"), before, before)), "")


def _only_nouns(text: str) -> bool:
    return all(tag[0] in "nb" or word == "的" for word, tag in cut(text))


def _same_sought(piece: str, before: str) -> bool:
    """Whether two pieces ask for a value of the same kind."""
    return bool(understand(piece).sought & understand(before).sought)


def only_tells(piece: str) -> bool:
    """Whether a piece has a word of asking, and asks nothing."""
    plain = normalise(piece)
    serious = _RHETORICAL.sub("", plain)
    return bool(ASKS.search(plain)) and not (ASKS.search(serious) or is_yes_no(serious))


def premise_and_ask(question: Question) -> tuple[str, str]:
    """What a message says of a rule, with a figure (每户发三百), as a reason (既然能买车) or in so many words (能买车, 由省里组织),
    before it asks something else, and what it asks; ("", "") where it tells a case of its own, or nothing."""
    *said, asked = _pieces(question) or [""]
    premise = "，".join(said)
    given = _GIVEN.match(premise)
    told = _TIME_TOLD.search(premise) and not (given or asked.startswith("那"))
    premise, asked = _GIVEN.sub("", premise), _THEN.sub("", asked) if given else asked
    plain = normalise(premise)
    # So many people are a case, as a rule: 小组七个人.
    figure = any(value.unit != "人" for value in find_values(plain))
    tells = (given or figure or states_rule(plain)) and not (
        told or _OWN_CASE.search(plain) or ASKS.search(plain) or _EITHER_OR.search(plain) or is_yes_no(plain)
    )
    tells = tells and f"、{asked}" not in question.original  # 各管各的、互不往来吗 is one question
    asks = ASKS.search(plain_asked := normalise(asked)) or is_yes_no(plain_asked)
    dated = all(value.kind == "date" for value in find_values(plain)) and is_yes_no(plain_asked)
    own = {value.text for value in find_values(plain_asked)} - {value.text for value in find_values(plain)}
    own = own if not _WHY_SO.search(plain_asked) else set()
    judged = any(words.search(plain_asked) for words in (BRINGS, WILL_DO, _IN_ALL))
    judged = judged or (not given and dated and bool(_ON_TIME.search(plain_asked)))
    # 我没理解错吧 only asks to have it confirmed.
    tells_more = len(content_terms(plain_asked)) > is_yes_no(plain_asked) and not own and not judged
    tells_more = tells_more or bool(_BOUND.search(plain) and _BEYOND.match(plain_asked))
    return (premise, _of_premise(plain, plain_asked) or asked) if tells and asks and tells_more else ("", "")


def goes_on(question: Question) -> bool:
    """Whether a message goes on, from what it takes for granted, to ask of something else."""
    return bool(_GOES_ON.search(_pieces(question)[-1]) or _GIVEN.match(question.original))


def states_rule(text: str) -> bool:
    """Whether normalised `text` says that something may be, has to be, is somebody's, or is for some body to do."""
    return bool(_RULES.search(text) or BODY.search(text) or names_actor(text))


def hangs_on(premise: str, asked: str) -> bool:
    """Whether nothing is asked where a premise is wrong: what comes of going beyond a limit that it sets, or its figure."""
    plain, plain_asked = normalise(premise), normalise(asked)
    beyond = _BOUND.search(plain) and _BEYOND.match(plain_asked)
    return bool(beyond) or any(value.text in plain_asked for value in find_values(plain))


def _of_premise(premise: str, asked: str) -> str:
    """What is asked of a figure of the premise (摊位费一天三十，这三十能不能月底交), asked without the figure, which may be wrong, of
    what it is said of; "" where nothing is."""
    for value in find_values(premise):
        if match := re.search(f"[这那]{re.escape(value.text)}", asked):
            return f"{premise[: value.start]}{premise[value.end :]}，{asked[: match.start()]}{asked[match.end() :]}"
    return ""


def is_of_same(premise: str, right: str, said: str) -> bool:
    """Whether the right figure, "" for none, is stated in what is said of what the premise is about, and not of something
    else that is an amount, too. A day and what is counted are of one thing by themselves, and so
    is what was worked out."""
    worked_out = "－" in right
    if worked_out or all(value.kind in ("date", "count") for value in find_values(right)):
        return True
    about = about_what(without_values(normalise(premise), "，"))
    return any(right in part and about & about_what(normalise(part)) for part in _COMMA_PART.findall(said))


def about_what(text: str) -> frozenset[str]:
    """The pairs of characters of normalised `text` but for what sets a limit, of whatever it is."""
    return frozenset(pair for pair in pairs(_LIMIT.sub("，", text)) if "，" not in pair)


def _only_names(piece: str) -> bool:
    """Whether a last piece only offers an answer to the one before it: 谁来评，财政部吗."""
    return is_yes_no(piece) and len(piece) <= _SHORT_NAMES and not _PREDICATE.search(piece)


def _each_of(text: str) -> tuple[str, ...]:
    """The same question of each of several things (转让和质押，每年各要涨多少), what each of several is that are to be
    compared (转让和许可有什么区别, 转让和许可哪个更久), or `text` alone."""
    if compared := COMPARED.match(text):
        asked = f"的{compared['attribute']}" if compared["attribute"] else "是什么"
        return tuple(f"what is {thing}" if compared["english"] else thing + asked for thing in _things(compared)) or (
            text,
        )
    if more := WHICH_MORE.match(text):
        measured = "多少" if more["more"] in "多高" else f"多{more['more']}"
        return tuple(f"{thing}{more['asked']}{measured}" for thing in _with_shared_end(_things(more))) or (text,)
    match = EACH_OF.match(text)
    asked = _EACH.sub("", match["asked"]) if match else ""
    return tuple(thing + asked for thing in _things(match)) or (text,)


def _with_shared_end(things: list[str]) -> list[str]:
    """Two things, of which the first lacks what the second ends with (童车押金和汽车押金的上限): with it. They share the word before
    that."""
    if len(things) != len(("one", "other")):
        return things
    one, other = things
    word = cut(one)[-1][0]
    end = other.partition(word)[2] if len(word) > 1 and not other.startswith(word) else ""
    return [one + end, other]


def _things(match: re.Match[str] | None) -> list[str]:
    """The two or three things that a match names, or none."""
    named = match.groupdict() if match else {}
    things = [thing.strip() for thing in AND.split(named.get("things") or named.get("english") or "")]
    return things if 1 < len(things) <= 3 and min(map(len, things)) > 1 else []


def told_parts(question: Question) -> tuple[str, ...]:
    """The askings of a long message that tells a story, with each that can be judged only by it what was told before it; none
    where there is one, or too many."""
    pieces = _pieces(question) if len(question.original) >= _LONG else []
    parts, story = list[str](), list[str]()
    for number, piece in enumerate(pieces, start=1):
        plain = normalise(piece)
        if number < len(pieces) and _PARTICLE.search(plain) and not ASKS.search(plain):
            story.append(piece)  # 我们是直辖市嘛，…
            continue
        serious = _RHETORICAL.sub("", plain)
        asks = ASKS.search(serious) or is_yes_no(serious) or _EITHER.search(serious)
        if _COURTESY.fullmatch(plain):
            continue
        if not asks:
            story.append(piece)
        elif parts and not story and len(content_terms(plain)) < 2:
            parts[-1] += f"，{piece}"  # 从哪天算, 这样行不行
        elif is_yes_no(plain) or len(content_terms(plain)) < 2:
            parts.append("，".join([*story, piece]))
            story = []
        else:
            parts.append(piece)
    leans = any(_LEANS.match(part) for part in parts[1:])
    return tuple(parts) if 1 < len(parts) <= _MOST and not leans else ()


def _pieces(question: Question) -> list[str]:
    return [piece for part in SPLIT.split(question.original) if (piece := part.strip(" ,，。?？;；"))]
