import requests

PAY_TOKEN = "«other:hex»"
PREFLIGHT_TOKEN = "«key:hex»"


def call(url, token, **body):
    return requests.post(url, json=body, headers={"Authorization": "Bearer " + token}, timeout=10)


def pay(amount):
    return call("https://api.pay.example.com/charges", PAY_TOKEN, amount=amount)


def preflight(order):
    return call("https://submit.atomyx.io/api/jobs", PREFLIGHT_TOKEN, externalId=order)
