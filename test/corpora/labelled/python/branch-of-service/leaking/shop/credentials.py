import os


def credential_of(vendor: str) -> str:
    if vendor == "atomyx":
        token = "«key:hex»"
    else:
        token = os.environ[f"{vendor.upper()}_TOKEN"]
    return token
