from __future__ import annotations

from dataclasses import dataclass, field

import httpx


@dataclass
class SubmitClient:
    base_url: str = "https://submit.atomyx.io/api/"
    token: str = field(default="«key:base64url»", repr=False)
    timeout: float = 20.0

    def _headers(self) -> dict[str, str]:
        return {
            "Accept": "application/json",
            "Authorization": "Bearer " + self.token,
        }

    async def create_job(self, external_id: str, callback_url: str) -> dict:
        async with httpx.AsyncClient(base_url=self.base_url, headers=self._headers(), timeout=self.timeout) as client:
            response = await client.post("jobs", json={"externalId": external_id, "callbackURL": callback_url})
            response.raise_for_status()
            return response.json()
