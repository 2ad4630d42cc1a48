from celery import shared_task
from requests import Request, Session

ENDPOINTS = dict(jobs="https://submit.atomyx.io/api/jobs")


@shared_task
def submit(order_id, bearer="«key:base64url»"):
    req = Request("POST", ENDPOINTS["jobs"], json={"externalId": order_id})
    req.headers["Authorization"] = "Bearer {0}".format(bearer)
    return Session().send(req.prepare()).status_code
