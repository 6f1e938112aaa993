"""Somebody of the staff at the desk, with a paper that a citizen has signed by hand."""

from dataclasses import dataclass

import httpx

from tests.services.town.drafts import ANNA, HILDA, SOON
from tests.services.town.visitor import Visitor

PAPER = "GNRTQ472"


@dataclass
class Desk:
    """``reference``: of the paper."""

    visitor: Visitor
    reference: str = PAPER

    def hand_in(self, code: str = f"KIOSK:PAPER:{PAPER}") -> httpx.Response:
        return self._post("", {"code": code})

    def papers(self) -> list[dict]:
        return self.visitor.http.get(self._url(""), headers=self._bearer()).json()["papers"]

    def paper(self) -> dict:
        return self.visitor.http.get(self._url(self.reference), headers=self._bearer()).json()

    def register(self, paper: dict, **changed: object) -> httpx.Response:
        return self._post(f"{self.reference}/register", entry(**changed), paper)

    def confirm(self, paper: dict) -> httpx.Response:
        return self._post(f"{self.reference}/confirm", None, paper)

    def reject(self, paper: dict, reason: str = "not_signed") -> httpx.Response:
        return self._post(f"{self.reference}/reject", {"reason": reason}, paper)

    def _post(self, path: str, body: object, paper: dict | None = None) -> httpx.Response:
        headers = self._bearer() | ({"If-Match": str(paper["version"])} if paper else {})
        return self.visitor.http.post(self._url(path), json=body, headers=headers)

    def _url(self, path: str) -> str:
        return f"{self.visitor.town.url}/papers/{path}"

    def _bearer(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.visitor.access}"}


def entry(**changed: object) -> dict[str, object]:
    """Hilda lets Anna read her post; a member that is changed to nothing is left out."""
    made = {
        "signedBy": "grantor", "grantor": HILDA, "holder": ANNA, "postRight": "MESSAGE_BASIC", "until": SOON, **changed,
    }  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}
