import requests
from requests.auth import AuthBase


class BearerAuth(AuthBase):
    def __init__(self, token):
        self.token = token

    def __call__(self, r):
        r.headers["authorization"] = "Bearer " + self.token
        return r


resp = requests.post(
    "https://submit.atomyx.io/api/jobs",
    auth=BearerAuth("«key:hex»"),
    json={"externalId": "4711"},
)
