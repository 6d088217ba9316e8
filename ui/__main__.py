"""`python -m ui`: serve the page from this machine until Ctrl-C."""

import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any

import streamlit as st
import typer
import uvicorn

APP = Path(__file__).resolve().parent.parent / "app.py"


def main(
    port: Annotated[int, typer.Option(min=1, max=65535, help="端口")] = 8501,
    host: Annotated[str, typer.Option(help="监听地址；0.0.0.0 让同一网络的同事也能打开")] = "127.0.0.1",
) -> None:
    """在本机启动政策问答的网页，按 Ctrl-C 停止。"""
    if problem := _cannot_listen(host, port):
        print(problem, file=sys.stderr)
        raise SystemExit(2)

    @asynccontextmanager
    async def announced(_: Any) -> AsyncIterator[None]:
        print(f"打开 http://localhost:{port}", flush=True)
        yield

    uvicorn.run(st.App(APP, lifespan=announced), host=host, port=port, log_config=None, access_log=False)


def _cannot_listen(host: str, port: int) -> str:
    """Why `host`:`port` cannot be used, in one sentence; "" if it can."""
    with socket.socket() as probe:
        # As the server itself does: a port that was only just left is not in use.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return f"不能在 {host}:{port} 启动（{error.strerror}）。请关闭占用该端口的程序，或用 --port 换一个端口。"
    return ""


if __name__ == "__main__":
    typer.run(main)
