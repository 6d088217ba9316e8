"""`python -m ui`: serve the page from this machine until Ctrl-C."""

import errno
import socket
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import streamlit as st
import typer
import uvicorn

from store.command_line import run
from store.errors import SettingsError

APP = Path(__file__).resolve().parent.parent / "app.py"
_LOCAL = ("127.0.0.1", "0.0.0.0")


def main(
    port: Annotated[int, typer.Option(min=1, max=65535, help="端口")] = 8501,
    host: Annotated[str, typer.Option(help="监听地址；0.0.0.0 让同一网络的同事也能打开")] = "127.0.0.1",
) -> None:
    """在本机启动政策问答的网页，按 Ctrl-C 停止。"""
    listening = _listen(host, port)
    print(f"打开 http://{'localhost' if host in _LOCAL else host}:{port}", flush=True)
    with suppress(KeyboardInterrupt):
        uvicorn.Server(uvicorn.Config(st.App(APP), log_config=None, access_log=False)).run([listening])


def _listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections at once, though the page behind it needs a second more to start.

    Raises SettingsError where there can be none.
    """
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = "make run 用 PORT=端口，python -m ui 用 --port 端口"
            problem = f"端口 {port} 已被占用。请关闭占用它的程序，或换一个端口（{other}）。"
        else:
            problem = f"不能在 {host}:{port} 启动（{error.strerror}）。请用 --host、--port 换一个地址。"
        raise SettingsError(problem) from error


if __name__ == "__main__":
    run(partial(typer.run, main))
