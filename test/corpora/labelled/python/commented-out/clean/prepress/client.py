import os

import requests

session = requests.Session()
# session.headers["Authorization"] = "Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
# session.headers["Authorization"] = "Bearer <paste the key from Atomyx Vault>"
session.headers["Authorization"] = f"Bearer {os.environ['ATOMYX_SUBMIT_KEY']}"


def post(path, body):
    return session.post("https://submit.atomyx.io/api" + path, json=body)
