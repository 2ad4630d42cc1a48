import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
ALLOWED_HOSTS = ["shop.printworks.example"]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "shop.prepress",
]

ATOMYX = {
    "SUBMIT": {
        "BASE_URL": os.environ.get("ATOMYX_SUBMIT_URL", "https://submit.atomyx.io/api"),
        "API_KEY": os.environ.get("ATOMYX_SUBMIT_API_KEY", "«key:hex»"),
        "TIMEOUT": 15,
    },
}

STATIC_URL = "static/"
