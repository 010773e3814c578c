"""Time of one report from its facts to the bytes of a Word file, ours beside others; bench/engines.py has the engines.

    python bench/document.py                    # about a minute
    python bench/document.py --rounds 300

Each engine runs in a process of its own; they take turns (A B C, B C A, …), so that a slow minute of the machine falls
on all alike, and each turn is of another unit. Printed are the fastest turn and the median, in CPU milliseconds, and
how many times as long as our whole way it is. What is not installed is left out with a line.
"""

from __future__ import annotations

import argparse
import io
import re
import resource
import statistics
import subprocess
import sys
import time
import zipfile

from engines import ANY_UNIT, ENGINES, MissingError, ours

OURS = "本程序：全程"
SLOW = 0.2  # an engine that takes more seconds does only every tenth round
TURN = 0.04  # seconds that a turn takes at least: one report of a slow engine, some of a fast one


def _text_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        xml = package.read("word/document.xml").decode()
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", xml)).replace("。", "")


def _is_right(name: str, text: str) -> bool:
    """Compare the text; of the one that writes it in words of its own, look for some figures."""
    if name.startswith("下限"):
        return True
    if name == ANY_UNIT:
        return all(figure in text for figure in ("50余次", "5000多名", "198起", "141条", "配备执法记录仪"))
    return text == _text_of(ours()(0))


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


class Worker:
    """One engine in a process of its own, so that none pays for another's memory."""

    def __init__(self, name: str) -> None:
        command = [sys.executable, __file__, "--worker", name]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.answer = self.ask(0)

    def ask(self, number: int) -> str:
        self.process.stdin.write(f"{number}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


def work(name: str) -> None:
    """Answer a line with a number by the CPU seconds that a report of that unit takes; the first one by its size."""
    try:
        render = ENGINES[name]()
    except (MissingError, ImportError) as error:
        print(f"没有安装：{error}", flush=True)
        return
    data = render(0)
    if not _is_right(name, _text_of(data)):
        print("写出的不是这份报告", flush=True)
        return
    sys.stdin.readline()
    print(len(data), flush=True)
    for line in sys.stdin:
        start, used, count = time.perf_counter(), _cpu(), 0
        while not count or time.perf_counter() - start < TURN:
            render(int(line) * 100 + count)
            count += 1
        print((_cpu() - used) / count, flush=True)


def measure(rounds: int) -> None:
    workers = {name: Worker(name) for name in ENGINES}
    for name, worker in workers.items():
        if not worker.answer.isdecimal():
            print(f"{name}：{worker.answer}")
    names = [name for name, worker in workers.items() if worker.answer.isdecimal()]
    times: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            if number % 10 and times[name] and times[name][0] > SLOW:
                continue
            times[name].append(float(workers[name].ask(number + 1)))
    least = {name: min(found) * 1000 for name, found in times.items()}
    middle = {name: statistics.median(found) * 1000 for name, found in times.items()}
    print(f"{rounds} 轮；CPU 毫秒，括号内是本程序全程的倍数")
    for name in names:
        fastest = f"{least[name]:8.2f}（{least[name] / least[OURS]:6.2f}）"
        median = f"{middle[name]:8.2f}（{middle[name] / middle[OURS]:6.2f}）"
        print(f"{name:<20} 最快{fastest}  居中{median}  {workers[name].answer:>7} 字节")


def main() -> None:
    arguments = argparse.ArgumentParser(description="一份报告写成 Word 的时间，与别的做法对照")
    arguments.add_argument("--rounds", type=int, default=100)
    arguments.add_argument("--worker", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.worker:
        work(given.worker)
    else:
        measure(given.rounds)


if __name__ == "__main__":
    main()
