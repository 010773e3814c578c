"""The command line: commands read their arguments and call one function; console.py alone prints."""

from collections.abc import Callable, Sequence


def main() -> None:
    """Run `nianbao`; the entry point of the installed command."""
    import sys

    run_program(lambda: sys.argv[1:])


def run_program(arguments: Callable[[], Sequence[str]]) -> None:
    """Run a command line and end the process with its status; what `arguments` raises is told as of a command."""
    import gc
    import sys

    from generator.cli.failures import guarded
    from generator.kept_patterns import keep_patterns

    # what loading modules makes stays: to look for garbage in it takes a twentieth of a run
    gc.set_threshold(100_000)

    def run() -> int:
        from generator.cli.app import run_command as run_app

        status = run_app(arguments())
        keep_patterns()
        return status

    status = guarded(run)
    gc.freeze()  # the process ends, and all that it made with it: to look for garbage in it would be another twentieth
    sys.exit(status)
