"""Fixtures: a built executable, a register with the built-in data set, a server, a browser."""

import shutil

import house
import pytest
from playwright.sync_api import sync_playwright


def pytest_report_header():
    return f"fondaco: {house.BINARY}"


@pytest.fixture(scope="session", autouse=True)
def executable():
    if not house.BINARY.exists():
        pytest.exit(f"{house.BINARY} doesn't exist; build it first (`make acceptance` does)", 2)


@pytest.fixture(scope="session")
def atlas():
    return house.atlas()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A server on the built-in data set, for all tests that only read."""
    with house.Server(tmp_path_factory.mktemp("served") / "data") as running:
        # What the server makes in the background is there before a test looks.
        for path in ("/track", "/compare", "/findings"):
            running.settled(path)
        yield running


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking",
                  "--disable-dev-shm-usage"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def loaded(tmp_path_factory):
    """A data directory with the built-in data set; copy it before changing it."""
    data = tmp_path_factory.mktemp("loaded") / "data"
    with house.Server(data):
        pass
    return data


@pytest.fixture
def copy(loaded, tmp_path):
    """A copy of the loaded register that a test may change or break."""
    return shutil.copytree(loaded, tmp_path / "data")


@pytest.fixture
def data(tmp_path):
    """A register without the built-in set: one source and two places."""
    return house.fresh(tmp_path / "register", house.SOURCE,
                       house.place("xx", type="country"), house.place("xx/town", parent="place/xx"))
