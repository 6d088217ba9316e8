"""Words of asking in dialect or otherwise put, as the standard language has them: 要不要 for 要唔要, 谁 for 边个, 多少 for 几多, 不用 for
用不着. Knows how people ask, no word for a thing."""

import re

_NO_SIDE = "(?<![周两双旁那这一东南西北上下左右前后里外江河湖海路岸沿靠身])"  # 周边几个县 asks nothing
_PARTICLES = "[㗎嘅喇啦噃啵咯啰嘞呀啊]"
_ASKED = (
    (re.compile(f"{_PARTICLES}*(?:㗎嘛|㗎可|可|系咪)(?=[?？]?$)(?<=㗎.)"), "吧"),
    (re.compile(f"(?:㗎|嘅){_PARTICLES}*(?=[?？,，。]|$)|(?:喇|噃|啵)(?=[?？,，。]|$)"), ""),
    (re.compile("[啱岩]唔[啱岩]"), "对不对"),
    (re.compile("(?<=[一-鿿])咗"), "了"),
    (re.compile("仲(?=[有可能要收得未系会])"), "还"),
    (re.compile("攞"), "拿"),
    (re.compile("(?:用不着|犯不着|(?<!有)没有?必要|甭|[毋无]需要)(?=[一-鿿])"), "不用"),
    (re.compile("得唔得"), "行不行"),
    (
        re.compile("(?:合不合规矩?|(?<![符不])合规矩?[吗么不]|妥不妥|妥[当不]?[吗么]?|合适[吗么不])(?=[?？]?$)"),
        "可以吗",
    ),
    (re.compile("系唔系|系咪"), "是不是"),
    (re.compile("使唔使"), "用不用"),
    (re.compile("唔使"), "不用"),
    (re.compile("唔得(?=[?？,，。]|$)"), "不行"),
    (re.compile("有冇"), "有没有"),
    (re.compile("唔(?!该)"), "不"),
    (re.compile("边个"), "谁"),
    (re.compile(rf"{_NO_SIDE}边(?=几)"), "哪"),
    (re.compile("边啲"), "哪些"),
    (re.compile("边度"), "哪里"),
    (re.compile("几多(?=号(?!码)|点钟)"), "几"),
    (re.compile("几多"), "多少"),
    (re.compile("(?<=[用过拿])嚟"), "来"),
    (re.compile("点解"), "为什么"),
    (re.compile("点样"), "怎样"),
)


def in_mandarin(text: str) -> str:
    """Normalised `text` with those words replaced."""
    for asked, mandarin in _ASKED:
        text = asked.sub(mandarin, text)
    return text
