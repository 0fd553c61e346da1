"""One pass over the array, as numbers: its walk, its operands, what becomes of its sums."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["PRIMED", "Channel", "Column", "Curve", "Factor", "Layer", "Loop", "Residual"]

#: Cycles at the start of a layer in which its lanes can take padding.
PRIMED = 2


@dataclass(frozen=True, kw_only=True)
class Loop:
    """One level of the walk over output positions.

    ``dy`` and ``dx`` are the steps of the window's corner in the input image, ``step`` that of its
    element address.
    """

    count: int
    dy: int
    dx: int
    step: int


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column block: where its operands lie relative to the corner of the window.

    ``offset`` is in elements; ``dy`` is the vertical distance from the corner, ``dx`` the
    horizontal distance of each lane.
    """

    offset: int
    dy: int
    dx: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Channel:
    """Requantisation of a channel: ``((sum << fraction) + bias) * multiplier / 2**shift``, rounded.

    In a layer with ``levels``, ``multiplier`` says where its thresholds begin, in steps of
    :attr:`ArraySpec.place`: ``(sum << fraction) + bias`` is compared with them.

    ``exceptions`` are sums, each of which another one, so many more or less, takes the place of.
    """

    bias: int
    multiplier: int
    shift: int
    exceptions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Residual:
    """Second operand of a residual addition.

    An output at element address ``e`` adds the element at ``e + offset``: the stored value plus
    ``zero``, times ``multiplier``, rounded half up after a shift. With a factor ``own`` for the
    first operand, the sum is shifted as a whole: ``(first * own + second * multiplier + bias) >>
    shift``; with ``even``, the result's lowest bit is cleared where no other bit is shifted out
    than zeros, so that a tie goes to even.
    """

    offset: int
    zero: int
    multiplier: int
    shift: int
    own: int | None = None
    bias: int = 0
    even: bool = False

    @property
    def whole(self) -> tuple[int, int]:
        """``own`` and ``bias`` of the same sum, shifted as a whole."""
        if self.own is not None:
            return self.own, self.bias
        return 1 << self.shift, 1 << (self.shift - 1)


@dataclass(frozen=True, kw_only=True)
class Curve:
    """A function of single values, before a max pool: ``values[value - first]``."""

    first: int
    values: tuple[int, ...] = field(repr=False)

    @property
    def bits(self) -> int:
        """Of a value that tell it from every other one."""
        return max(1, (len(self.values) - 1).bit_length())


@dataclass(frozen=True, kw_only=True)
class Factor:
    """Second operand of a multiplication of two tensors.

    An output at element address ``e`` is multiplied by the element at ``e + offset``; with
    ``alike``, where all pixels have the same factors, output channel ``c`` by that at ``c +
    offset``. With ``product = (first + own) * (second + zero)``, the result is ``(product *
    multiplier + bias) >> shift``, with ``below`` in the place of ``bias`` where ``product *
    multiplier`` is negative; ``even`` is that of :class:`Residual`.
    """

    offset: int
    own: int
    zero: int
    multiplier: int
    bias: int
    below: int
    shift: int
    even: bool = False
    alike: bool = False


@dataclass(frozen=True, kw_only=True)
class Layer:
    """One pass over the array.

    Attributes
    ----------
    name : str
        Node of the graph that it computes.
    format : int
        Which of the engine's weight formats.
    count : int
        Column blocks of a row group, pruned ones included.
    channels : int
        Output channels; row groups cover them in steps of the array's rows.
    loops : tuple of Loop
        The walk over output positions, innermost first. Windows of a max pool are innermost.
    window : int
        Consecutive positions whose maximum is one output; 1 without a max pool.
    burst : int
        Positions that pass a block while it is held; a multiple of ``window`` and ``fold``.
    y, x, base : int
        Corner of the first window: coordinates and element address.
    height, width : int
        Of the input image; operands outside read as ``pad``.
    padded : bool
        Whether any operand can lie outside.
    pad : int
        Stored integer that means zero.
    column_base : int
        Where its entries start in the table of columns.
    low, high : int
        Limits of the requantised value.
    residual : Residual or None
        What is added after the limits; ``sum_low``, ``sum_high`` then limit the sum. Not together
        with a max pool.
    factor : Factor or None
        What is multiplied by instead; they then limit the product.
    zero : int
        Results are the values minus this.
    out_base, out_step : int
        Element address of the first output and the distance between positions.
    output : bool
        Whether results leave the engine instead of going to memory.
    rounding : str
        Rule of :data:`gossamer_hw.requantize.ROUNDINGS` for its channels; shifts of the rule
        double are 31 or more.
    group_step : int
        Elements by which all operands of a row group lie behind those of the one before: depthwise
        layers, whose row groups read the channels that they compute. Else 0.
    fold : int
        Consecutive positions whose sum is one result: a sum over windows walks them, past one
        block. Only in single-port memory or with one of ``taps``; 1 otherwise, and with a max pool.
    taps : int
        0, or pixels of a kernel line in a depthwise layer whose lanes hold them: a position is then
        a pixel, which gives every row the operand of its channel. The array's last columns hold the
        last ``taps`` pixels, the last one the newest. The innermost loop is a run of pixels along a
        line of the image, the first ``taps - 1 - shared`` of which give no results; a burst is one
        or more of them. A single tap holds nothing.
    stride : int
        With ``taps``: pixels from one result to the next, at most ``taps``.
    beside : int
        With ``taps``: 0, or elements between a pixel and the one left of it, which is read in the
        same cycle. Then a position is both, and the last columns of the first half of the array
        hold what is left of the ``taps`` pixels in the last columns. Where pixels are ``abreast``,
        the negative number of rows: the other pixel lies behind those of the rows.
    abreast : int
        With ``taps``: neighbours across the image that are computed side by side, each by as many
        rows as it has channels.
    shared : int
        With ``taps``: pixels outside the image before the first one of a run, at most ``PRIMED``.
        The run before ends with as many, which the lanes still hold; those of the first run are
        there when the layer starts.
    out_turn : int or None
        Distance from the last position of a burst to the first of the next one, where that is not
        ``out_step``.
    curve : int or None
        Which of the engine's curves the results pass, after a residual and before a max pool.
    levels : int
        0, or bits of the number of thresholds that a sum reaches: the value is then ``low`` plus
        that number times ``step``, and nothing is rounded or added.
    step : int
        1 or 2.
    """

    name: str
    format: int
    count: int
    channels: int
    loops: tuple[Loop, ...]
    window: int
    burst: int
    y: int
    x: int
    base: int
    height: int
    width: int
    padded: bool
    pad: int
    column_base: int
    low: int
    high: int
    residual: Residual | None
    sum_low: int
    sum_high: int
    zero: int
    out_base: int
    out_step: int
    output: bool
    rounding: str = "half_up"
    group_step: int = 0
    fold: int = 1
    taps: int = 0
    stride: int = 1
    beside: int = 0
    abreast: int = 1
    shared: int = 0
    out_turn: int | None = None
    curve: int | None = None
    levels: int = 0
    step: int = 1
    factor: Factor | None = None

    @property
    def second(self) -> Residual | Factor | None:
        """The second operand that is read from memory."""
        return self.residual or self.factor

    @property
    def scaled(self) -> tuple[tuple[int, ...], ...]:
        """Of a product with a factor, all ends of the ranges: of the first operand, the second one,
        their product, what it is times the multiplier, that with a bias, and that shifted.

        Where nothing is multiplied, the value times one.
        """
        firsts: tuple[int, ...] = (self.low, self.high)
        if self.factor is None:
            return firsts, (1,), firsts, firsts, firsts, firsts
        made = self.factor
        firsts = tuple(value + made.own for value in firsts)
        seconds = tuple(element + made.zero for element in (-128, 127))
        products = tuple(a * b for a in firsts for b in seconds)
        exact = tuple(made.multiplier * product for product in products)
        biased = tuple(value + bias for value in exact for bias in (0, made.bias, made.below))
        return (firsts, seconds, products, exact, biased,
                tuple(value >> made.shift for value in biased))

    @property
    def limits(self) -> tuple[int, int]:
        """Least and greatest value before anything is added."""
        return (self.sum_low, self.sum_high) if self.factor else (self.low, self.high)

    @property
    def positions(self) -> int:
        """Positions per row group."""
        total = 1
        for loop in self.loops:
            total *= loop.count
        return total

    @property
    def joint(self) -> tuple[int, int]:
        """Least and greatest value before the last limits, where a sum is shifted as a whole."""
        if self.residual is None:
            return self.limits
        own, bias = self.residual.whole
        ends = [(own * value + self.residual.multiplier * (element + self.residual.zero) + bias)
                >> self.residual.shift
                for value in (self.low, self.high) for element in (-128, 127)]
        return min(ends), max(ends)

    @property
    def bursts(self) -> int:
        return -(-self.positions // self.burst)

    @property
    def tail(self) -> int:
        """Positions of the last burst."""
        return self.positions - (self.bursts - 1) * self.burst

    @property
    def results(self) -> tuple[int, int]:
        """Sums of a burst, and of the last burst."""
        if self.taps > 1:
            run = self.loops[0].count
            count = (run + self.shared - self.taps) // self.stride + 1
            return self.burst // run * count, self.tail // run * count
        return self.burst // self.fold, self.tail // self.fold

    def beyond(self, lane: int, rows: int) -> int:
        """How much further across the image a row's pixel is than the position, with ``taps``.

        From lane ``rows`` on, that of its other pixel, see ``beside``.
        """
        if lane >= rows and self.beside >= 0:
            return -int(self.beside > 0)
        return lane * self.abreast // self.channels if self.abreast > 1 else 0

    def groups(self, rows: int) -> int:
        return -(-self.channels // rows)
