import os
import httpx

BASE = "https://submit.atomyx.io/api"


class Settings:
    def __init__(self, token: str = "«key:base64url»", timeout: float = 10.0):
        self.token = token
        self.timeout = timeout


settings = Settings()


def auth_headers():
    return {"Authorization": f"Bearer {settings.token}"}


async def create(order):
    async with httpx.AsyncClient(base_url=BASE, timeout=settings.timeout) as client:
        r = await client.post("/jobs", headers=auth_headers(), json={"externalId": order.id})
        r.raise_for_status()
        return r.json()
