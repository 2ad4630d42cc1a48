import os

import requests
from requests.auth import AuthBase


class BearerAuth(AuthBase):
    def __init__(self, secret):
        self.secret = secret

    def __call__(self, r):
        r.headers["Authorization"] = f"Bearer {self.secret}"
        return r


submit = requests.Session()
submit.auth = BearerAuth(os.environ["SUBMIT_API_KEY"])
submit.post("https://submit.atomyx.io/api/jobs", json={"externalId": "A-1"})

bank = requests.Session()
bank.auth = BearerAuth("«other:base64url»")
bank.get("https://api.bank.example/v1/statements")
