"""How a list of documents is written and read: as a bit set where dense, else as distances.

A *set of documents* is a Python int whose bit n stands for document n: ``&``, ``|``, ``~`` and
``bit_count`` then work on a hundred thousand documents in microseconds.
"""

import struct
import sys
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate, compress
from operator import sub

_HEAD = struct.Struct("<cII")
_BITS, _PLAIN, _PACKED = b"b", b"p", b"z"
_WIDTHS = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))
_DENSE = 8
_WORTH_PACKING = 48
_SPARSE = 24
"""A set of fewer than one document in so many is handled document by document."""
_AS_FLAGS = bytes.maketrans(b"01", b"\x00\x01")


def bits_of(numbers: Sequence[int], size: int) -> int:
    """Set of the given document numbers; IndexError where one is not below ``size``."""
    if len(numbers) * _SPARSE < size:
        octets = bytearray(-(-size // 8))
        for number in numbers:
            octets[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(octets, "little")
    digits = bytearray(b"0") * size
    for number in numbers:
        digits[~number] = 49
    return int(digits or b"0", 2)


def numbers_of(bits: int) -> list[int]:
    """Document numbers of a set, ascending."""
    if bits.bit_count() * _SPARSE < bits.bit_length():
        return _few_numbers_of(bits)
    return list(compress(range(bits.bit_length()), reversed(flags_of(bits, 0))))


def _few_numbers_of(bits: int) -> list[int]:
    """By machine words: most are empty."""
    words = array("Q", bits.to_bytes(-(-bits.bit_length() // 64) * 8, "little"))
    if sys.byteorder == "big":
        words.byteswap()
    numbers = []
    for at in compress(range(len(words)), words):
        word = words[at]
        while word:
            lowest = word & -word
            numbers.append((at << 6) + lowest.bit_length() - 1)
            word ^= lowest
    return numbers


def highest(bits: int, many: int) -> list[int]:
    """The ``many`` highest document numbers of a set, or all it has, descending."""
    width = max(64, many * 4)
    while True:
        below = max(0, bits.bit_length() - width)
        top = bits >> below
        if not below or top.bit_count() >= many:
            return [number + below for number in reversed(numbers_of(top))][:many]
        width *= 4


def flags_of(bits: int, size: int) -> bytes:
    """A byte 0 or 1 for each document, the *last* document first, ``size`` of them at least."""
    return format(bits, f"0{size}b").encode().translate(_AS_FLAGS) if bits or size else b""


def encode(numbers: array, size: int, weights: bytes | None = None) -> bytes:
    """A posting list of a segment of ``size`` documents; numbers ascend."""
    if weights is None and len(numbers) * _DENSE > size:
        bits = bits_of(numbers, size).to_bytes((size + 7) // 8, "little")
        return _HEAD.pack(_BITS, len(bits), 0) + bits
    distances = [numbers[0], *map(sub, numbers[1:], numbers)]
    width = next(code for code, limit in _WIDTHS if max(distances) < limit)
    data = width.encode() + array(width, distances).tobytes() + (weights or b"")
    packed = zlib.compress(data, 1) if len(data) >= _WORTH_PACKING else data
    tag, data = (_PACKED, packed) if len(packed) < len(data) else (_PLAIN, data)
    return _HEAD.pack(tag, len(data), len(weights or b"")) + data


def _open(buffer, position: int) -> tuple[bytes, bytes, bytes]:
    """Tag, data and weights of the block that starts at ``position``."""
    tag, length, weights = _HEAD.unpack_from(buffer, position)
    start = position + _HEAD.size
    data = bytes(buffer[start : start + length])
    if tag == _PACKED:
        data = zlib.decompress(data)
    edge = len(data) - weights
    return tag, data[:edge], data[edge:]


def _numbers(data: bytes, size: int, count: int) -> list[int]:
    numbers = list(accumulate(array(chr(data[0]), data[1:])))
    if len(numbers) != count or numbers[-1] >= size:
        raise ValueError("a posting list is damaged")
    return numbers


def decode(buffer, position: int, size: int, count: int) -> tuple[list[int], bytes]:
    """Numbers and weights of the block of ``count`` documents of a segment of ``size``.

    Raises ValueError, or an error of zlib or struct, where the block is damaged.
    """
    tag, data, weights = _open(buffer, position)
    if tag == _BITS:
        return numbers_of(_bits(data, size, count)), weights
    return _numbers(data, size, count), weights


def decode_bits(buffer, position: int, size: int, count: int) -> int:
    """The set of a block's documents; arguments and errors as with ``decode``."""
    tag, data, _ = _open(buffer, position)
    if tag == _BITS:
        return _bits(data, size, count)
    return bits_of(_numbers(data, size, count), size)


def _bits(data: bytes, size: int, count: int) -> int:
    bits = int.from_bytes(data, "little")
    if bits.bit_count() != count or bits.bit_length() > size:
        raise ValueError("a posting list is damaged")
    return bits
