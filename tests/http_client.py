"""A blocking HTTP client for servers on this computer."""

import http.client
from dataclasses import dataclass

TIMEOUT = 20  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete HTTP response."""

    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def text(self) -> str:
        """The content, decoded."""
        return self.content.decode()


def send_request(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Send a request on a connection of its own; the path is sent as it is given."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    answer = Answer(response.status, response.headers, response.read())
    connection.close()
    return answer
