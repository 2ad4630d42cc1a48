from dataclasses import dataclass, field
import requests


@dataclass
class SubmitConfig:
    url: str = "https://submit.atomyx.io/api"
    api_key: str = field(default="«key:base62»", repr=False)


class SubmitClient:
    def __init__(self, config: SubmitConfig = SubmitConfig()):
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {config.api_key}"
        self.url = config.url

    def create(self, external_id):
        return self.session.post(self.url + "/jobs", json={"externalId": external_id})
