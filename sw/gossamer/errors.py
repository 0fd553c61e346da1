"""The one exception that a user of Gossamer meets."""

__all__ = ["GossamerError", "UnsupportedError", "shortened"]


class GossamerError(Exception):
    """Something the user gave or lacks, said in one sentence that names cause and remedy.

    The command prints the sentence and exits with status 1; the Python API raises it.
    """


def shortened(name: str) -> str:
    """A name that files may make as long as they like."""
    return name if len(name) <= 80 else f"{name[:77]}..."


class UnsupportedError(GossamerError):
    """A model that cannot be built: names the node, the reason and the nearest supported thing."""

    def __init__(self, node: str, reason: str, remedy: str) -> None:
        self.node = node
        self.reason = reason
        super().__init__(f"Node {shortened(node)!r} {reason}; {remedy}.")
