"""What is said out of courtesy around a question: 你能告诉我…吗 and 你知道…吗 ask what they have within them, and no 可以 answers
them; could you tell me when it closes asks when.

Works on a message as it is typed, Chinese in either script or English. What asks somebody else (企业能说明情况吗) is no courtesy,
nor is a request for a deed that rules may be on (可以提供复印件吗).
"""

import re

_LEAD = r"(?:你好|您好|[请請][问問]?|麻[烦煩]|[劳勞][驾駕]|打[扰擾]了?|那[么麼]?|[哎诶嗯]|[\s,，。!！:：])*"
_CAN = "(?:能不能|能否|可不可以|可唔可以|可否|是否可以|是否能|方不方便|能[够夠]|可以|方便|能)"
_TELL = (
    "(?:告[诉訴知]|[说說]明|介[绍紹]|解[释釋]|列[举舉]|列出[来來]?|列|[总總][结結]|概括|[归歸][纳納]|解答|回答|科普|梳理|提示|查查?|看看"
    "|[说說]{1,2}|[讲講]{1,2}|[话話])"
)
_HOW = "[简簡][单單要]|[详詳][细細]|具[体體]|仔[细細]|逐[条條]|完整|地|再|先|都"
_WE = "我[们們]?|咱[们們]?|大家"
_FOR = f"(?:{_HOW}|{_WE}|[帮幫]忙?|[给給]|替|跟|和|向|[为為])*"
_TO = f"(?:一[下声聲]|下|[给給]|{_WE}|[听聽知]|清楚|明白|出[来來])*"
_REQUEST = f"(?P<you>你[们們]?|您)?{_CAN}(?P<for>{_FOR})(?P<tell>{_TELL})(?P<to>{_TO})"
_KNOW = "(?:你[们們]?|您|有没有人|[谁誰])(?:知不知道|[晓曉]不[晓曉]得|清不清楚|知道|[晓曉]得|清楚|[了瞭]解)(?!的)"
_BEFORE = re.compile(f"^{_LEAD}(?:{_REQUEST}|{_KNOW})[,，:：]?")
_BEHIND = re.compile(rf"[,，。;；?？]\s*(?:{_REQUEST}|{_KNOW})(?:[吗嗎么麼嘛吧不呢]|[没沒]有?)?[?？。!！]*$")
_TO_US = re.compile(rf"{_WE}|下|[听聽]|[给給]")
_TWICE = re.compile(r"(.)\1|看看")
_PARTICLE = re.compile("[吗嗎么麼嘛呗吧不](?=[?？。!！]*$)")
_ASKS = re.compile(
    "什[么麼]|啥|哪|多少|[几幾]|[谁誰]|怎|何|咋|多[久长長大高远遠]|(.)[不没沒]\\1|有[没沒]有|是否|能否|可否"
)
_CLAIMS = re.compile(
    "能(?!力)|可以|[会會](?![议議计計员員])|要(?![素求件点點])|[应應][该該]|[须須得算是归歸]|有(?![关關])|允[许許]|需要"
)
# A statement to be judged, as in a quiz: 判断：一张卡可以停三次。 一张卡可以停三次，对还是错
_TO_JUDGE = re.compile(r"判[断斷](?:[题題]|一下|正[误誤]|[对對][错錯])*[:：,，\s]+(?P<claim>[^?？]{4,}?)[。\s]*")
_RIGHT_OR_WRONG = re.compile(
    r"(?P<claim>[^?？]{4,}?)[,，。;；(（\s]*(?:[这這](?:句[话話]|个?[说說]法)?)?是?"
    r"(?:[对對](?:[还還]是|或)?[错錯]|正[确確][还還]是[错錯][误誤]|是[对對]是[错錯]|真的?(?:[还還]是)?假|真是假)的?[)）?？。\s]*"
)
_LAST = re.compile(r"(?P<told>.*[,，。;；!！?？])(?P<asked>[^,，。;；!！?？]+[?？。!！]*)", re.DOTALL)
_SHORTEST = 2  # characters of a question

_ENGLISH = re.compile(
    r"^(?:(?:hi|hello|hey|please|excuse me|thanks)\b[\s,.!]*)*(?:(?:can|could|would|will|may|might) (?:you|u|i|we)(?: (?:please|kindly|possibly|maybe))*"
    r"|do (?:you|u)(?: happen to)?|i(?:'d| would) like(?: you)? to|i want to|please)\s+"
    r"(?:(?:tell|show|explain|ask|know|remind|inform|advise|let|help)(?: to)?(?: (?:me|us))*(?: (?:know|understand|about|of|with|out))*\s*,?\s+"
    r"|(?=(?:list|describe|outline|summari[sz]e|name)\b))(?P<rest>\S.+)$",
    re.IGNORECASE | re.DOTALL,
)
# Does the lease say how long it runs: what is asked is how long, of the lease.
_SAYS_HOW = re.compile(
    r"^(?:(?:tell me )?(?:whether|if)|does|do|did) (?P<what>(?:the |this |that |these |those )?[a-z][a-z' -]{0,60}?|it) (?:actually |also |really |ever )?"
    r"(?:say|state|specify|mention|tell (?:us|me)|define|explain|indicate|set out|lay down|stipulate|spell out)s?(?: exactly| clearly| anything about)? "
    r"(?P<asked>(?:how|what|when|which|who|whom|where|why)\b.*?)[?\s]*$",
    re.IGNORECASE | re.DOTALL,
)
_WHETHER = re.compile(r"^(?:if|whether)\s+", re.IGNORECASE)


def without_courtesy(text: str) -> str:
    """What a message asks, without what asks to be told it; the message itself where it is nothing but that."""
    right = _RIGHT_OR_WRONG.fullmatch(text)
    if judged := _TO_JUDGE.fullmatch(right["claim"] if right else text) or right:
        return f"{judged['claim']}，对吗"
    if english := _ENGLISH.match(text):
        text = english["rest"]
    if says := _SAYS_HOW.match(text):
        return says["asked"] + ("?" if says["what"].lower() == "it" else f" according to {says['what']}?")
    if english:
        return _WHETHER.sub("is it true that ", text)
    before, behind = _BEFORE.match(text), _BEHIND.search(text)
    if behind and _is_request(behind):
        rest = text[: behind.start()]
        return rest if len(rest) >= _SHORTEST else text
    if before is None or not _is_request(before):
        last = _LAST.fullmatch(text)  # 车丢了，能给我说说怎么办吗
        return last["told"] + without_courtesy(last["asked"]) if last else text
    rest = text[before.end() :]
    if not _CLAIMS.search(rest) or _ASKS.search(rest):  # 你知道老城区能报吗 keeps its 吗
        rest = _PARTICLE.sub("", rest)
    return rest if len(rest.strip("?？。!！")) >= _SHORTEST else text


def _is_request(said: re.Match[str]) -> bool:
    """Whether it is the reader who asks to be told."""
    if said["tell"] is None:
        return True
    if len(said["tell"]) == 1 and not said["to"]:  # 给我们讲课的费用 is of a deed
        return bool(said["you"])
    return bool(said["you"] or _TO_US.search(said["for"] + said["to"]) or _TWICE.fullmatch(said["tell"]))
