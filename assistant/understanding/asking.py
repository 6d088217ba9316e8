"""How people ask, in patterns and words: Chinese after `store.text.normalise`, and English. No word here is a document's."""

import re
from pathlib import Path
from typing import Literal

from assistant.understanding.values import ValueKind

Sought = Literal[
    "date", "amount", "share", "count", "figure", "year", "list", "yes-no", "who", "how", "definition", "contact", "why"
]

# The kinds of value that answer each.
VALUE_KINDS: dict[Sought, frozenset[ValueKind]] = {
    "date": frozenset({"date", "period"}),
    "year": frozenset({"year", "date"}),
    "amount": frozenset({"amount"}),
    "share": frozenset({"share"}),
    "count": frozenset({"count"}),
    "figure": frozenset({"amount", "share", "count", "age", "period", "date", "year", "number", "phone"}),
    "contact": frozenset({"phone"}),
}

# What is counted in English and is no thing but a length of time, or an amount: how many working days, how many yuan.
_TIMES = r"(?:[a-z]+ )?(?:hours|days|weeks|months|years)\b"
_MONEY = r"(?:(?:million|thousand|billion) )?(?:yuan|rmb|cny|dollars|euros|pounds)\b"

# The first group of each pair is Chinese after `normalise`, the second English.
_SOUGHT: tuple[tuple[Sought, str], ...] = (
    (
        "contact",
        r"电话|联系方式|号码|怎么联系|联系人|(?:咨询|联系|打听|问)[^,。?]{0,6}找谁|找谁(?:咨询|联系|打听|问)|(?:联系|咨询)谁|[跟和与]谁联系|打给|\bphone\b|\bcontact\b|\bcall\b",
    ),
    (
        "date",
        r"什么时候|啥时候|何时|几时|几号(?![字楼令])|哪天|哪一天|哪年|哪几年|截止|截至|期限|最晚|最迟|多久|多长(?!度)|几个月"
        r"|哪个月|第?几个?月|[几多]少?年|多少天|几天|[几多]少?个?工作日|多少日|几日|多少个?月|时限|[几多]少?个?小时|多少个?小时|时间节点|什么日子|^when\b(?! may\b)|\bwhen (?:is|does|do|will|are|must|should)\b|deadline|how (?:long|soon)|what (is the )?(latest )?date|by what date|(?:by|until|till|since) when\b|time limit"
        rf"|(?:how many|number of) {_TIMES}",
    ),
    (
        "share",
        r"比例|比列|分之[几多]|[几多]少?%|几个(?:百分)?点|几折|几比几|几几开|几成|占比|百分比|多大比重|[增涨]幅|增速|(?:增长|上?涨|提高|提升|增加)多少(?![个家项人次件只名万亿元])|[税利费倍]率|率(?:是|为|有)?(?:多少|多高)|\bpercent|\bgrowth\b|proportion|what share|\brate\b",
    ),
    (
        "amount",
        r"多少钱|多少资金|多少经费|多少补助|多少万|多少亿|几个亿|几[百千万亿]|几块钱|金额|给多少|拿多少|拨多少|到账多少|到手多少|多少元|(?:工资|薪[水酬资金]|[月年底]薪)[^,。?的]{0,3}多少(?=[?？。]?$)|总额|投多少|花多少|拨了?多少"
        r"|(?:[一-鿿]费用?|租金|押金|奖金|补贴|补助|奖励|资助)(?:是|要|为)?多少(?=[?？。]?$)"
        rf"|how many {_MONEY}"
        r"|\bhow much [a-z' -]{1,40}\b(?:gets?|receives?|costs?|pays?|earns?)\b|\bhow much (?:money|fund|cash|support|reward|award|bonus|grant|subsid|does|do|will|can|is|are|would|has|did)|what amount|total (funding|amount)",
    ),
    (
        "count",
        r"(?<!哪)几(?:个(?!月|工作日|钱|(?:百分)?点|亿|[百千]万)|家|项|条|类|种|方面)|多少个(?!月|工作日)|多少家|几名|多少名|(?<!哪)几[位所]|多少[位所]|多少件|几件|几单|多少单|几座|名额|数量"
        rf"|多少项|几点|几块|(?:how many|number of)(?! {_TIMES}| {_MONEY})",
    ),
    (
        "year",
        r"哪[一几]?年|年份|几几年|(?:哪|几|什么)一?个?年度|年度(?:[是为从自指起怎咋如呢?？]|$)|which year|what years?\b",
    ),
    (
        "figure",
        r"(?:降低|下降|减少|减免|缩短)多少(?![个家项件人名])|[分留罚交给付提补扣出投占得][一-鿿]{0,2}多少(?![个家项件人名位天日年月页份次倍米])|是多少|多少[?？。]?$|为多少|还有多少|多少[没未]|[低高大小长短][到至于]多少|(?:规模|额度|数额)[^,。?]{0,3}多[大高]|\bhow much\b"
        r"|\bwhat(?:'s| is| are| will be) the (?:[a-z]+ ){0,2}(?:fees?|costs?|prices?|charges?|fines?)\b",
    ),
    (
        "list",
        r"哪些|哪几(?![年天])|有什么要求|(?:用于|用在|包含|涉及|分为?)(?:什么|啥)|包括什么|包括啥|都[有是](?:什么|啥)(?!意思)|有啥|分别是|列举|列出|列全|列一下|清单|要交什么|要交啥"
        r"|准备什么|[有是]那些[?？]?$|几条|哪三|哪两|哪四|what are|list (the|all)|which .*s\b|what (documents|materials|tasks|kinds)",
    ),
    (
        "who",
        r"谁|(?:是|由|归|让)哪一?家|哪个部门|哪个单位|哪家单位|哪些部门|哪个机构|哪两家|哪个司|由哪|什么部门|什么单位|\bwho\b|which (body|agency|department|authority)",
    ),
    ("how", r"怎么|咋|如何|怎样|流程|程序|步骤|什么方式|啥方式|\bhow (do|does|should|to|can|is|are)\b"),
    ("definition", r"什么是|是什么意思|啥意思|指什么|指的是|指啥|含义|什么东西|定义|口径|what does .* mean|definition"),
    ("why", r"为什么|为啥|为何|目的|凭什么|依据|\bwhy\b|purpose"),
)
SOUGHT_PATTERNS = tuple((sought, re.compile(pattern)) for sought, pattern in _SOUGHT)
# How a yes or a no is asked for, and in what words.
_YES_NO = (
    (
        "a word and its denial",
        r"(?<!该)(?P<word>[一-鿿]{1,2})[不没](?P=word)|有无|是否|可否|能否|可以不|还收不|[一-鿿]不(?:[?？]|$)|没有?(?:[?？]|$)",
    ),
    ("a complement and its denial", r"(?P<does>[一-鿿])得(?P<how>[一-鿿]{1,2})(?P=does)不(?P=how)"),
    ("a particle", r"吗|(?<!什)么[?？。]?$|(?<!干)嘛[?？]?$|对吧|是吧|吧(?:[?？,，]|$)"),
    ("doubt", r"真的假的|是真的|有这回事|行得通"),
    ("surprise", r"连[^,。?]{1,20}[也都](?:要|得|能|可以|算)"),
    ("Cantonese and Wu", r"(?P<said>[一-鿿])唔(?P=said)|系[咪唔]|有冇|(?:[一-鿿]伐|哇|咩|啵)[?？]?$"),
    (
        "English",
        r"(?:^|[.,:;!?] |(?<=[㐀-鿿a-z]),)(?:is|are|can|could|does|do|did|may|must|should|will|would|has|have|so)\b.*\?|^(?:is|are|can|could|does|did|may|must|should|will|would|has|do (?:i|we|you|u|they))\b[^?。]*$|, ?(?:right|correct|is(?:n't| that| it| this)[a-z ]*|yes)\?$",
    ),
)
YES_NO = re.compile("|".join(pattern for _, pattern in _YES_NO))
# 谁决定能不能动用 asks who, 给不给看什么 asks what, 哪些人可以不去 and 判断算不算，看哪些 ask which, and none for a yes or a no.
DECIDED = re.compile(
    r"(?:(?P<act>[一-鿿])不(?P=act)[一-鿿]{0,3}|能不能[一-鿿]{0,6})(?:[要得]?看|取决于|凭|由)(?:什么|啥|谁|哪)"
    r"|(?:谁|哪一?[个家级]?[一-鿿]{0,4}|怎么|如何)[一-鿿]{0,2}(?:决定|判断|判定|认定|确定|审批|批准)(?:能不能|可不可以|要不要|是否|可否|能否|算不算|是不是)"
    r"|(?:哪[些种类个]|什么|啥)[^,，。?？]{0,10}可以不(?!可以)"
    r"|(?:判断|判定|认定|确定|衡量|分辨|区分|看)[^,，。?？]{0,12}(?:(?P<is>[一-鿿])不(?P=is)|是否|能否|可否)[^,，。?？]{0,14}[,，]?[^,，。?？]{0,4}(?:看|考虑|依据|凭|根据|按|参考)[^,，。?？]{0,4}(?:哪|什么|啥|几|多少)"
)
# A statement that only its question mark makes a question: 开机的声音也能注册商标？ It has no asking word, but says something.
STATED = re.compile(
    r"(?:也|就|还|都|只|才|不|没|必须|一定|应该|可以|能(?!力)|会(?![议计])|得(?!分)|(?<![核预结计决清折测估])算(?!法)|归|属于|是(?!\?$)).*\?$"
)
OTHERWISE_ASKED = re.compile(
    r"[几多]少|哪|谁|(?<![好这那])几|什么|么样|啥|咋|怎|(?<!任)何|多[久长大高远]|呢\?$|还是|是那|干[嘛吗]|\b(?:how|what|which|who|when|where|why)\b"
)
# What people want to know of a thing, where the thing's own clause often does not say it. The words of asking, not of
# any document: a clause that never mentions the attribute asked for is near the answer, not the answer.
ATTRIBUTE = re.compile(
    "时效|手机|分机|住址|注册资[本金]|收费|邮寄|快递|寄送|邮箱|电子邮件|邮件|传真|地址|邮编|网址|网站|链接|微信|(?<!惩)罚|(?:法律|什么|啥)责任|处分|追责|问责|后果|下场|会怎么?样|怎么处[理置]|(?:什么|啥)处理|怎么追究|吃官司|坐牢|被通报|通报批评|收回|追回|退回|奖金|奖励|名单|打分|评分|得分|加分"
    "|分值|权重|占分|面积|平方米|手续|格式|模板|页数|多少页|字数|盖章|签字|利率|费率|贴息|基数|被扣|扣减|扣(?:多少|几|分|钱)|额度|上限|封顶|最高|起算|算起|保存|保管|保留|有效期|废止|失效|公示|公布"
    "|下达时间|到账时间|答辩|现场|配套|编制|学历|职称|年龄|多大年纪|国籍|性别|男的|女的|几楼|楼层|授牌|字体|加密|税|年费|官费|价格|申诉|复议|延期|宽限|补交|补报|频次|多久一次|(?<!分)几次|抽查|资质|牌照|(?:什么|啥|哪些)标准|(?:怎么|如何|怎样)(?:认定|界定)"
    # Whole words, so that no coffee has a fee and no information a format; 's and the like are left out of what is found.
    r"|\b(?:email|e-mail|fax|website|address|penalt|fine|score|scoring|weight|maximum|max|list of|bonus|fee|template|format|appeal|extension"
    r"|interest rate|loan rate|floor area|square met|postcode|nationalit|job title)(?=(?:s|es|d|ed|ing|y|ies|er|re|ers|res)?\b)"
)
# Who asks whether something has become otherwise since: 涨了没有, 推迟了吗, 改没改.
_CHANGE = "[涨降调改变]|提高|降低|[上下]调|推迟|延后|提前|延长|缩短|增[加多]|减少|便宜|贵|放宽|收紧"
CHANGED = re.compile(
    rf"(?P<change>{_CHANGE})[价低高动整]?[了过](?:没有?|吗|么)[?？]?$"
    r"|(?P<turn>[涨降调改变])没(?P=turn)"
)
MEASURE = re.compile(
    r"(?:多少|(?<![哪第好这那])几)(?<!分几(?=[次批]))个?(?:[一-鿿]{1,5}的)?(平方米|公里|亩|百分点|工作日|分(?![别担摊])|份(?!额)|页|人(?![才数员])|名(?![额单称录字义])|位(?!置)|所(?!有)|倍|档|期|批|次|轮|米|吨|字)"
)
# What is measured in English, and the unit that clauses state it in.
ENGLISH_MEASURE = re.compile(
    r"\b(?:how many|(?:maximum |minimum )?number of) (?:[a-z]+ )?(pages|copies|words|metres|meters)\b"
)
UNITS_OF = {"pages": "页", "copies": "份", "words": "字", "metres": "米", "meters": "米"}
# Words that say nothing of what is asked, Chinese ones as `store.text.words` cuts them.
STOP = frozenset(Path(__file__).with_name("stop_words.txt").read_text(encoding="utf-8").split())
SEVERAL = re.compile("若干|一批|一系列|[多数]个")  # a document says so where it does not say how many
ENGLISH = re.compile(r"[a-z]{2,}")
HAN = re.compile(r"[㐀-鿿]")
# Also what turns the direction of writing, and halves of characters, which cannot be written.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SPLIT = re.compile(
    r"[?？;；,，。、]\s*(?=\S)|(?<=[㐀-鿿])\s+(?=[㐀-鿿])|(?<=\S)\s*(?=\band (?:how|what|which|who|when|where)\b)"
)
# 转让和质押，每年各要涨多少: the same asked of several things.
EACH_OF = re.compile(
    r"^(?P<things>[^,，。?？]{4,40}?)(?P<asked>(?:的[^,，。?？和与跟]{1,6}|在[^,，。?？和与跟]{1,12}?(?:[里中上下时]|期间|阶段|方面)|[,，][^,，。?？和与跟的]{0,6}?|(?:每[年月]|一年|年均|到底|究竟|最[晚迟少多高低]|至少|大概)?)(?:各自|分别|各(?![项类种地省市级个部单方界])|都(?=[是要得有为]?(?:多少|几|多[久长])))[^,，。?？]{2,20}[?？]?)$"
)
# 转让和许可有什么区别, 转让和许可的期限有什么不同: what each of them is, or its attribute.
COMPARED = re.compile(
    r"^(?P<things>[^,，。?？]{3,40}?)(?:之间|两者|二者)?(?:的(?P<attribute>[^,，。?？的有]{2,10}?))?(?:到底|究竟)?(?:有|是)?(?:什么|啥|哪些|何|怎么)?"
    r"(?:区别|不同|差别|差异|不一样|差在)(?:之处|的地方)?[是在]?(?:什么|啥|哪里|哪儿|哪些|哪)?[呢啊呀?？]*$"
    r"|^(?:what(?:'s| is| are) )?the differences? between (?P<english>[^,.?]+)[?]?$",
    re.IGNORECASE,
)
# 甲和乙哪个保存得更久: how long each of them is.
WHICH_MORE = re.compile(
    r"^(?P<things>[^,，。?？]{3,40}?)(?:哪一?[个种者]|谁)(?P<asked>[^,，。?？]{0,8}?)得?(?:更|比较|要)*(?P<more>[久长多高大])(?:一些|一?点|些)?[呢啊呀?？]*$"
)
AND = re.compile(r"[和与跟、]|以及|\band\b")
ASKS = re.compile(
    r"[几多]少|多[长大高远]|哪|谁|分之几|(?<![好这那近头])(?<!(?<!提)前)几(?:[个家项条类种天年成单名号月日点分样件次倍份页档折套岁百千万亿块%]|周岁)|什么|啥|咋|怎|如何|何时|多久|吗|能不能|是否|可否|\b(?:how|what|which|who|when|where)\b"
)
