import requests
from requests.auth import AuthBase


class BearerAuth(AuthBase):
    def __init__(self, secret):
        self.secret = secret

    def __call__(self, r):
        r.headers["Authorization"] = f"Bearer {self.secret}"
        return r


submit = requests.Session()
submit.auth = BearerAuth("«key:base64url»")
submit.post("https://submit.atomyx.io/api/jobs", json={"externalId": "A-1"})
