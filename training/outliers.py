"""Matrix products parted so that 8-bit integers lose less.

In each feed-forward part a few inputs and hidden units are some ten times larger than all others.
At run time all inputs of a product share one scale, so these few take nearly all of its 256 steps.
The hidden ones get a product of their own, as in LLM.int8() (Dettmers et al., 2022) but in 8 bits
too. The inputs are so few that they are made smaller and their weights larger, as in SmoothQuant
(Xiao et al., 2023).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from network import Encoder, Layer

APART, SCALED = 64, 3
"""How many hidden units of each feed-forward part are set apart, and how many inputs scaled."""


class Windows(Protocol):
    """A batch of either model: `pieces` [b, p], `features` [b, p, n], `bias` [b, 1, 1, p]."""

    @property
    def pieces(self) -> Tensor: ...
    @property
    def features(self) -> Tensor: ...
    @property
    def bias(self) -> Tensor: ...


class ScaledLinear(nn.Module):
    """The same product as `linear`, of inputs times `scale`."""

    def __init__(self, linear: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.linear = linear
        self.scale: Tensor
        self.register_buffer("scale", scale)
        with torch.no_grad():
            linear.weight.div_(scale)

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x * self.scale)


class SplitFeed(nn.Module):
    """The feed-forward part of `layer` in two, by its hidden units: `few`, and all others."""

    def __init__(self, layer: Layer, scale: Tensor, few: Tensor) -> None:
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
            ups.append(ScaledLinear(up, scale))
            downs.append(down)
        self.ups, self.downs = nn.ModuleList(ups), nn.ModuleList(downs)

    def forward(self, x: Tensor) -> Tensor:
        few, most = (
            down(functional.gelu(up(x))) for up, down in zip(self.ups, self.downs, strict=True)
        )
        return few + most


@torch.inference_mode()
def measure_reach(encoder: Encoder, batches: Iterable[Windows]) -> dict[tuple[int, str], Tensor]:
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
    """Scale and part the feed-forward parts of all layers of `encoder`, in place."""
    for number, layer in enumerate(encoder.layers):
        assert isinstance(layer, Layer)
        of_up = reach[number, "up"]
        largest = torch.argsort(of_up, descending=True)[: SCALED + 1]
        scale = torch.ones_like(of_up)
        # The largest become as large as the one that follows them.
        scale[largest[:-1]] = of_up[largest[-1]] / of_up[largest[:-1]]
        few = torch.argsort(reach[number, "down"], descending=True)[:APART].sort().values
        layer.split = SplitFeed(layer, scale, few)
        layer.feed = layer.split.forward  # type: ignore[method-assign]
