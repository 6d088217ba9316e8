"""Programs of the product run in fresh processes, so that nothing is warm that a user's is not."""

import os
import subprocess
import sys

from store.errors import PolicyError
from store.settings import ROOT


def run_module(home: str, module: str, *arguments: str, given: str = "") -> str:
    """What `python -m module` prints over the home folder `home`, with `given` as its input.

    Raises PolicyError with the last line that it complained in, if it fails.
    """
    ran = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        input=given,
        cwd=ROOT,
        env=os.environ | {"POLICY_HOME": home},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        said = ran.stderr.split("\n") if ran.stderr.strip() else [f"It ended with status {ran.returncode}."]
        raise PolicyError(f"python -m {module}: {[line for line in said if line.strip()][-1].strip()}")
    return ran.stdout
