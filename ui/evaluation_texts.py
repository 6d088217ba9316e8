"""What the evaluation page says, in Chinese and in English, as `ui.texts` does for the others."""

from dataclasses import dataclass

from evals.causes import Cause
from evals.show import label
from ui.texts import Language, current_texts


@dataclass(frozen=True, slots=True)
class EvaluationTexts:
    """Every string of the evaluation page, in one language. `{…}` are filled in with str.format."""

    title: str
    introduction: str
    no_runs: str
    run: str
    about_run: str
    unanswered: str
    interval: str
    download: str
    conditions: str
    by_category: str
    trend: str
    failures: str
    comparison: str
    figures: str
    figure: str
    value: str
    count: str
    category: str
    all_categories: str
    cause: str
    all_causes: str
    trend_note: str
    trend_alone: str
    no_failures: str
    shown: str
    earlier: str
    question: str
    answer: str
    no_answer: str
    expected: str
    refusal_expected: str
    fact: str
    forbidden: str
    verdict: str
    gold: str
    compared_with: str
    nothing_to_compare: str
    before: str
    after: str
    change: str
    chance: str
    better: str
    worse: str
    flips: str
    lost: str
    gained: str
    no_flips: str
    start: str
    own_sets: str
    upload: str
    upload_help: str
    template: str
    start_button: str
    running: str
    stop: str
    stopped: str
    finished: str
    broken: str
    bad_set: str
    metrics: dict[str, str]  # by their names in evals, as are causes and categories; those left out keep that name
    causes: dict[Cause, str]
    categories: dict[str, str]
    meanings: dict[Cause, str]

    def metric_name(self, metric: str) -> str:
        """A figure's name."""
        return self.metrics.get(metric) or label(metric)

    def cause_name(self, cause: Cause) -> str:
        """What went wrong, in a word."""
        return self.causes.get(cause, cause)

    def category_name(self, category: str) -> str:
        """A category's name; a category of somebody else's question set has the one it has there."""
        return self.categories.get(category, category)


CHINESE = EvaluationTexts(
    title="评测",
    introduction="用题集检验回答：每个指标附 95% 置信区间，每道错题可以看到回答、标准和原文条款。",
    no_runs="还没有评测记录。请在下面选择题集，开始第一次评测。",
    run="评测记录",
    about_run="{time} · {sets} · {n} 个回答，其中 {wrong} 个有误",
    unanswered="有 {n} 个问题还没有回答：在终端运行 python -m evals resume {run} 可以补上。",
    interval="灰底为 95% 置信区间；适用的题有 {n} 道。",
    download="下载报告（HTML）",
    conditions="运行条件",
    by_category="分类",
    trend="走势",
    failures="错题",
    comparison="对比",
    figures="全部指标",
    figure="指标",
    value="数值",
    count="题数",
    category="类别",
    all_categories="全部类别",
    cause="错误原因",
    all_causes="全部原因",
    trend_note="同一题集、同样取题范围的历次评测；竖线是 95% 置信区间。",
    trend_alone="这套题目前只有一次评测，再评测一次就能看到走势。",
    no_failures="没有错题。",
    shown="共 {n} 题",
    earlier="此前的对话",
    question="问题",
    answer="回答",
    no_answer="没有得到回答：{error}",
    expected="应当",
    refusal_expected="说明文件中没有规定",
    fact="说出：{words}",
    forbidden="不说：{words}",
    verdict="结论：{words}",
    gold="依据条款",
    compared_with="与哪一次对比",
    nothing_to_compare="没有可以对比的评测：需要另一次评测，并且两次有相同的题目。",
    before="对比的一次",
    after="这一次",
    change="变化",
    chance="显著性",
    better="变好",
    worse="变差",
    flips="对错有变化的题",
    lost="由对变错",
    gained="由错变对",
    no_flips="没有对错变化的题。",
    start="开始一次评测",
    own_sets="自带题集",
    upload="或上传题集（CSV、XLSX、JSONL）",
    upload_help="第一行写列名，一行一题。可以先下载样例照着填写。",
    template="下载样例（CSV）",
    start_button="开始评测",
    running="正在评测 {name}：已回答 {done} / {total}",
    stop="停止",
    stopped="评测已停止，已有的回答保留在记录 {name} 中。",
    finished="评测完成：{name}",
    broken="评测没有完成：{error}",
    bad_set="题集有误：{error}",
    metrics={
        "right": "答对",
        "fact_200": "要点（前200字）",
        "fact_600": "要点（前600字）",
        "verdict": "是否结论",
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
    },
    causes={
        "error": "出错",
        "missing refusal": "该拒未拒",
        "wrong refusal": "误拒",
        "not retrieved": "没有检索到",
        "wrong clause read": "读错条款",
        "fact not said": "要点缺失",
        "wrong verdict": "结论错误",
        "citation": "引用不当",
    },
    categories={
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
    },
    meanings={
        "error": "提问时程序出错，没有得到回答。",
        "missing refusal": "文件中没有规定，却给出了回答。",
        "wrong refusal": "文件中有规定，却答“没有规定”。",
        "not retrieved": "依据条款既没有被引用，也没有列在相关条款中。",
        "wrong clause read": "找到了依据条款，回答却取自别的条款。",
        "fact not said": "引到了依据条款，但前 600 字里缺少要点，或说了不该说的话。",
        "wrong verdict": "要点说到了，“是”或“否”的结论不对。",
        "citation": "要点和结论都对，但没有引用依据条款。",
    },
)

ENGLISH = EvaluationTexts(
    title="Evaluation",
    introduction="Question sets put to the assistant: every figure with its 95 % interval, every wrong answer with its "
    "gold clause.",
    no_runs="There is no run yet. Choose a question set below and start the first one.",
    run="Run",
    about_run="{time} · {sets} · {n} answers, {wrong} wrong",
    unanswered="{n} questions have no answer yet: python -m evals resume {run} asks them.",
    interval="On grey: the 95 % interval. It applies to {n} questions.",
    download="Download the report (HTML)",
    conditions="Conditions of the run",
    by_category="Categories",
    trend="Trend",
    failures="Failures",
    comparison="Compare",
    figures="All figures",
    figure="Figure",
    value="Value",
    count="n",
    category="Category",
    all_categories="All categories",
    cause="Cause",
    all_causes="All causes",
    trend_note="Runs on the same question set and selection; the bars are 95 % intervals.",
    trend_alone="There is one run on these questions so far; a second one makes a trend.",
    no_failures="Nothing is wrong.",
    shown="{n} questions",
    earlier="Conversation before",
    question="Question",
    answer="Answer",
    no_answer="No answer came: {error}",
    expected="Expected",
    refusal_expected="Say that the documents hold no answer",
    fact="Says: {words}",
    forbidden="Does not say: {words}",
    verdict="Verdict: {words}",
    gold="Gold clauses",
    compared_with="Compare with",
    nothing_to_compare="No other run has a question in common with this one.",
    before="That run",
    after="This run",
    change="Change",
    chance="Significance",
    better="better",
    worse="worse",
    flips="Questions that flipped",
    lost="now wrong",
    gained="now right",
    no_flips="No question flipped.",
    start="Start a run",
    own_sets="Our question sets",
    upload="Or upload one (CSV, XLSX, JSONL)",
    upload_help="Column names in the first row, a question a row. The sample shows how.",
    template="Download a sample (CSV)",
    start_button="Start",
    running="Asking {name}: {done} / {total} answered",
    stop="Stop",
    stopped="Stopped. The answers given so far are kept in the run {name}.",
    finished="Done: {name}",
    broken="The run did not finish: {error}",
    bad_set="The question set has a mistake: {error}",
    metrics={"fact_200": "Facts (200)", "citation_precision": "Cited rightly"},  # short, for the tiles
    causes={},
    categories={},
    meanings={
        "error": "Asking raised an error; there is no answer.",
        "missing refusal": "The documents hold no answer, and one was given.",
        "wrong refusal": "The documents hold the answer, and none was given.",
        "not retrieved": "No gold clause is cited or shown as related.",
        "wrong clause read": "A gold clause was found, but the answer was read from another.",
        "fact not said": "A gold clause is cited, but a fact is missing from the first 600 characters.",
        "wrong verdict": "The facts are said, the verdict is wrong.",
        "citation": "Facts and verdict are right, but no gold clause is cited.",
    },
)

_TEXTS: dict[Language, EvaluationTexts] = {"zh": CHINESE, "en": ENGLISH}


def current_evaluation_texts() -> EvaluationTexts:
    """The texts in the language that the reader has chosen."""
    return _TEXTS[current_texts().language]
