"""What the evaluation page says, in Chinese and in English, as `ui.texts` does for the others."""

from dataclasses import dataclass

from evals.causes import Cause
from evals.show import label
from ui import evaluation_names
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
    choose_sets: str
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
    not_kept: str
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
    no_runs="还没有评测记录。请在上面选择题集，开始第一次评测。",
    run="评测记录",
    about_run="{time} · {sets} · {n} 个回答，其中 {wrong} 个有误",
    unanswered="有 {n} 个问题还没有回答：在终端运行 python -m evals resume {run} 可以补上。",
    interval="灰底为 95% 置信区间；适用的题有 {n} 道。",
    download="下载报告（HTML）",
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
    choose_sets="选择题集",
    upload="或上传题集（CSV、XLSX、JSONL）",
    upload_help="第一行写列名，一行一题，不超过20MB。可以先下载样例照着填写。",
    template="下载样例（CSV）",
    start_button="开始评测",
    running="正在评测 {name}：已回答 {done} / {total}",
    stop="停止",
    stopped="评测已停止，已有的回答保留在记录 {name} 中。",
    finished="评测完成：{name}",
    broken="评测没有完成：{error}",
    bad_set="题集有误：{error}",
    not_kept="无法写入 {folder}，评测没有开始；请检查磁盘空间和文件夹权限。",
    metrics=evaluation_names.METRICS,
    causes=evaluation_names.CAUSES,
    categories=evaluation_names.CATEGORIES,
    meanings=evaluation_names.MEANINGS,
)

ENGLISH = EvaluationTexts(
    title="Evaluation",
    introduction="Question sets put to the assistant: every figure with its 95 % interval, every wrong answer with its "
    "gold clause.",
    no_runs="There is no run yet. Choose a question set above and start the first one.",
    run="Run",
    about_run="{time} · {sets} · {n} answers, {wrong} wrong",
    unanswered="{n} questions have no answer yet: python -m evals resume {run} asks them.",
    interval="On grey: the 95 % interval. It applies to {n} questions.",
    download="Download the report (HTML)",
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
    choose_sets="Choose question sets",
    upload="Or upload one (CSV, XLSX, JSONL)",
    upload_help="Column names in the first row, a question a row, at most 20 MB. The sample shows how.",
    template="Download a sample (CSV)",
    start_button="Start",
    running="Asking {name}: {done} / {total} answered",
    stop="Stop",
    stopped="Stopped. The answers given so far are kept in the run {name}.",
    finished="Done: {name}",
    broken="The run did not finish: {error}",
    bad_set="The question set has a mistake: {error}",
    not_kept="{folder} cannot be written to, so nothing was started; is the disk full, or the folder not yours?",
    metrics=evaluation_names.ENGLISH_METRICS,
    causes={},
    categories={},
    meanings=evaluation_names.ENGLISH_MEANINGS,
)

_TEXTS: dict[Language, EvaluationTexts] = {"zh": CHINESE, "en": ENGLISH}


def current_evaluation_texts() -> EvaluationTexts:
    """The texts in the language that the reader has chosen."""
    return _TEXTS[current_texts().language]
