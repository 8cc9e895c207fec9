"""The SigLIP vision transformer as a dense image tower: patches reach the joint space through the pooling head."""

from __future__ import annotations

from typing import Any, cast

from torch import Tensor, nn
from torch.nn import functional as F

from ..errors import NoModel
from .features import Features, TapSpec, TowerSpec
from .token_grid import Positions, to_map


class SiglipTower(nn.Module):
    """A SigLIP ViT (open_clip `TimmModel` with attention pooling), two inner taps, dense features at patch stride.

    Patch tokens are not in the joint space; the head that pools them leads there. Each patch takes the path that the
    pooled token takes, with its own value in place of the attended one: equal patches give what pooling gives.

    Args:
        visual: the image tower.
        dim: channels C of the joint space.

    Raises:
        NoModel: the transformer is too shallow, or has a class token, or does not pool by attention.
    """

    trunk: Any
    head: Any

    def __init__(self, visual: Any, dim: int) -> None:
        super().__init__()
        trunk = visual.trunk
        if len(trunk.blocks) < 3:
            raise NoModel(f"A ViT of {len(trunk.blocks)} blocks is too shallow for dense features; it needs three.")
        if trunk.attn_pool is None or trunk.attn_pool.latent_len != 1 or trunk.num_prefix_tokens:
            raise NoModel("This transformer does not pool its patches by one attention query, as SigLIP does.")
        self.trunk, self.head = trunk, visual.head
        self.tap_blocks = (len(trunk.blocks) // 3 - 1, 2 * len(trunk.blocks) // 3 - 1)
        stride, width = int(trunk.patch_embed.patch_size[0]), int(trunk.embed_dim)
        taps = tuple(TapSpec(f"block{i}", width, stride) for i in self.tap_blocks)
        self.spec = TowerSpec(taps, stride, dim, compensated=tuple(tap.name for tap in taps))
        self._positions = Positions()

    @property
    def first_convolution(self) -> nn.Conv2d:
        """The convolution that reads the bands of the image."""
        return cast(nn.Conv2d, self.trunk.patch_embed.proj)

    def forward(self, images: Tensor) -> Features:
        """Encodes (B, bands, H, W) normalised images; H and W multiples of the patch size."""
        patches = self.trunk.patch_embed.proj(images)
        grid = (patches.shape[2], patches.shape[3])
        trained = tuple(self.trunk.patch_embed.grid_size)
        x = patches.flatten(2).transpose(1, 2) + self._positions.on_grid(self.trunk.pos_embed[0], trained, grid)
        x = self.trunk.norm_pre(x)
        taps = []
        for index, block in enumerate(self.trunk.blocks):
            x = block(x)
            if index in self.tap_blocks:
                taps.append(to_map(x, grid))
        x = self.trunk.norm(x)
        return Features(to_map(self.lift(x), grid), tuple(taps), self.head(self.trunk.forward_head(x)))

    def lift(self, tokens: Tensor) -> Tensor:
        """(B, N, D) normed tokens to (B, N, C): the pooling head with each token's own value as the attended one."""
        pool, width = self.trunk.attn_pool, tokens.shape[-1]
        values = F.linear(tokens, pool.kv.weight[width:], None if pool.kv.bias is None else pool.kv.bias[width:])
        lifted = pool.proj(values)
        lifted = lifted + pool.mlp(pool.norm(lifted))
        return cast(Tensor, self.head(self.trunk.head(self.trunk.fc_norm(lifted))))
