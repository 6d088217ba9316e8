"""Every error this product raises on purpose, in one tree.

The message of a `PolicyError` is one plain sentence for the person who caused it: what is wrong and what to do.
Command lines print it and exit with status 2; the page shows it in a box. Anything else that escapes is a defect.
"""


class PolicyError(Exception):
    """Base of all errors meant for users. `chinese` is the same sentence for the page, where a page may show it."""

    def __init__(self, message: str, chinese: str = "") -> None:
        super().__init__(message)
        self.chinese = chinese


class SettingsError(PolicyError):
    """A setting has a value that cannot be used."""


class CatalogError(PolicyError):
    """corpus/catalog.toml, or a file it names, is not as it should be."""


class SourceError(PolicyError):
    """A source cannot be read as a document."""


class NetworkError(SourceError):
    """The site of an official text cannot be reached."""


class ErrataError(PolicyError):
    """A repair no longer matches the source it was written for."""


class NoteError(PolicyError):
    """An editor's note is anchored to words that the document does not hold."""


class StoreError(PolicyError):
    """Base of what can be wrong with the index."""


class IndexMissingError(StoreError):
    """No index has been built yet."""


class IndexDamagedError(StoreError):
    """The index is there but cannot be read."""


class BuildInProgressError(StoreError):
    """Another process is building the index right now."""


class UserDataError(PolicyError):
    """The database of conversations and feedback cannot be used."""


class NotFoundError(PolicyError):
    """A document or locator that does not exist was asked for."""


class QuestionError(PolicyError):
    """A question that cannot be answered as it stands: empty, or far too long."""


class ModelError(PolicyError):
    """The configured language model cannot be used."""


class PromptError(PolicyError):
    """A file in prompts/ is not as it should be."""


class DatasetError(PolicyError):
    """A question set or a stored run is not in the format that evals reads."""
