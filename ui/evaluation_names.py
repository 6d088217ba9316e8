"""What the evaluation page calls figures, causes of errors and categories, by their names in evals.

In English most have the name that they have there.
"""

from evals.causes import Cause

METRICS = {
    "right": "答对",
    "fact_200": "要点（前200字）",
    "fact_600": "要点（前600字）",
    "verdict": "结论",
    "cited_any": "引到依据条款",
    "citation_recall": "引用召回率",
    "citation_precision": "引用准确率",
    "alce_recall": "语句有引用支持（ALCE 召回）",
    "alce_precision": "引用支持语句（ALCE 准确）",
    "recall_5": "检索召回率@5",
    "mrr": "检索 MRR",
    "ndcg_10": "检索 nDCG@10",
    "verbatim": "引文逐字一致",
    "number_support": "数字有出处",
    "refusal_precision": "拒答准确率",
    "refusal_recall": "该拒答而拒答",
    "false_refusal": "误拒",
    "judged": "模型评判为对",
    "length": "回答长度（字）",
    "evidence_tokens": "引文（token）",
    "model_tokens": "模型用量（token）",
    "consistent": "换种问法仍答对",
    "repeatable": "重复提问回答一致",
    "judge_agreement": "与模型评判的一致性（κ）",
    "latency_p50": "用时中位数（毫秒）",
    "latency_p95": "用时 95 分位（毫秒）",
}

ENGLISH_METRICS = {  # short, for the tiles
    "fact_200": "Facts (200)",
    "verdict": "Verdict",
    "citation_precision": "Cited rightly",
}

CAUSES: dict[Cause, str] = {
    "error": "出错",
    "missing refusal": "该拒未拒",
    "wrong refusal": "误拒",
    "not retrieved": "没有检索到",
    "wrong clause read": "读错条款",
    "fact not said": "要点缺失",
    "wrong verdict": "结论错误",
    "citation": "引用不当",
}

MEANINGS: dict[Cause, str] = {
    "error": "提问时程序出错，没有得到回答。",
    "missing refusal": "文件中没有规定，却给出了回答。",
    "wrong refusal": "文件中有规定，却答“没有规定”。",
    "not retrieved": "依据条款既没有被引用，也没有列在相关条款中。",
    "wrong clause read": "找到了依据条款，回答却取自别的条款。",
    "fact not said": "引到了依据条款，但前 600 字里缺少要点，或说了不该说的话。",
    "wrong verdict": "要点说到了，“是”或“否”的结论不对。",
    "citation": "要点和结论都对，但没有引用依据条款。",
}

ENGLISH_MEANINGS: dict[Cause, str] = {
    "error": "Asking raised an error; there is no answer.",
    "missing refusal": "The documents hold no answer, and one was given.",
    "wrong refusal": "The documents hold the answer, and none was given.",
    "not retrieved": "No gold clause is cited or shown as related.",
    "wrong clause read": "A gold clause was found, but the answer was read from another.",
    "fact not said": "A gold clause is cited, but a fact is missing from the first 600 characters.",
    "wrong verdict": "The facts are said, the verdict is wrong.",
    "citation": "Facts and verdict are right, but no gold clause is cited.",
}

CATEGORIES = {
    "date": "日期",
    "amount": "金额",
    "share": "比例",
    "count": "数量",
    "list": "列举",
    "yes-no": "是否",
    "who": "主体",
    "how": "办法",
    "definition": "定义",
    "colloquial": "口语",
    "typo": "错字",
    "keyword": "关键词",
    "rambling": "长段叙述",
    "follow-up": "追问",
    "false-premise": "前提有误",
    "case": "案例",
    "two-part": "一问多答",
    "calculation": "计算",
    "traditional": "繁体",
    "english": "英文",
    "locator": "按条号",
    "near-miss": "相近但未规定",
    "out-of-scope": "范围以外",
}
