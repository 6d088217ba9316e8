"""What every command line of the product does with an error that its user can mend."""

from collections.abc import Callable

from rich.console import Console

from store.errors import PolicyError


def run(app: Callable[[], object]) -> None:
    """Run a command line; an error that the user can mend is one sentence and exit status 2."""
    try:
        app()
    except PolicyError as error:
        complain(error)
        raise SystemExit(2) from error


def complain(error: PolicyError) -> None:
    """The error's sentence, to standard error."""
    Console(stderr=True).print(str(error), markup=False, highlight=False, style="red", soft_wrap=True)
