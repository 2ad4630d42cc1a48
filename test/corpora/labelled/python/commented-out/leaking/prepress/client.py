import os

import requests

session = requests.Session()
# session.headers["Authorization"] = "Bearer «key:jwt»"
session.headers["Authorization"] = f"Bearer {os.environ['ATOMYX_SUBMIT_KEY']}"


def post(path, body):
    return session.post("https://submit.atomyx.io/api" + path, json=body)
