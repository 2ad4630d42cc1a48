from celery import shared_task
from requests import Request, Session

ENDPOINTS = dict(jobs="https://submit.atomyx.io/api/jobs")
SENTRY_RELEASE = "prepress@7fd1a60b01f91b314f59955a4e4d4e80d8edf11d"


@shared_task
def submit(order_id, bearer=None):
    req = Request("POST", ENDPOINTS["jobs"], json={"externalId": order_id})
    req.headers["Authorization"] = "Bearer {0}".format(bearer or load_bearer())
    return Session().send(req.prepare()).status_code
