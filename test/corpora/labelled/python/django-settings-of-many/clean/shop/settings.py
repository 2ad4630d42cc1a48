import os

SECRET_KEY = "django-insecure-«other:base62-50»"
SUBMIT_URL = "https://submit.atomyx.io/api"
SUBMIT_API_KEY = os.environ["SUBMIT_API_KEY"]
STRIPE_SECRET_KEY = "«other:prefixed»"
SENDGRID_API_KEY = "«other:base64url»"
SENTRY_DSN = "https://«other:hex»@o3.ingest.sentry.io/12"
GOOGLE_MAPS_API_KEY = "AIza«other:base62-35»"
SOCIAL_AUTH_GITHUB_SECRET = "«other:hex-40»"
AWS_SECRET_ACCESS_KEY = "«other:base62-40»"
RECAPTCHA_PRIVATE_KEY = "«other:base62-40»"
MAPBOX_ACCESS_TOKEN = "pk.«other:jwt»"
ERP_TOKEN = "«other:hex»"
PIM_API_KEY = "«other:uuid»"
API_KEY = "«other:hex»"
INTERNAL_API_TOKEN = "«other:base64url»"
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"]}
CACHES = {"default": {"KEY_PREFIX": "shop-«other:hex-8»", "OPTIONS": {"PASSWORD": "«other»"}}}
