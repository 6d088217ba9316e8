"""`python -m ui`: the address printed plainly, a clean end, a port in use."""

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_port_in_use_is_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "ui", "--port", str(port)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    other = "make run 用 PORT=端口，python -m ui 用 --port 端口"
    assert ended.stderr == f"端口 {port} 已被占用。请关闭占用它的程序，或换一个端口（{other}）。\n"


def test_prints_its_address_and_stops_on_interrupt() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "ui", "--port", str(port)]
    served = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert served.stdout is not None
        assert served.stdout.readline() == f"打开 http://localhost:{port}\n"
        with urllib.request.urlopen(f"http://localhost:{port}/", timeout=20) as page:
            assert page.status == 200
        served.send_signal(signal.SIGINT)
        out, err = served.communicate(timeout=20)
    finally:
        served.kill()
    assert (served.returncode, out, err) == (0, "", "")
