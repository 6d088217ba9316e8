"""What a message says around its question of the asker alone: 我们局里刚换领导，啥都不清楚，他让我打听一下……，急，在线等.

A part of a message is such a frame where every word of it is one that people frame questions with, and one of these says that
something is not known, is to be asked, or is urgent. What tells a case (去年拿过一次补贴) has other words, and stays.
"""

import re

from store.text import normalise

# Of what may be a case's own fact (我不知道, 确认了, 第一次, 催了) only what can be none.
_ANCHORS = (
    # not to understand, and to want to
    "不(?:太|大|是很|怎么|甚)?(?:懂|明白|熟悉?|确定|会[弄搞])|(?:啥|什么|都|也|太|大|很)都?不清楚|说不知道|没人(?:知道|懂|接)|打不通",
    "[看搞弄吃摸听吵][得不没也]{1,2}(?:太|怎么|大|[看搞弄吵])?(?:出来|出|到)?(?:懂|清楚?|明白|准|透)|没(?:[看搞弄听吵]太?)(?:懂|明白)|说不(?:清楚?|明白|准)",
    "(?:文[件档]|通知|材料|条文|规定|政策)[^,，。]{0,8}没(?:怎么|仔|顾上)?(?:细看|看完?)",
    "一头雾水|云里雾里|糊涂|犯愁|头[疼大]|纠结|[心没]里?没底|说法不一|外行|新手|小白|门外汉",
    "(?:脑[子袋]|头)[都也]?(?:很|有点)?(?:乱|大|晕)|没记[住清]|记不(?:清楚?|住|得)|答不上来?|没人答得?上来?",
    "[找翻查][^,，。]{0,4}[遍天]都?也?没(?:找[着到]|查到|看到)",
    # to ask
    "请教|打听|问问|请问|[弄搞问]个?(?:清楚|明白)|(?:咨询|问|确认|核实|了解)(?:一?下|[一两]句|[个件](?:事儿?情?|问题))",
    "(?:想|让|要|来|叫)(?:我们?)?(?:咨询|问|确认|核实|了解)",
    # urgency and courtesy
    "急用?|着急|在线等|加急|谢谢|多谢|感谢|谢了|拜托|求助|求解|求教|指点|指教|赐教|打扰|打搅|不好意思|抱歉|麻烦|辛苦|劳驾|说一声|跪求|(?:赶紧|等着)回复?|帮我们?看看",
    "您好|你好|大家好|老师好",
    # the asker's day
    "接手|刚上手|(?:刚|新)来的|赶着?(?:材料|报告|稿子?)|业务[还也]?不(?:太)?熟|刚换了?(?:领导|局长|主任|岗|人)|第一次(?:弄|搞|接触)这|(?:要|等着|得)(?:交差|汇报)",
)
_BESIDE = (
    "我们?|咱们?|您|你们?|他们?|她|大家|各位|自己|领导|老板|主任|局长|科长|处长|书记|同事|朋友|别人|人家|老师|专家|客户|有人|同志|师傅|人",
    "局里?|单位里?|科室?里?|办公室|处里?|会上|开会|群里|讲座|网上|电话|材料|手头|工作|活儿?|业务|这[块摊]儿?|事儿?情?|问题|地方|话",
    "文[件档]|通知|材料|条文|规定|政策|里面?|上面?",
    "想|要|让|叫|派|催|吵|问|赶紧?|忙|乱|记|提到?|听|回复?|给|跟|和|把|被|对|去|来|打|看|翻|读|查|听|换|管|负责|弄|搞|说|讲|做|发|找|忙|等|帮|晓得|知道|清楚",
    "昨天|今天|昨晚|上午|下午|刚才|刚刚|最近|这两天|前两天|半天|好久|这几天|上次|一直|现在|马上|刚|才|已经|先|再|正",
    "[一两三几]?[个件点些下句遍]|这|那个?|什么|啥|好多|很多|许多|有点儿?|特别|实在|真的?|挺|很|太|非常|比较|好像|似乎",
    "长|多|乱|厚|复杂|难懂|绕|晕|也|都|又|还|就|只|是|有|没有?|不|的|了|得|地|着|过|在|到|紧|小|么|一嘴|万分|哈|啊|呗|呀|呢|嘛|吧|哦|哎|唉|嗯|哟|啦|而已|其实|反正|不过|但是?|所以|因为",
)
# Word by word, so that no message takes long: an anchor before a word beside it, neither ever tried again.
_WORD = re.compile(rf"(?P<anchor>{'|'.join(_ANCHORS)})|{'|'.join(_BESIDE)}|\s")
# Who the asker is and what has come to be his work: 我是区财政局的, 刚接手专项资金这块.
_OFFICE = re.compile("(?:我们?|咱们?)(?:就)?是[^,，。是]{0,10}[局委厅科处办](?:里|上|工作)?的")
_TAKEN_OVER = re.compile(
    "(?:我们?|咱们?)?(?:也|才|最近|今年)?(?:刚刚?|新)(?:接手|接管|接触|分管|负责|调[来到去])[^,，。]{0,24}"
)
_FILLER = re.compile("(?:那个|就是说?|话说|对了|是这样的?|[嗯呃哎诶欸噢])+")
_PIECE = re.compile(r"[^，,。！!？?；;：:\n]+[，,。！!？?；;：:\n]*|[，,。！!？?；;：:\n]+")
# What leads up to the question within its own part: 他让我打听一下……, 我就想问问…….
_LEADS_UP = re.compile(
    "(?:请问(?:一?下)?(?!题)|(?:(?:[他她]|领导|老板|局长|主任|科长|同事|朋友|上面)(?:就|又|还|才)?(?:让|叫|要|派|催着?)我们?|(?:我们?|咱们?)(?:就|也|还|只)?是?想(?:要)?|就?想|[帮替]我?|先)"
    "(?:来|去|再)?(?:请教|打听|咨询|问|问问|确认|核实|了解|弄清楚?|搞清楚?|弄明白|搞明白)(?:一?下子?|[个件]事[儿情]?|清楚|明白)?[哈啊呀]?)"
    "(?=[^号书函电处服机])"
)
_SHORTEST = 4  # characters of what a question may be without its frame


def without_frame(text: str) -> str:
    """A message without the parts that only frame its question; the message itself where nothing else is left."""
    pieces = _PIECE.findall(text)
    kept = [_bare(piece) for piece in pieces if not is_frame(piece)]
    rest = "".join(kept).strip(" ，,；;：:、\n") if len(kept) < len(pieces) else "".join(kept).strip()
    return rest if len(rest.strip("，,。！!？?；;：: ")) >= _SHORTEST else text


def is_frame(piece: str) -> bool:
    """Whether a part of a message says nothing but how its asker comes to ask."""
    plain = normalise(piece).strip("，,。.！!？?；;：: ")
    at, anchored = 0, False
    while word := _WORD.match(plain, at):
        at, anchored = word.end(), anchored or bool(word["anchor"])
    told = any(words.fullmatch(plain) for words in (_FILLER, _OFFICE, _TAKEN_OVER))
    return (anchored and at == len(plain)) or told


def _bare(piece: str) -> str:
    leads = _LEADS_UP.match(piece)
    rest = piece[leads.end() :] if leads else piece
    return rest if len(rest.strip("，,。！!？?；;：: ")) >= _SHORTEST else piece
