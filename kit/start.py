"""What the offline kit runs first; lies in its folder `program`, beside the libraries.

Processes that the program starts for itself run this file again, under another name: they refuse the network too.
"""

import sys
from pathlib import Path

PROGRAM = Path(__file__).absolute().parent
SEEN = [str(PROGRAM / name) for name in ("site-packages", "libraries.zip")]

sys.path[:] = [*SEEN, *(path for path in sys.path if path not in SEEN)]

from generator.offline.network import refuse_network  # noqa: E402  # found only now

refuse_network()

if __name__ == "__main__":
    from generator.cli.offline import offline_main

    offline_main(PROGRAM.parent)
