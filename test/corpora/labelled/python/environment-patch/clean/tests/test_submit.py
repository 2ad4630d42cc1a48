import pytest


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    monkeypatch.setenv("ATOMYX_SUBMIT_API_KEY", "test-key")
    monkeypatch.setenv("ATOMYX_CALLBACK_SECRET", "«other:hex»")
