"""Matrix products parted so that 8-bit integers lose less.

A few inputs of each product are some ten times larger than all others. At run time all inputs of
a product share one scale, so these few take nearly all of its 256 steps. Given a product of their
own, as in LLM.int8() (Dettmers et al., 2022) but in 8 bits too, they cost the others nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn
from torch.nn import functional

from batches import Batch
from network import Encoder, Layer

UP_APART, DOWN_APART = 8, 64
"""How many inputs of the two products of the feed-forward part are set apart. Those of attention
are left together: to part them costs a tenth more time and gains little."""


class SplitLinear(nn.Module):
    """The same product as `linear`, in two: of the inputs `few`, and of all others."""

    def __init__(self, linear: nn.Linear, few: Tensor) -> None:
        super().__init__()
        others = torch.ones(linear.in_features, dtype=torch.bool)
        others[few] = False
        self.few: Tensor
        self.most: Tensor
        self.register_buffer("few", few)
        self.register_buffer("most", others.nonzero()[:, 0])
        self.of_few = nn.Linear(len(few), linear.out_features, bias=False)
        self.of_most = nn.Linear(len(self.most), linear.out_features)
        with torch.no_grad():
            self.of_few.weight.copy_(linear.weight[:, self.few])
            self.of_most.weight.copy_(linear.weight[:, self.most])
            self.of_most.bias.copy_(linear.bias)

    def forward(self, x: Tensor) -> Tensor:
        few, most = x.index_select(-1, self.few), x.index_select(-1, self.most)
        return self.of_most(most) + self.of_few(few)


class SplitFeed(nn.Module):
    """The feed-forward part of `layer` in two, by its hidden units: a few, and all others."""

    def __init__(self, layer: Layer, into_up: Tensor, few: Tensor) -> None:
        super().__init__()
        others = torch.ones(layer.up.out_features, dtype=torch.bool)
        others[few] = False
        ups: list[nn.Module] = []
        downs: list[nn.Module] = []
        for units in (few, others.nonzero()[:, 0]):
            up = nn.Linear(layer.up.in_features, len(units))
            down = nn.Linear(len(units), layer.down.out_features, bias=not ups)
            with torch.no_grad():
                up.weight.copy_(layer.up.weight[units])
                up.bias.copy_(layer.up.bias[units])
                down.weight.copy_(layer.down.weight[:, units])
                if not ups:
                    down.bias.copy_(layer.down.bias)
            ups.append(SplitLinear(up, into_up))
            downs.append(down)
        self.ups, self.downs = nn.ModuleList(ups), nn.ModuleList(downs)

    def forward(self, x: Tensor) -> Tensor:
        few, most = (
            down(functional.gelu(up(x))) for up, down in zip(self.ups, self.downs, strict=True)
        )
        return few + most


@torch.inference_mode()
def measure_reach(encoder: Encoder, batches: Iterable[Batch]) -> dict[tuple[int, str], Tensor]:
    """The largest absolute value of each input of `up` and `down` of each layer."""
    found: dict[tuple[int, str], Tensor] = {}

    def note(key: tuple[int, str]) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            reach = inputs[0].abs().flatten(0, -2).amax(0)
            found[key] = torch.maximum(found[key], reach) if key in found else reach

        return hook

    hooks = [
        getattr(layer, name).register_forward_pre_hook(note((number, name)))
        for number, layer in enumerate(encoder.layers)
        for name in ("up", "down")
    ]
    for batch in batches:
        encoder(batch.pieces, batch.features, batch.bias)
    for handle in hooks:
        handle.remove()
    return found


def set_apart(encoder: Encoder, reach: dict[tuple[int, str], Tensor]) -> None:
    """Part the products of all layers of `encoder`, in place."""
    for number, layer in enumerate(encoder.layers):
        assert isinstance(layer, Layer)
        into_up, into_down = (
            torch.argsort(reach[number, name], descending=True)[:n_apart].sort().values
            for name, n_apart in (("up", UP_APART), ("down", DOWN_APART))
        )
        layer.split = SplitFeed(layer, into_up, into_down)
        layer.feed = layer.split.forward  # type: ignore[method-assign]
