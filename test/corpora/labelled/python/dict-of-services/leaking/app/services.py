SERVICES = {
    "mailer": {"base_url": "https://api.mailer.example.com/v3", "token": "«other:hex»"},
    "submit": {"base_url": "https://submit.atomyx.io/api", "token": "«key:hex»"},
    "erp": {"base_url": "https://erp.printworks.example.com/odata", "token": "«other:base64url»"},
}


def headers(name):
    return {"Authorization": "Bearer " + SERVICES[name]["token"], "Accept": "application/json"}
