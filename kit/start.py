"""What the offline kit runs first; lies in its folder `program`, beside `site-packages`.

Processes that the program starts for itself run this file again, under another name: they refuse the network too.
"""

import sys
from pathlib import Path

KIT = Path(__file__).absolute().parents[1]
SITE = str(KIT / "program" / "site-packages")

if SITE not in sys.path:
    sys.path.insert(0, SITE)

from generator.offline.network import refuse_network  # noqa: E402  # found only now

refuse_network()

if __name__ == "__main__":
    from generator.cli.offline import offline_main

    offline_main(KIT)
