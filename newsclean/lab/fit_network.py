"""Fitting the network: pages in a row, apart from each other, and gradients by JAX; what is kept is plain numbers."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.scoring.network import REACH, SMALL

WIDTH = 64
"""Numbers that are known of a block between the layers."""
DILATIONS: tuple[int, ...] = (1, 2, 4, 8, 16)
LENGTH = 4096
"""Blocks of a batch: pages in a row, each with `APART` places of nothing behind it."""
APART = 2 * DILATIONS[-1]
PAGES = LENGTH // 4
"""Pages in a batch, at most; the last number stands for none."""
RATE, DECAY, LARGEST = 3e-3, 0.05, 1.0
"""The highest learning rate, the weights' decay, and the gradient's norm at most."""
DROPPED = 0.2
"""Share of the numbers, within a layer and of the evidence, that a step does not see."""
UNKNOWN = 0.15
"""Share of the columns that a step does not know of a page: no site shall be told by one of them."""

Floats = NDArray[np.float32]
Params = dict[str, Any]


class Batch(NamedTuple):
    """Pages in a row. seen: (LENGTH, columns). present: 1 for blocks, 0 between pages. page: the number of its page."""

    seen: Floats
    present: Floats
    page: NDArray[np.int32]
    label: Floats
    weight: Floats


def fit(
    batches: Callable[[int], Iterable[Batch]], epochs: int, columns: int, steps: int, seed: int
) -> Iterator[Params]:
    """After each epoch the arrays by name, learned on its batches. steps: of an epoch, about; over all the rate falls.

    It loads JAX, whose threads no process may have that is forked later: `newsclean.lab.apart` runs it in another.
    """
    import jax
    import optax

    rate = optax.warmup_cosine_decay_schedule(0.0, RATE, max(steps // 2, 1), steps * epochs, RATE / 300)
    optimizer = optax.chain(optax.clip_by_global_norm(LARGEST), optax.adamw(rate, weight_decay=DECAY))
    key = jax.random.PRNGKey(seed)
    key, first = jax.random.split(key)
    params = _start(first, columns)
    state = optimizer.init(params)

    @jax.jit
    def step(params: Params, state: Any, key: Any, batch: Batch) -> tuple[Params, Any]:
        found = jax.grad(_loss)(params, batch, key)
        updates, state = optimizer.update(found, state, params)
        return optax.apply_updates(params, updates), state

    for epoch in range(epochs):
        for batch in batches(epoch):
            key, drawn = jax.random.split(key)
            params, state = step(params, state, drawn, batch)
        yield {name: np.asarray(array) for name, array in params.items()}


def plain(params: Params, mean: Floats, spread: Floats, names: Sequence[str]) -> dict[str, Any]:
    """The network as the plain data that `newsclean.scoring.network.Network` reads."""
    arrays = {**params, "mean": mean, "spread": spread}
    return {
        "names": list(names),
        "dilations": list(DILATIONS),
        "arrays": {name: packed(array) for name, array in arrays.items()},
    }


def _start(key: Any, columns: int) -> Params:
    """Small random weights, so that every layer begins with what is known on one scale."""
    import jax
    import jax.numpy as jnp

    keys = iter(jax.random.split(key, 3 + 2 * len(DILATIONS)))

    def drawn(rows: int, across: int, scale: float = 1.0) -> Any:
        return jax.random.normal(next(keys), (rows, across)) * scale / np.sqrt(across)

    params = {
        "first": drawn(WIDTH, columns),
        "first_bias": jnp.zeros(WIDTH),
        "last": drawn(1, WIDTH, 0.1)[0],
        "last_bias": jnp.zeros(1),
        "direct": drawn(1, columns, 0.1)[0],
    }
    for layer in range(len(DILATIONS)):
        params |= {
            f"weight_{layer}": drawn(WIDTH, 3 * WIDTH),
            f"page_{layer}": drawn(WIDTH, WIDTH, 0.5),
            f"bias_{layer}": jnp.zeros(WIDTH),
            f"gain_{layer}": jnp.ones(WIDTH),
        }
    return params


def _loss(params: Params, batch: Batch, key: Any) -> Any:
    """The mean of the blocks' log loss, weighted."""
    import optax

    score = _score(params, batch, key)
    return (optax.sigmoid_binary_cross_entropy(score, batch.label) * batch.weight).sum() / (batch.weight.sum() + 1)


def _score(params: Mapping[str, Any], batch: Batch, key: Any) -> Any:
    """(LENGTH,): log-odds, as `Network.score` has them, while a share of the numbers is dropped."""
    import jax
    import jax.numpy as jnp

    keys = jax.random.split(key, 2 + len(DILATIONS))

    def dropped(x: Any, key: Any) -> Any:
        return x * jax.random.bernoulli(key, 1 - DROPPED, x.shape) / (1 - DROPPED)

    present = batch.present[:, None]
    known_columns = jax.random.bernoulli(keys[0], 1 - UNKNOWN, (PAGES, batch.seen.shape[1]))
    seen = dropped(batch.seen, keys[1]) * known_columns[batch.page]
    known = jax.nn.silu(seen @ params["first"].T + params["first_bias"]) * present
    size = jax.ops.segment_sum(present, batch.page, PAGES) + 1e-3
    for layer, step in enumerate(DILATIONS):
        scale = jax.lax.rsqrt((known * known).mean(-1, keepdims=True) + SMALL)
        row = known * scale * params[f"gain_{layer}"] * present
        page = (jax.ops.segment_sum(row, batch.page, PAGES) / size)[batch.page]
        edge = jnp.zeros((step, WIDTH))
        wide = jnp.concatenate((edge, row, edge))
        around = jnp.concatenate([wide[at : at + LENGTH] for at in (0, step, 2 * step)], axis=1)
        found = around @ params[f"weight_{layer}"].T + page @ params[f"page_{layer}"].T + params[f"bias_{layer}"]
        known = (known + dropped(jax.nn.silu(found), keys[2 + layer])) * present
    score: Any = known @ params["last"] + params["last_bias"] + seen @ params["direct"]
    return score


def standardised(table: Floats, mean: Floats, spread: Floats) -> Floats:
    """float32 (n, columns): evidence as the network sees it."""
    out: Floats = np.clip((table.T - mean) / spread, -REACH, REACH).astype(np.float32)
    return out


def packed(array: NDArray[np.floating]) -> dict[str, Any]:
    """An array as plain data, which `unpacked` reads."""
    return {
        "shape": list(array.shape),
        "float16": base64.b64encode(array.astype("<f2").tobytes()).decode("ascii"),
    }
