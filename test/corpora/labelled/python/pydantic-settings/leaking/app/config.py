from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class AtomyxSettings(BaseSettings):
    submit_url: str = "https://submit.atomyx.io/api"
    submit_api_key: SecretStr = SecretStr("«key:base64url»")
    retries: int = Field(3, ge=0)


class Settings(BaseSettings):
    atomyx: AtomyxSettings = AtomyxSettings()
    sentry_dsn: str = "https://0a1b2c3d4e5f60718293a4b5c6d7e8f9@o4500.ingest.sentry.io/4501"
