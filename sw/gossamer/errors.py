"""The one exception that a user of Gossamer meets."""

__all__ = ["GossamerError", "UnsupportedError"]


class GossamerError(Exception):
    """Something the user gave or lacks, said in one sentence that names cause and remedy.

    The command prints the sentence and exits with status 1; the Python API raises it.
    """


class UnsupportedError(GossamerError):
    """A model that cannot be built: names the node, the reason and the nearest supported thing."""

    def __init__(self, node: str, reason: str, remedy: str) -> None:
        self.node = node
        self.reason = reason
        super().__init__(f"Node {node!r} {reason}; {remedy}.")
