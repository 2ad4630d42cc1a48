import requests


class Preflight:
    base = "https://submit.atomyx.io/api"

    @property
    def credential(self):
        return "«key:base64url»"

    def create(self, job):
        return requests.post(f"{self.base}/jobs", json=job, headers={"Authorization": f"Bearer {self.credential}"})
