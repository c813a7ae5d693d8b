"""Which browser do the browser tests use? This machine's Chromium; where there is none, they are left out."""

import os
import shutil

import pytest

NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = os.environ.get("PORTAL_CHROMIUM") or next(filter(None, map(shutil.which, NAMEN)), None)

# Playwright runs an event loop in the thread of the test, which Django takes for an async view.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_sessionstart(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter:  # a process that works for another one has none
        reporter.write_line(f"Browser: {CHROMIUM or 'kein Chromium gefunden, die Browser-Tests entfallen'}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if CHROMIUM is None:
        for item in items:
            if {"browser", "browser_type"} & set(getattr(item, "fixturenames", ())):
                item.add_marker(pytest.mark.skip(reason="kein Chromium gefunden"))


@pytest.fixture(autouse=True, scope="session")
def gestaltet():
    """Styles come as in production; pytest-django would look for them by names they do not have, and find none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.contrib.staticfiles.handlers.StaticFilesHandler._should_handle", lambda *_: False)
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    argumente = ["--disable-gpu", "--disable-quic", "--disable-sync", "--disable-component-update"]
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": argumente}
