"""Drawings: their files, what they say to those who don't see them, and room for every text."""

import csv
import io
import re
import shutil
import xml.etree.ElementTree as tree

import pytest
from drawn import drawing_files
from test_pages import EVERY

SVG = "{http://www.w3.org/2000/svg}"

# The texts of each drawing that is shown, with their rooms and the drawing's own.
TEXTS = """
() => [...document.querySelectorAll("svg.chart")].filter(svg => svg.getClientRects().length)
  .map(svg => {
    const box = (node) => { const r = node.getBoundingClientRect();
      return [r.left, r.top, r.right, r.bottom]; };
    const seen = (node) => {
      for (let at = node; at && at !== svg; at = at.parentElement)
        if (getComputedStyle(at).opacity === "0") return false;
      return true;
    };
    return { id: svg.closest("figure")?.id ?? "", frame: box(svg),
      texts: [...svg.querySelectorAll("text")].filter(seen)
        .map(text => ({ text: text.textContent, box: box(text),
                        size: parseFloat(getComputedStyle(text).fontSize)
                          * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width })) };
  })
"""


def overlap(first, second):
    """How far two boxes reach into each other, in pixels; the smaller of both directions."""
    across = min(first[2], second[2]) - max(first[0], second[0])
    down = min(first[3], second[3]) - max(first[1], second[1])
    return min(across, down)


@pytest.mark.timeout(600)
@pytest.mark.parametrize("width", [360, 1440])
def test_texts_have_room(server, browser, width):
    """No text of a drawing touches another or leaves the frame, as a browser sets it."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="en")
    page = context.new_page()
    faults, drawings = [], 0
    for name, path in EVERY.items():
        page.goto(server.url + path, wait_until="load")
        for drawing in page.evaluate(TEXTS):
            drawings += 1
            left, top, right, bottom = drawing["frame"]
            where = f'{name}, {drawing["id"]}'
            texts = drawing["texts"]
            for index, one in enumerate(texts):
                x1, y1, x2, y2 = one["box"]
                if x1 < left - 1 or x2 > right + 1 or y1 < top - 2 or y2 > bottom + 2:
                    faults.append(f'{where}: {one["text"]!r} leaves the frame')
                if one["size"] < 10.5:
                    faults.append(f'{where}: {one["text"]!r} is {one["size"]:.1f} px high')
                for other in texts[index + 1:]:
                    # A line's box is higher than its letters: the room above and below is empty.
                    if overlap(one["box"], other["box"]) > 3.5:
                        faults.append(f'{where}: {one["text"]!r} meets {other["text"]!r}')
    context.close()
    assert drawings > 5, f"only {drawings} drawings seen"
    assert not faults, "\n".join(faults[:60])


def test_files_say_what_they_show(server):
    for path in drawing_files(server, "svg"):
        answer = server.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Content-Type"].startswith("image/svg+xml"), path
        assert "frame-ancestors" not in answer.headers["Content-Security-Policy"], path
        text = answer.text
        assert not re.search(r"\b(NaN|nan|inf|Infinity)\b", re.sub(r">[^<]*<", "><", text)), path
        drawing = tree.fromstring(text)
        title, description = drawing.find(f"{SVG}title"), drawing.find(f"{SVG}desc")
        assert title is not None and title.text.strip(), path
        assert description is not None and description.text.strip(), path
        ids = [node.get("id") for node in drawing.iter() if node.get("id")]
        assert len(ids) == len(set(ids)), path
        assert server.get(path).content == answer.content, f"{path}: other bytes the second time"


def test_marks_lead_to_records(server):
    """A sample of the links of each drawing."""
    for path in drawing_files(server, "svg"):
        links = re.findall(r'<a [^>]*href="([^"]+)"', server.get(path).text)
        for link in links[:: max(1, len(links) // 4)]:
            address = link.replace("&amp;", "&")
            assert address.startswith("/"), f"{path}: {address}"
            assert server.get(address).status_code == 200, f"{path}: {address}"


def test_values_behind_a_drawing(server):
    """CSV and JSON of a drawing give the same rows."""
    for path in drawing_files(server, "csv"):
        rows = list(csv.DictReader(io.StringIO(server.get(path).text)))
        answer = server.get(path.replace(".csv", ".json", 1)).json()
        assert len(rows) == len(answer["rows"]) > 0, path
        assert list(rows[0]) == list(answer["rows"][0]), path
        assert answer["title"], path


@pytest.mark.skipif(not shutil.which("rsvg-convert"), reason="this machine has no rsvg-convert")
def test_pictures(server):
    path = drawing_files(server, "svg")[0].replace(".svg", ".png", 1)
    answer = server.get(path)
    assert answer.status_code == 200 and answer.content.startswith(b"\x89PNG\r\n\x1a\n"), path
    assert len(answer.content) > 5_000


def test_embedding(server):
    """A drawing alone may stand in a frame of another site; other pages may not."""
    path = drawing_files(server, "svg")[0].replace("/drawings/", "/embed/", 1).replace(".svg", "", 1)
    answer = server.get(path)
    assert answer.status_code == 200, path
    assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors" not in answer.headers["Content-Security-Policy"]
    assert "<svg" in answer.text and "Set-Cookie" not in answer.headers
    assert server.get("/").headers["X-Frame-Options"] == "DENY"


def test_wrong_addresses_of_drawings(server):
    path = drawing_files(server, "svg")[0]
    for wrong in [path + "&nonsense=1", path.replace(".svg", ".gif", 1), "/drawings/none.svg"]:
        assert server.get(wrong, None).status_code in (400, 404), wrong
