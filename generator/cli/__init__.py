"""The command line: commands read their arguments and call one function; console.py alone prints."""


def main() -> None:
    """Run `nianbao`; the entry point of the installed command."""
    import gc
    import sys

    from generator.cli.failures import guarded

    # what loading modules makes stays: to look for garbage in it takes a twentieth of a run
    gc.set_threshold(100_000)

    def run() -> int:
        from generator.cli.app import run_command as run_app

        return run_app(sys.argv[1:])

    sys.exit(guarded(run))
