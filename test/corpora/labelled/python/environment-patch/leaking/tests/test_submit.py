import pytest


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    monkeypatch.setenv("ATOMYX_SUBMIT_API_KEY", "«key:hex»")
    monkeypatch.setenv("ATOMYX_CALLBACK_SECRET", "«other:hex»")
