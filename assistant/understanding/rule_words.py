"""The words of rules and of questions about them, in patterns: polarity (不得, 不再 … against 可以, 应 …), exclusives, shares, parts.

They know the language of rules, not any rule. `assistant.verdicts.rules` decides by them; `assistant.verdicts.learned` learned what each is worth.
"""

import re

FLOOR_WORDS = re.compile(r"(?:不得?|(?<![能可])不[能可])(?:少于|低于|超过|高于|多于|小于)")
A_NOT_A = re.compile(
    r"(?P<able>(?P<verb>[一-鿿])得(?P<how>[一-鿿]{1,2}))(?P=verb)不(?P=how)|(?P<form>[一-鿿]{1,2})[不没](?P=form)(?:(?<!是)得|以)?|可不可以|有没有|是否|能否|可否|(?:还|能|行|可以|收|算|有|准|让|中|成|要|给)不[?？]?$|没有?[?？]?$"
)
CLAUSE_NEGATIVE = re.compile(
    r"不得|不再|不予|不能|不可(?!或缺)|禁止|严禁|不纳入|不受理|不接受|不符合|无需|不需|不视为|不授予|不构成|不享有|不适用|不承担|无权"
    r"|不得同时|只能[^，。；]{0,4}一"
)
# What is to be avoided is denied to who asks for that very thing.
AVOIDED = re.compile(r"(?:避免|防止|杜绝)([^，。；]{2,20})")
# Who is to do this may not do what he asks leave for.
STANDS_ASIDE = re.compile(r"应当?(?:自行|主动|立即)?(回避|退出|停止)")
AVOIDING = re.compile(r"避免|防止|杜绝")
# What happens to who is late says nothing of who is not.
SANCTION = re.compile(r"[，；]逾期[^，；。]*")
LATE = re.compile(
    r"逾期|晚|迟|过期|(?<![标项槛核求审])过了(?![关线])|过时效|超[过期时]|错过|拖|来不及|赶不上|补[交报]|\blate\b|after the deadline|miss"
)
# What somebody fears who asks whether it is so: 卡不卡我们, 是不是低了, 会不会被退, 还用再加吗.
FEARED = re.compile(
    r"没[戏份门](?!票)|白搭|泡汤|卡(?!片)|挡|拦|退(?=[回件掉吗]|$)|打回|拒|刷[掉下]|排除|淘汰|出局|[太偏过][低少高多慢]|(?<!不)[低少高多][了啦]?(?=[吗么吧没]|$)|给少|不(?:够|足|达标|合[格规]|及格|过关|达到)|踩[红底]?线"
    r"|超标|超了?线|超(?=[了吗么没]*[?？]?$)|漏|有(?:没有)?(?:啥|什么)?问题|还(?:要不要|用不用|需不需要|用|要|需要?|得|应该?)[^，。,?]{0,6}(?:再|继续|接着)|还(?:差|缺|少)(?!多少|几)"
)
# What somebody hopes for who tells of what he fears: 晚三天交还收吗.
HOPED = re.compile(
    r"还[收认接给能可]|收不收|受理|来得及|赶得上|有效|作数|算数|超过[^，,]{0,5}(?:下限|底线|要求|标准|最低)|行不?行?(?=[吗么吧没?]|$)|[成][吗么不没]|可以|能(?!力)|[给让准]不|没(?:有?问题|事|关系)|达标|合格|及格|够(?:格|不够|[吗了])"
)
# A judgement on what was told before it: 不打招呼可以吧, 拿回来不投了行吗.
BARE_LEAVE = re.compile(
    r"(?:不|没有?)?(?:可以|行|没(?:有?问题|事|关系)|合法|合规|成|有效|管用|算数|允许)(?:吧|吗|么|嘛|不|没|的吧|的吗|不行|不成)?[?？]?$"
)
# 是评出来的，不是谁报谁得: the denied half of a contrast adds nothing to the affirmed one.
RATHER = re.compile(
    r"(?<=是)([^是不，,]{1,12})[,，]?(?:而)?(?<!是)不是[^，,]{1,14}|(?<!是)不是[^，,]{1,12}[,，]?而?(?=是)"
)
INCLUDED = re.compile(r"[（，](?:含|包括|包含)([^）（，。；]{2,12})")
COUNTS_IN = re.compile(r"在内|算[进在到]|[计列]入|包[括含]|含不含|算不算|占不占|占[^,，。?？]{0,10}(?:名额|指标)")
# 以一个供应商的身份: an article, not a number.
AS_ONE = re.compile(r"(?:以|同|每|任何?|某|作为?|的|是)$")
CLAIM_NEGATIVE = re.compile(
    r"不(?:能|得|可以|可(?!抗)|用|需|再|准|许|予|算|会|是|受|必|要|属|归|包括|限|影响|管|行|收|给|让|纳入|计|支持|考虑)|没(?:有|必要|啥|什么)?|排除|取消|淘汰|(?<![类级区性特分个差国派])别(?![人的处家])|无需|免了|禁止|无效|失效|cannot|can't|not\b|no longer"
)
# 收不了吧, 发不了工资对吧; but 少不了 says that it must be, 不签字就收不了 what is needed, 交不了货要赔吗 tells a case.
CANNOT = re.compile(
    "^(?P<before>[^没不未无]*)(?<![少免大忘受忍离])不了(?P<done>[^,，。?？不要会能可得算该]{0,8}?)[了的]*"
    "(?:[,，]?(?:对|是)(?:吧|吗|不对|不是)|吧|吗|是不是)?[?？。]*$"
)
EXCLUSIVE = re.compile(
    r"只能|只有|仅限?|只需|一定得|一定要|必须得?|非得|全都?得?|光靠|单独|就没[啥什事]|就(?:算)?完(?:了|事)|就行了?|就结了|\bonly\b|\bmust\b"
)
CLAUSE_EXCLUSIVE = re.compile(r"只能|仅|必须|务必|应当?|不得|限于|不再|要")
UNIVERSAL = re.compile(
    r"每个|所有|全[部额]|全(?=[都拨给发付到拿])|一次性|一次(?=[拨给发付到])|一口气|一律|不管|不论|无论|都(?:得|要|必须|应|会|能)|必须|强制|\ball\b|\bevery\b|\bmust\b"
)
CERTAIN = re.compile(
    r"(?:一定|肯定|必定|必然|保证|百分百|绝对|稳)(?:就|都)?(?:能|会|可以|入选|选上|中|批|过|拿到)|[必稳](?:入?选|上(?!报)|过(?!程)|中)|十拿九稳|板上钉钉"
)
PREFERS = re.compile(r"优先(?!受偿|受让|购买|权|于|清偿|承租)")
PARTIAL = re.compile(
    r"有条件的|鼓励|优先|原则上|可以|可(?=采取|推荐|选择)|(?:根据|按照?|视).{2,16}(?:分档|分批|择优|情况|结果)"
)
LEAVE = re.compile(r"(?<!不)(?:能(?!力|不能)|可以(?!不)|允许|许可)[^不，。]{1,12}不(?!能|可|得|以|同|足|良|动)")
# What is left out, in 不办登记有效吗 or 能绕过省里吗: no unless the rule merely invites it or says that it is not needed.
LEFT_OUT = re.compile(
    r"绕[过开]|[跳越]过|撇开|不(?:经过?|通过|办理?|做|交|签|登记|上?报|写|缴|付|备案|公告|申请|招标|附|带|给|发|通知|告知|支付|公示|公开)(?!不)"
)
# Who asks leave to do without something, A-not-A forms as the A alone: 能不办年会吗, 不办年会成吗.
OMITS = re.compile(
    r"(?:可以?|能够?|能否|可否|允许)(?:就|先|都|也|直接|干脆)?不(?![能可得以同足良动断仅超少低高多大小是会够])"
    r"|不(?:用|必|需要?)[^,，。?？]{1,14}(?:也|都|照样)(?:可以|行|成|没事|没问题|没关系)[吗么吧嘛不没]?[?？]?$"
    r"|(?:不管|不搞|不弄|不理|不碰)了?[，,]?(?:这样)?(?:可以|行|成|没事|没问题|没关系)[吗么吧嘛不没]?[?？]?$"
    r"|(?:^|[，,])不(?![能可得以同足是会够算超少低高多大小])[^，,。?？]{1,14}(?:可以|行|成|没事|没问题|没关系)[吗么吧嘛不没]?[?？]?$"
)
NOT_NEEDED = re.compile(r"无需|不需|无须|不必|可不|可以不")
# Words by which a clause lets or has somebody do something; without any it gives no leave.
GRANTS = re.compile(
    r"可|允许|支持|鼓励|应|须|要|有权|享有|自行|自主|负责|优先|含|包括|属于|用于|由|推动|探索|开展|建设|实施|加强|完善"
)
# What says of whom something is claimed, and is no denial of it: 没开公司的个人也能报吗.
OF_WHOM = re.compile(r"(?:没有?|未|不)[^,，。不没]{1,8}的(?=[一-鿿]{1,6}(?:能|可以|也|还|都|算|要|会))")
# A reason given for something is no denial of it: 能拿没业绩当理由拒绝吗.
AS_REASON = re.compile(r"(?:拿|以|用|因为?|凭)(?:没有?|未|不)[^,，。]{1,10}?(?:当|作为?|为)?(?:理由|借口|由)")
# When, or on what condition: 没批之前能花吗, 三年没用会被撤吗.
WHEN_NOT = re.compile(
    r"(?:没有?|未|不)[^,，。不没]{1,6}(?:[之以]前|的?时候?|前(?![景提期]))|(?:没有?|未)[^,，。不没会]{1,8}(?=会(?!计|议)|要被)"
    r"|(?:无效|失效|取消|排除|淘汰)[了掉]?[之以]?[前后]"
)
# 不是准他报嘛 takes for granted that he may.
NOT_EVEN = re.compile("(?:也|都|真的?)不行(?:了|的)?[吗么]?[?？]?$")  # 帮忙印也不行吗
RHETORICAL = re.compile(r"(?<!是)不是(?=[^,，。]{2,}嘛[?？]?$)")
WHATEVER = re.compile(r"不管|不论|无论")
# 钱跟考核没关系吧 denies that two things have to do with each other.
UNRELATED = re.compile(
    r"[跟和与同][^，,。不也就都]{1,10}?(?:(?<!有)没有?(?:什么|啥|半点|任何)?(?:关系|关联|联系)|无关|不相关|不挂钩)"
)
# Who asks whether something does no harm asks for leave.
HARMLESS = re.compile(r"(?<!相)没(?:有?关系|问题|事儿?|毛病|啥事)|不(?:要紧|碍事|打紧|妨事?|算事)|无(?:妨|所谓)")
# What a rule adds to itself binds whoever uses it, and takes nothing back: 可以不经许可，但不得…
PROVISO = re.compile(r"，但(?!不限于)[^。：；]*")
# Who asks whether something falls on him: 要不要我赔, 会被追究吗.
BURDENED = re.compile(
    r"(?:要|用|需|须|得|会|该|是|被|有|负|担|没|算|构成|属于)[^，,。]{0,8}(?:赔|担责|责任|罚|追究|追责|问责|处分|违约金|坐牢|侵权)|(?:赔|罚)[^，,。]{0,4}[吗么]"
)
# What takes a burden from somebody; 不承担 and the like, but for what a 但 adds.
FREES = re.compile(
    r"不(?:再|需|予)?(?:承担|负)[^，。；]{0,12}(?:责任|义务)?|(?<!不)免除|免于|免予|免责|不视为|不构成(?!犯罪)|不予(?:处罚|追究)|不追究|不担责|无需|不受处罚"
)
# Who asks whether he may go against somebody, and what makes that somebody answer.
REMEDY = re.compile(
    r"(?:能|可以|有权|可)[^，,。]{0,8}(?:(?<![广公报通宣])告(?![知诉])|起诉|投诉|举报|检举|控告|索赔|追偿|维权|要求[^，,。]{0,4}赔|找[^，,。]{0,4}赔|追究)"
)
WRONG = re.compile(
    r"不得(?!少于|低于|超过|高于|多于|提出|起诉|请求|要求|主张)|禁止|(?:应当|依法|须)[^，。；]{0,6}(?:承担|赔偿)|侵权责任|赔偿损失|责令|有权[^，。；]{0,8}(?:投诉|举报|请求|要求|检举|控告)|可以[^，。；]{0,12}(?:投诉|起诉|举报)"
)
# Who asks whether he has to do something, and what says that nobody may make him.
ASKS_DUTY = re.compile(r"要不要|需不需要|用不用|得不得|必须|非得|一定要|(?:需要|要|得)[^，,。]{1,14}[吗么]")
NOT_TO_BE_MADE = re.compile(r"(?:不得|严禁|禁止)[^，。；但]{0,8}(?:要求|强制|强迫|强令)|不要求")
# Who asks whether something costs him, or whether he gets off more lightly, and what says so.
ASKS_PAY = re.compile(
    r"(?:要不要|需不需要|用不用|(?<![重想主])要|得|需要|用)(?:再|还|另外)?(?:给|付|掏|花|交|支付)?[^,，。?？不没]{0,6}(?:钱|费|报酬)(?:[吗么]|$)"
)
MUST_PAY = re.compile(r"(?:应当?|须|并)[^，。；不]{0,14}(?:支付|给予)[^，。；]{0,8}(?:报酬|使用费|费用|补偿)")
NEED_NOT_PAY = re.compile(r"不[^，。；]{0,4}(?:支付|付)[^，。；]{0,4}(?:报酬|费)|免费|无偿|不收[取费]")
ASKS_EASE = re.compile(r"少[交缴付收花]|减[免少半]|便宜|打折|优惠|缓[交缴一]")
EASES = re.compile(r"(?<!不)(?<!不予)(?<!不得)(?:减免|减征|减缴|缓缴|缓征|减收|优惠|减半)|降低[^，。；]{0,10}费")
# Who asks whether one does it alone, and what has several do it.
BY_ONE = re.compile(
    r"一家(?:做|管|说了算|负责|定|评|来|干|出|搞)|单独|独自|一个(?:部门|单位)(?:就|做|管|说了算|负责|定)"
)
TOGETHER = re.compile(r"会同|共同|联合")
APART = re.compile(r"单独|独立|独自")
# Who asks whether the same holds for something else: 商标也一样吗.
SAME_TOO = re.compile("([一-鿿]{2,8}?)也是?(?:一样|这样|如此|同样)(?:的)?[吗么吧]?")
# Who asks whether something holds yet.
HOLDS = re.compile(r"(?:成立|生效|设立|有效|算数|作数|取得|有(?:了)?权)(?:了)?(?:没有?|吗|么|不|[?？]|$)")
# What a clause frees of a bound: 不受总额限制.
UNBOUND = re.compile(r"不受[^，。；]{0,16}?(限制|影响|约束)")
BOUND_BY = re.compile(r"受[^,，。]{0,14}?(限制|影响|约束)")
# Who has used up what a clause says is no bound.
USED_UP = re.compile(r"用(?:满|完|光|尽)|花(?:完|光)|超了|到顶|封顶|满了|(?:不|没)够")
FREED_OF = re.compile(r"不受([^，。；]{0,16}?)限制")
# What is done, by who asks whether it is: 要占名额吗, 会扣分吗.
DOES = re.compile(r"(?:(?<![想重主需])要|会(?![计议])|需要|得)(?![求素件到])([占扣收退补交报罚赔免算缴])")
# What is to be turned away, and who asks whether it is taken.
TURNED_AWAY = re.compile(r"应当?(?:予以)?(?:拒收|拒绝|驳回|退回|不予)")
ASKS_TAKING = re.compile(r"收|接|受理|可以|能|行|批|准|通过")
# What one asks leave not to do (能不公示吗), and what has it done.
LEAVES_UNDONE = re.compile(
    r"(?:可以?|能够?|能否|可否|允许)(?:就|都|也|直接|干脆)?不(?![能可得以同足是会够先])([一-鿿]{2,12})"
)
MUST_BE_DONE = re.compile(r"[^，。；]*(?:应当?|必须|须)[^，。；]*")
# Who says that those concerned agreed, and who says that they did not.
AGREED = re.compile(
    r"(?<![没未不经])(?:都|也|已经?|书面)?(?:同意|答应|点了?头|商量好|谈妥|说好|约定好?了|约定[好过]|谈好|追认|许可了|允许了|授权了|认可了)"
)
DISAGREED = re.compile(
    r"(?:没有?|未|不(?!光|但|仅|只))[^,，。但也]{0,8}?(?:同意|答应|点头|约定|许可|授权|认可|追认|商量)"
)
# Who says that nothing was agreed, and what holds then.
NOT_AGREED = re.compile(r"(?:没有?|未)(?:提到?|说|写|约定|讲|谈|定)(?!好|完)|(?:没有?|未)(?:签|订)(?:合同|协议)")
UNAGREED = re.compile(r"(?:没有|未)(?:作出?)?约定[^。；]*?的，[^。；]+")
# Who asks whether he may go to court, and what leaves him no court to go to.
TO_COURT = re.compile(r"法院|打官司|起诉|诉讼")
FINAL = re.compile(r"最终(?:决定|裁决)|终局")
# Who asks whether he may not (转卖也不行吗), and what forbids or allows and does nothing else.
ASKS_DENIAL = re.compile(
    r"是不是[就也都]?不(?:能|可以|得|让|准|许)|(?<![行能让准力啥么可允])不(?:行|让|能|得|可以|准|许)(?:(?:了|的|报)?(?:吗|么|嘛)|[^,，。?？吗么嘛不]{0,4})[?？]?$"
)
FORBIDS = re.compile(r"不得(?!少于|低于|超过|高于|多于)|禁止|严禁")
PERMITS = re.compile(r"可以|有权|允许")
# What nobody has a right to, and what a law is not for.
NO_RIGHT = re.compile(r"无权(?!禁止|阻止|拒绝)([^，。；]{2,10})")
NOT_FOR = re.compile(r"不适用(?:于)?(?:[：本]|下列)")
CLAIMS_RIGHT = re.compile(r"有|能|可以|要求|受|算|适用|归|按")
# Who asks whether he may go on with what he does, and what lets him.
GOES_ON = re.compile(r"(?:接着|继续|照样|照旧|照常)[^,，。]{0,8}(?:[吗么吧不]|$)|还能[^,，。]{1,8}下去")
MAY_GO_ON = re.compile(r"不视为(?:侵犯|侵权)[\s\S]*继续|继续[^。；]*不视为(?:侵犯|侵权)")
# Who asks whether something was settled, and what leaves it to be settled: 时间定了没.
SETTLED = re.compile(r"(?:[定说写]|明确|规定|公布|确定)(?:了|好|出来|下来)+(?:没有?|吗|么|不)[?？]?$")
LEFT_FOR_LATER = re.compile(r"另行(?:通知|规定|制定|公布|确定)")
FORBIDDEN = re.compile("不(?:得|能|可)[^，。；]*")
VALID = re.compile(r"有效|生效|作数|算数|管用")
VOID = re.compile(r"无效|不生效|不发生效力|没有(?:法律)?约束力|不具有法律约束力")
BREACH = re.compile(r"违反|违规|违法|犯法|违约|踩红线")
EACH_YEAR = re.compile(r"(?:(?:20)?\d\d年?[、和及,]?){2,}[^,。]{0,8}各有?$")
YEAR = re.compile(r"(?:20)?\d\d(?=年|[、和及,])")
LESS_THAN = re.compile(r"(?<![不得])(?<!(?<![能可])不[能可])(?:低于|少于|小于|不到|不足|[不未]满)$")
MORE_THAN = re.compile(r"(?<![不得])(?<!(?<![能可])不[能可])(?:高于|多于|大于|超过|超出)$")
PLUS = re.compile(r"[一-鿿]{0,8}(?:[外再]?加上?|和|、|,还有)")
# What asks to have a statement confirmed, and says nothing of whether it is so: a part of its own, or the statement's end.
CONFIRM = re.compile(
    r"(?:有没有(?:这[个种]?)?(?:说法|规定|要求|回事|条|事儿?|错)|对不对|是不是|(?:是|真是|应该)?(?:这样|这么回事|这么)|(?:这话)?没有?毛病"
    r"|[我这]?(?:应该|总)?没有?[记说搞弄理解看]*错|有这回事|对|是|真的)(?:子|个)?的?[吗吧么没不啊]?[?？。!]*"
)
CONFIRM_TAG = re.compile(r"(?:(?<=[一-鿿\d%])(?:对不对|对[吧吗么嘛]|是[吧吗么嘛]|没错吧|没错)|吧)[?？。!]*$")
ALTERNATIVE = re.compile(r"或者?|、|和|及|等")
RULE_CLAIM = re.compile(
    r"要求|规定|标准|门槛|至少|最少|最多|不低于|不少于|不得|目标|指标|定的|对吧|对吗|对不对|是吧|是吗|吧[?？]?$|没错|才(?:够|行|算|能|可以|达标)|听说|据说|写的是|说的是|\b(?:true|heard|told|correct|right|says?|require[sd]?|must|have to|at least|at most|target|threshold|minimum|maximum|limit)\b"
)
# Who asks whether his own figure will do speaks of no rule: 我们建4家够了吧.
WILL_DO = re.compile(
    r"够|达标|超了?线|合不?合|合[规格]|合要求|及格|过(?:了?线|关|得去|了(?=[吧没吗]))|拿下|不[低少](?=了?[吧吗])|达到|满足|符合|超过|超出|超额|完成|\b(?:enough|suffic\w+|compl(?:y|ies)|qualif(?:y|ies)|meets?)\b"
)
# Who asks of a share or an amount of his own whether it may be so: 定在两成整，行不行.
MAY_BE = re.compile(
    r"可以|行不?行?(?=[吗么吧?]|$)|没有?问题|没事|成[吗么不]|合法|\b(?:can|could|may|allowed|okay|ok|fine)\b"
)
# Who names what has to be reached speaks of the rule: 要办够五场才行吗.
REQUIRES = re.compile(
    r"才(?:会|被|不|出局|排除|淘汰|卡|够|行|算|能|可以|达标|合格|过|有|符合|满足)|必须|一定[要得]|非得|(?:至少|最少|起码|最多)(?![^，,。?]{0,6}(?:几|多少))|不低于|不少于|不得|不能(?:低|少|高|多|超)"
)
# A time that has gone by, and is no claim of how long it should be: 专利12年了, 45天才签.
GONE_BY = re.compile(r"^(?:半|零[^，,]{1,4}月)?(?:多|了|以?前|之前|内|才|没|未|还没|一直|过去)")
GOING_BY = re.compile(r"(?:已经?|过了|过去了?|满|都|隔了|拿到|下来|才|刚|连续|[一-鿿]了)[^，。,]{0,8}$")
# What somebody has or means to have, as told before a question: 我们省有2个, 只建了两家, 打算安排30%.
HAS = re.compile(
    r"(?:有|只有|已有|[建做搞选发拿占投办培育评来报剩凑出进]了|入选过?|覆盖了?|完成了?|安排|准备|打算|计划|规划|拿出?)[^，。,?]{0,6}$"
)
TERM = re.compile(r"(?:期限?|期间|时效)[^，。]{0,4}为(?:[^，。；]{0,12}后)?(?=$|[一二三四五六七八九十\d])")
WHY = re.compile("为什么|为啥|为何|凭什么|凭啥")  # what it asks the reason of it takes for so
HEARSAY = re.compile(r"听说|据说|规定(?!的(?!是|期限|时间|标准))|要求|写的|说的|(?<!规)定的")
HEARSAY_TAG = re.compile(r"[,，](?:对[吧吗不么]|是[吧吗么]|没错|真的).{0,3}$")
NONE_AT_ALL = re.compile(r"一[个项家件单条样种](?:都|也)(?:不|没)")
BODY = re.compile(
    r"财政部|科技部|工信部|商务部|国务院|人民银行|证监会"
    r"|(?:国家)?(?:(?!财政部|科技部|工信部|商务部|国务院)[一-鿿]){1,6}?(?:改革委|发改委|发展改革委员会|总局|产权局|委员会|发改局)"
)
# Who is offered behind the question who does something: 谁来盖章，街道办行不行.
OFFERED = re.compile(
    r"[,，](?:由|让|叫|换)?(?P<place>[省市区县镇乡]?)(?P<name>[一-鿿]{1,12}?(?:[局厅部委会办处院校所社]|政府|中心|公司|企业))(?:来|去|出面)?(?:行不行|可不可以|能不能|成不成|可以|行|成)[吗么吧]?[?？]?$"
)
# Who asks whether one may.
ASKS_LEAVE = re.compile(
    r"可以|可不可以|能不能|能否|可否|(?<![失智功性节职])能(?!力)|行不行|行吗|行不|让不让|准不准|允许|成不成|中不中|行得通"
)

# Whether something has to be done, as people ask; what a clause leaves open; what it binds to.
OBLIGED = re.compile(
    r"必须|必做|非得|非[^，,]{1,10}不可|一定[要得]|硬性|硬要求|强制(?!许可|实施|使?用)|要[^，,。?]{1,8}才(?=有|算|受|能有)|\bmust\b|\bmandatory\b|\bobligat"
)
# What is asked for as a duty, and what a clause only lets one do: 结果要公开吗, 可以公布结果.
DEMANDED = re.compile(r"(?<![能想重主只])要(?:不要)?(?![求素件点])([一-鿿]{2})[^,，。?]{0,12}(?:[吗么]|[?？]?$)")
ALLOWED = re.compile(r"可以([一-鿿]{2})")
OPTIONAL = re.compile(r"可以|可(?=[采推选由向申在自])|可不|鼓励|引导|有条件的|选择|自愿|探索|优先")
BINDING = re.compile(r"应当?|必须|不得|务必|须|(?<![需主重])要(?![求素件])|只能|方可|仅限")
# Who asks for figures is told of none where there are none: 培训有硬指标吗.
ASKS_FIGURES = re.compile(r"有[^，,。?]{0,6}(?:数字|数量|量化|硬性?指标|指标|几个数)")
# What a claim and a clause may say of the same thing, each against the other.
MUST = re.compile(
    r"必须|一定|非得|强制|硬性|应当?(?![收急对用])|务必|需要?|须|得(?![到益分])|\bmust\b|\bhave to\b|required"
)
MAY = re.compile(r"鼓励|支持|引导|可以|可(?=[采推选由向以申在从])|探索|允许|有权|自愿|自主|\bmay\b|encourage")
ALONE = re.compile(r"单独|独自|自己|各自|各[走干管编搞]|一家|单方|自行|\balone\b")
JOINTLY = re.compile(r"会同|共同|联合|一起|协商|合作|[与和同].{1,12}(?:共|协)|统一|统筹|jointly")
FIRST = re.compile(r"先|之?前|事先|提前|预先|\bbefore\b")
AFTERWARDS = re.compile(r"之?后|再|回头|事后|补|\bafter\b")
ON_CONDITION = re.compile(
    r"有条件|符合|具备|根据|按照|视|经[^济营验费过]|的，|情况|挂钩|情形|除外|但|以上|以内|不少于|超过|满"
)
ANYWAY = re.compile(r"照样|照给|照拨|不管|不论|无论|一律|随便|随时|任何|不用管|都")
FREE = re.compile(r"免费|无偿|不收|不要钱|白[给拿用]|\bfree\b")
PAID = re.compile(r"有偿|收费|付费|费用|报酬|支付|补偿|赔偿|\bpay")
INSTEAD = re.compile(r"而不是|不是[^，。]{1,12}[，,]?(?:而)?是|只是|仅仅|不过是|rather than|instead")
OTHERS = re.compile(r"其他|别的|以外|之外|另外|外地|外国|第三|等(?![级到于])|\bother")
ENDS = re.compile(r"终止|解除|失效|无效|撤销|撤回|取消|作废|消灭|没了|放弃|丧失")
LASTS = re.compile(r"有效|继续|仍|保留|不变|不影响|延续|存续|照旧|还")
LEAVES_IT = re.compile(r"撒手|不管|没(?:有)?关系|没事|无所谓|不用[管理]|靠边|不关|与.{1,8}无关")
CHARGED = re.compile(r"负责|责任|承担|牵头|组织|压实|履行|义务")
PERMANENT = re.compile(r"永远|永久|一直|终身|终生|长期|无限期|forever")
LIMITED = re.compile(r"期限|为期|[年月日]内|届满|之日起|以内")
SECRET = re.compile(r"保密|不公开|秘密|隐私|私下|confidential")
PUBLIC = re.compile(r"公开|公布|公示|公告|披露|告知|通知")

PATTERNS = {name: pattern for name, pattern in globals().items() if isinstance(pattern, re.Pattern)}
