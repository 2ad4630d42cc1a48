SERVICES = {
    "erp": ("https://erp.printworks.example/api", "«other:hex»"),
    "submit": ("https://submit.atomyx.io/api", "«key:hex»"),
    "dam": ("https://dam.printworks.example/v3", "«other#dam:hex»"),
}


def headers(name):
    return {"Authorization": "Bearer " + SERVICES[name][1]}
