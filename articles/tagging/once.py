"""Values computed when first asked for."""

from collections.abc import Callable
from typing import Any


class once:
    """Like ``functools.cached_property``, without the lock that Python 3.11 takes for each value.

    Articles have a dozen such values each and never leave the thread that made them.
    """

    def __init__(self, compute: Callable[[Any], Any]):
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> Any:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value
