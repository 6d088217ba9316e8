"""Why an answer is in the documents' words though a model's were asked for, as a Chinese and an English reader are told."""

from enum import Enum

from store.errors import ModelError


class Why(Enum):
    """Each reason in Chinese and in English, without the full stop."""

    ENGLISH = "英文问题暂不由模型作答", "The model is not asked questions in English"
    ADDRESSED = (
        "找到的条款是写给读者的话，没有交给模型",
        "The clauses found speak to their reader and were kept from the model",
    )
    NO_ROOM = (
        "问题和条款超出了模型的窗口（POLICY_LLM_WINDOW）",
        "Question and clauses exceed the model's window (POLICY_LLM_WINDOW)",
    )
    UNSUPPORTED = "模型的回答没有通过核对", "The model's answer did not pass the check against the clauses"
    DECLINED = "模型没有作答", "The model declined to answer"
    NOT_CHINESE = "模型没有用中文作答", "The model did not answer in Chinese"
    SILENT = "模型没有给出回答", "The model gave no answer"
    ENDLESS = "模型的回答没完没了", "The model's answer did not end"
    BROKEN_OFF = "模型的回答没有写完就断了", "The model's answer broke off"
    SLOW = "模型没有在时限内答完", "The model did not answer within the time limit"
    UNREACHABLE = "模型服务连不上", "The model's server cannot be reached"
    BUSY = "模型服务请求过多，暂时不接受新的提问", "The model's server has too many requests at present"
    KEY = (
        "模型服务不接受所设的密钥（POLICY_LLM_API_KEY）",
        "The model's server does not accept the key (POLICY_LLM_API_KEY)",
    )
    UNKNOWN_MODEL = (
        "模型服务没有所设的模型（POLICY_LLM_MODEL）或地址不对（POLICY_LLM_BASE_URL）",
        "The model's server has no such model (POLICY_LLM_MODEL), or its address is wrong (POLICY_LLM_BASE_URL)",
    )
    FAILED = "模型服务出错", "The model's server failed"

    def __init__(self, chinese: str, english: str) -> None:
        self.chinese = chinese
        self.english = english

    @property
    def note(self) -> str:
        """As an answer keeps it, whoever reads it later."""
        return f"{self.chinese}，以下为原文作答。"


class UnwordedError(ModelError):
    """The model gave no answer that can be shown, and `why`."""

    def __init__(self, why: Why) -> None:
        super().__init__(f"{why.english}.", f"{why.chinese}。")
        self.why = why


_ENGLISH = {why.note: f"{why.english}; what follows is in the documents' words." for why in Why}


def note_for(note: str, english: bool) -> str:
    """An answer's note for a reader of English or of Chinese; one that is none of these stays as it is."""
    return _ENGLISH.get(note, note) if english else note
