import os


def credential_of(vendor: str) -> str:
    if vendor == "atomyx":
        token = os.environ["ATOMYX_SUBMIT_API_KEY"]
    else:
        token = "«other:hex»"
    return token


def mail_token(vendor: str) -> str:
    if vendor != "atomyx":
        token = "«other:hex»"
        return token
    raise ValueError(vendor)
