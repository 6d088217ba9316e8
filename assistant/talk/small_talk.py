"""Small talk: greetings, thanks, farewells, praise, abuse and chat that the documents have nothing to do with.

A message is small talk only where nothing else is in it, so that 「谢谢，那联系电话呢」 is a question still.
"""

import re
from dataclasses import dataclass

from assistant.answer import Answer, Statement
from assistant.understanding.asking import HAN
from store.text import normalise


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of small talk: what is said, as whole phrases, what a person at the desk would say to it, and whether that
    leaves unanswered what is asked for."""

    phrases: re.Pattern[str]
    reply: str
    english: str
    declined: bool


def _kind(*phrases: str, reply: str, english: str, declined: bool = False) -> _Kind:
    return _Kind(re.compile("|".join(phrases)), reply, english, declined)


_MACHINE = (
    "(?:一?个)?(?:ai|人工智能|智能(?:助手|客服)|机器人?|[大语言]*模型|客服|程序|真人|人工|活?人|chatgpt|gpt|deepseek)"
)
_VERY = "(?:真(?:的|是)?|太|好|很|挺|非常|怎么这么|这么|简直)?"
_MADE = "(?:开发|做|造|设计|创造|训练|研发|发明|编)"
# In the order in which they count where a message has several: 好的，谢谢 thanks.
_KINDS = (
    _kind(  # who it is, and what it can do
        r"你们?(?:到底|究竟)?(?:是|叫)(?:谁|哪位|(?:什么|啥)(?:名字|东西|人|公司)?|干[嘛啥]的|(?:干|做)什么的)",
        rf"你们?(?:到底|究竟)?(?:是|算)(?:不是)?{_MACHINE}(?:(?:还是|或者?){_MACHINE})?[吗么]?",
        rf"(?:是)?谁{_MADE}(?:了|出来?)?的?你的?|你是?由?(?:谁|哪[个家]公司){_MADE}(?:出来)?的",
        r"你们?(?:都|还)*(?:可以|能|会|懂|知道|了解|擅长)(?:帮我)?(?:做|干|回答|答|处理)?(?:点|些|得?了)?(?:什么|啥|嘛|哪些)(?:事情?|问题|东西|忙)?",
        r"(?:请)?(?:介绍一下)?你?自我介绍一下|介绍一下你自己|(?:怎么用你|你怎么用)",
        r"who are you|what(?: are you|'?s your name| is your name)|who (?:made|built|created|developed) you",
        r"are you (?:an? )?(?:ai|robot|bot|chatbot|machine|human|real(?: person)?|person)(?: or (?:an? )?\w+)?",
        r"what (?:can|do|could) you (?:do|know|answer|help(?: me)? with)(?: for me)?|how can you help(?: me)?|help",
        reply="我是政策问答助手，不是真人：按收录的政策文件和法律回答问题，每句话注明出处；文件没有规定的，会如实说明。",
        english="I am a policy assistant, not a person. I answer from the policy documents and statutes held here, cite the clause for every sentence, and say so where they are silent.",
    ),
    _kind(  # what the documents have nothing to do with
        r"(?:给我|再)?(?:讲|说|来)(?:一?个|点)(?:笑话|故事|段子)(?:给我)?(?:听听?)?|(?:给我)?唱(?:一?首|个)?歌|(?:给我)?[写作]一?首诗",
        r"[一-鿿]{0,4}天气(?:预报|怎么样|咋样|如何|好[吗不])?|(?:外面)?(?:会|要)?下雨[了吗]*",
        r"(?:现在|今天)?(?:是)?(?:几点(?:了|钟)?|(?:星期|周|礼拜)几|几月几号)",
        r"你(?:吃(?:饭|过)?了[吗没]|几岁|多大|有(?:男|女)朋友[吗没])|(?:陪我|我们)?聊(?:聊天?|会儿?天?|天)|我?好?无聊",
        r"tell me a joke|(?:how|what)(?:'s| is) the weather(?: like)?(?: today)?|what time is it(?: now)?",
        reply="这个我帮不上忙：我只回答有关收录的政策文件和法律的问题，并给出依据的条款。",
        english="I can't help with that: I only answer questions about the policy documents and statutes held here.",
        declined=True,
    ),
    _kind(  # abuse and impatience
        rf"你?(?:[这就]?是?个?)?{_VERY}(?:大|死|臭)?(?:傻[逼子叉瓜x比b]?|sb|笨蛋?|白痴|弱智|智障|垃圾|废物|蠢[货猪蛋]?|脑残|混蛋|王八蛋|差劲|没用|烦人?|水)(?:死了|了)?",
        r"滚(?:蛋|开|远点)?|闭嘴|去死|(?:你|他)?妈的|有病|神经病|胡说(?:八道)?|瞎说|乱说|气死我了?|无语|我?服了你?",
        r"你?(?:这)?(?:都)?(?:说|讲|答)的?(?:都是|是)?(?:些)?(?:什么|啥)(?:玩意儿?|东西|鬼东?西?|鬼话|乱七八糟的?)?|什么(?:破)?玩意儿?",
        r"shut up|stupid|idiot|(?:you(?: are|'re) )?(?:so )?(?:useless|stupid|dumb)|you suck|f+uck(?: you| off)?|damn|shit",
        reply="抱歉没能让您满意。请换个说法，或说明是哪份文件、哪件事，我再查一遍。",
        english="Sorry this did not help. Please put it in other words, or name the document or the matter, and I will look again.",
    ),
    _kind(
        r"(?:非常|十分|太|很|多)?(?:谢+|感谢)(?:你们?|您|晒)?(?:的?(?:帮助|帮忙|解答|回答))?|唔该晒?|辛苦(?:你|您)?了?|麻烦(?:你|您)了|3q|thx",
        r"(?:ok(?:ay)?,? |great,? )?(?:many )?thank(?:s| ?you)(?: you)?(?: a lot| so much| very much| a million| again)?|cheers|(?:much|i) appreciated?(?: it)?",
        reply="不客气，还有问题请继续问。",
        english="You are welcome. Do ask if there is anything else.",
    ),
    _kind(
        r"再见|拜+|(?:bye ?)+|goodbye|88|回(?:头|见)见?|下次(?:见|再聊)|晚安|good ?night|see you(?: later)?|(?:就|先)先?(?:这样|到这[里儿]?)",
        r"(?:那)?(?:就)?(?:没|不)(?:有)?(?:别的|其他)?(?:问题|事|问)了|算了(?:不问)?",
        reply="再见，欢迎随时来问。",
        english="Goodbye. You are welcome back at any time.",
    ),
    _kind(
        rf"你?{_VERY}(?:棒|厉害|聪明|牛逼?|赞|不错|给力|好用|专业)(?:了|极了)?|太好|(?:说|答|回答)得(?:真|很|挺)?(?:好|对|不错)|点赞",
        r"nice|great|awesome|cool|perfect|excellent|(?:good|great|nice) (?:job|work|answer)|well done",
        reply="谢谢，还有问题请继续问。",
        english="Thank you. Do ask if there is anything else.",
    ),
    _kind(
        r"(?:[你您]们?|大家|各位)好|哈[喽啰罗]|嗨+|在[吗么]|在不在?|有人在?[吗么]|早(?:上好|安|晨)?|(?:上午|中午|下午|晚上)好|喂+|客服",
        r"hi+|hello|hey|good (?:morning|afternoon|evening|day)|(?:hi|hello|hey) there|greetings",
        reply="您好，请问有关政策文件和法律的问题，我会给出依据的条款。",
        english="Hello. Ask me about the policy documents and statutes held here, and I will cite the clause that answers.",
    ),
    _kind(
        r"(?:好+(?:的|嘞|滴|哒)?|行|可以|没问题|对的?|是的|没错|ok(?:ay)?|all ?right|fine)(?![了吧啊呀啦嘛]*\W*\?)",
        r"嗯+|哦+|噢+|喔+|啊+|我?(?:知道|明白|了解|懂|清楚)了?|收到|原来(?:如此|是?这样)|是?这样啊",
        r"哈哈+|呵呵+|嘿嘿+|嘻嘻+|唉+|哎呀?|额+|呃+|(?:ha){2,}|lol|got it|i (?:see|understand)|understood",
        reply="好的，还有问题请继续问。",
        english="All right. Do ask if there is anything else.",
    ),
)
_PARTICLES = r"(?:[你您啊呀哇哈啦了吧呢哦噢嘛喽咯哟呗]|bye)*"
_LONGEST = 40  # characters; more is never only small talk
# Atomic: what can be cut into phrases in many ways (哦哦嗯嗯好好) is cut in one.
_ONLY = re.compile(rf"\W*(?:(?>{'|'.join(kind.phrases.pattern for kind in _KINDS)})(?>{_PARTICLES}\W*))+")
_EITHER_LANGUAGE = re.compile(r"\W*ok\W*")


def is_small_talk(text: str) -> bool:
    """Whether nothing in a message is to be looked up."""
    plain = normalise(text)
    return len(plain) <= _LONGEST and bool(_ONLY.fullmatch(plain))


def answer_small_talk(text: str) -> Answer:
    """What a person at the desk would say to small talk, in its own language."""
    plain = normalise(text)
    kind = next((kind for kind in _KINDS if kind.phrases.search(plain)), _KINDS[-1])
    reply = kind.reply if HAN.search(plain) or _EITHER_LANGUAGE.fullmatch(plain) else kind.english
    return Answer(text, (Statement(reply),), coverage="none" if kind.declined else "complete")
