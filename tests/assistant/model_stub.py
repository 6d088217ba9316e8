"""A server that speaks OpenAI's wire format and says what it is told to, or fails as it is told to."""

import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One reply. `pause` is the seconds before each piece of `text`, while comments keep the connection busy."""

    text: str = ""
    finish: str = "stop"
    status: int = 200
    pause: float = 0.0
    raw: bytes = b""  # sent in place of a stream

    def events(self) -> Iterator[bytes]:
        """The stream: the text three characters at a time, as server-sent events."""
        for start in range(0, len(self.text), 3):
            yield self._event({"role": "assistant", "content": self.text[start : start + 3]}, None)
        yield self._event({}, self.finish)
        yield b"data: [DONE]\n\n"

    def _event(self, delta: dict[str, str], finish: str | None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "stub", "choices": [choice]}
        return f"data: {json.dumps(chunk)}\n\n".encode()


@dataclass
class StubModel:
    """Gives its `replies` in turn, the last one for ever; keeps what it was asked."""

    replies: list[Reply] = field(default_factory=lambda: [Reply("好的。")])
    requests: list[dict[str, Any]] = field(default_factory=list)
    url: str = ""

    @property
    def prompts(self) -> list[str]:
        """The text of each request, system and user together."""
        return ["\n".join(message["content"] for message in request["messages"]) for request in self.requests]

    def answer(self, request: dict[str, Any]) -> Reply:
        """The reply to `request`."""
        self.requests.append(request)
        return self.replies[min(len(self.requests), len(self.replies)) - 1]


def serve(stub: StubModel) -> ThreadingHTTPServer:
    """A server on a free port of this machine, in a thread of its own; `stub.url` is its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            reply = stub.answer(request | {"path": self.path, "authorization": self.headers["Authorization"]})
            self.send_response(reply.status)
            self.send_header("Content-Type", "text/event-stream" if reply.status == 200 else "application/json")
            self.end_headers()
            with suppress(BrokenPipeError, ConnectionResetError):  # the client may give up, as it should
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            if reply.raw or reply.status != 200:
                self.wfile.write(reply.raw or b'{"error": {"message": "no"}}')
                return
            for event in reply.events():
                for _ in range(int(reply.pause / 0.05)):
                    time.sleep(0.05)
                    self.wfile.write(b": busy\n\n")
                    self.wfile.flush()
                self.wfile.write(event)
                self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stub.url = f"http://127.0.0.1:{server.server_port}/v1"
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server
