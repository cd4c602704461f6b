"""The calendar and the feeds as calendar programs and feed readers see them."""

import csv
import datetime
import io
import re

import feedparser
import house
import icalendar
import pytest
from house import CITE, SOURCE

NASTY = "a,b;c\\d \"q\" 'r' <b>&amp; Гродно — " + "🏛é" * 40


def calendar(server, path):
    """The calendar at an address, read by a real parser, and its bytes."""
    answer = server.get(path)
    assert answer.headers["Content-Type"].startswith("text/calendar"), answer.headers
    lines = answer.content.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in b"".join(lines) and b"\r" not in b"".join(lines)
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")
    return icalendar.Calendar.from_ical(answer.content), answer.content


def events(parsed):
    return {str(event["UID"]): event for event in parsed.walk("VEVENT")}


def dates(atlas):
    """All dates that the calendar should hold: (id, date, what)."""
    for key, record in atlas.items():
        if record["kind"] == "event" and (date := record.get("start", record.get("end"))):
            yield key, date, "event"
        if record["kind"] == "measure" and "deadline" in record:
            yield key, record["deadline"], "deadline"
        if record["kind"] == "agreement":
            if date := record.get("signed", record.get("valid_from")):
                yield key, date, "beginning"
            if "valid_to" in record:
                yield key, record["valid_to"], "expiry"


def test_calendar_holds_every_date(server, atlas):
    items, total = server.pages_of("/api/calendar", limit=100)
    assert total == len(items)
    assert sorted((item["id"], item["start"], item["what"]) for item in items) \
        == sorted(dates(atlas))
    for item in items:
        assert item["cite"] == atlas[item["id"]]["cite"]
        precise = {4: "year", 7: "month", 10: "day"}
        longest = min(len(item["start"]), len(item.get("end", "2021-01-01")))
        assert item["precision"] == precise[longest]
    starts = [item["start"] for item in items]
    assert [start[:4] for start in starts] == sorted(start[:4] for start in starts)


def test_calendar_as_csv_is_the_same(server):
    items, _ = server.pages_of("/api/calendar", limit=500)
    rows = list(csv.DictReader(io.StringIO(server.get("/api/calendar.csv").text)))
    assert [(row["id"], row["what"], row["start"]) for row in rows] \
        == [(item["id"], item["what"], item["start"]) for item in items]


@pytest.mark.parametrize("parameters", [
    {"what": "event"}, {"what": "deadline,expiry"}, {"country": "place/it"},
    {"series": "forum-of-regions-by-ru"}, {"from": "2021-06", "to": "2021-06"},
    {"place": "place/by", "what": "beginning"}])
def test_calendar_filters(server, parameters):
    some, _ = server.pages_of("/api/calendar", **parameters)
    every, _ = server.pages_of("/api/calendar", limit=500)
    names = [(item["id"], item["what"]) for item in every]
    assert 0 < len(some) < len(every)
    assert all((item["id"], item["what"]) in names for item in some)
    if "what" in parameters:
        assert {item["what"] for item in some} <= set(parameters["what"].split(","))
    if "from" in parameters:
        assert all(item["start"][:7] in ("2021", "2021-06") or "end" in item for item in some)


@pytest.mark.parametrize("query", [
    "what=", "what=x", "from=2021-13", "series=A", "lang=de", "precision=hour", "whta=event",
    "country=org/x", "country=place/nowhere"])
def test_feeds_refuse_what_they_dont_know(server, query):
    assert query.split("=")[0] in server.get("/calendar.ics?" + query, status=400).text


def test_icalendar_of_the_whole_data_set(server, atlas):
    parsed, _ = calendar(server, "/calendar.ics?precision=year")
    assert parsed.get("VERSION") == "2.0" and parsed.get("PRODID")
    assert parsed.get("NAME") and "P1D" in parsed.to_ical().decode()
    found = events(parsed)
    expected = list(dates(atlas))
    assert len(found) == len(expected)
    spans = sorted(
        (re.sub(r"^http://[^/]+/records/", "", str(event["URL"])), event["DTSTART"].dt)
        for event in found.values())
    first = [(key, datetime.date(*(int(part) for part in (date + "-01-01")[:10].split("-"))))
             for key, date, _ in expected]
    assert spans == sorted(first)
    for event in found.values():
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        assert type(start) is datetime.date and start < end
        days = (end - start).days
        assert str(event["STATUS"]) == ("TENTATIVE" if days >= 28 else "CONFIRMED") \
            or days not in (28, 29, 30, 31, 365, 366)
        assert event["DTSTAMP"].dt.tzinfo is not None and event["SEQUENCE"] == 0
        assert str(event["URL"]).startswith(server.url + "/records/")
        assert "http" in str(event["DESCRIPTION"]) and event["CATEGORIES"].cats


def test_icalendar_never_makes_a_day_of_a_month(server, atlas):
    months, _ = calendar(server, "/calendar.ics")
    days, _ = calendar(server, "/calendar.ics?precision=day")
    years, _ = calendar(server, "/calendar.ics?precision=year")
    assert len(events(days)) < len(events(months)) < len(events(years))
    lengths = {length: sum(1 for _, date, _ in dates(atlas) if len(date) <= length)
               for length in (4, 7)}
    long = [event for event in events(years).values()
            if (event["DTEND"].dt - event["DTSTART"].dt).days >= 28]
    assert len(long) >= lengths[7]
    for event in events(months).values():
        assert (event["DTEND"].dt - event["DTSTART"].dt).days < 365
        if str(event["STATUS"]) == "TENTATIVE":
            assert "day not known" in str(event["SUMMARY"])


def test_icalendar_in_other_languages(server):
    for language in ["it", "ru"]:
        parsed, _ = calendar(server, f"/calendar.ics?lang={language}&what=event")
        assert events(parsed).keys() == events(calendar(server, "/calendar.ics?what=event")[0]).keys()


def nasty(revision):
    """Records whose names break what isn't written with care."""
    return [SOURCE, house.place("xx", type="city", name=NASTY, lat=1.5, lon=-2.25), {
        "kind": "event", "id": "event/x", "title": NASTY + revision, "type": "fair",
        "start": "2024-02-29", "end": "2024-03-01", "place": "place/xx",
        "outcome": "line; with, all\\", "cite": CITE}]


def test_feeds_of_nasty_names(tmp_path):
    data = house.fresh(tmp_path / "nasty", *nasty(""))
    with house.Server(data) as server:
        event, = events(calendar(server, "/calendar.ics")[0]).values()
        assert str(event["SUMMARY"]) == NASTY
        assert str(event["LOCATION"]) == NASTY
        assert event["GEO"].to_ical() == "1.5;-2.25"
        assert event["DTEND"].dt == datetime.date(2024, 3, 2)
        assert "line; with, all\\" in str(event["DESCRIPTION"])
        feed = feedparser.parse(server.get("/feed.atom").content)
        assert not feed.bozo and len(feed.entries) == 3
        first = {entry.id for entry in feed.entries}
    house.fondaco("import", "--data", data, "-", stdin=house.lines(nasty(" 2")), status=0)
    with house.Server(data) as server:
        again, = events(calendar(server, "/calendar.ics")[0]).values()
        assert again["UID"] == event["UID"] and again["SEQUENCE"] == 1
        feed = feedparser.parse(server.get("/feed.atom").content)
        newest = feed.entries[0]
        assert len(feed.entries) == 3 and newest.id not in first
        assert {entry.id for entry in feed.entries[1:]} < first
        assert "Revision 2" in newest.summary and "title" in newest.summary.lower()


def test_atom_of_the_whole_register(server, atlas):
    path, links, ids, times = "/feed.atom", [], [], []
    while path:
        answer = server.get(path)
        assert answer.headers["Content-Type"].startswith("application/atom+xml")
        feed = feedparser.parse(answer.content)
        assert not feed.bozo and feed.version == "atom10"
        assert feed.feed.id.startswith("urn:uuid:") and feed.feed.updated_parsed
        for entry in feed.entries:
            assert entry.title and entry.summary and entry.author == "atlas"
            links.append(entry.link.removeprefix(server.url + "/records/"))
            ids.append(entry.id)
            times.append(entry.updated)
        following = [link.href for link in feed.feed.links if link.rel == "next"]
        path = following[0].removeprefix(server.url) if following else None
    assert sorted(links) == sorted(atlas) and len(set(ids)) == len(ids)
    assert times == sorted(times, reverse=True)


def test_atom_filters(server, atlas):
    feed = feedparser.parse(server.get("/feed.atom?kind=event&place=place/by").content)
    assert feed.entries and all("/records/event/" in entry.link for entry in feed.entries)
    assert not feedparser.parse(server.get("/feed.atom?kind=event&before=1").content).entries
    assert "kind" in server.get("/feed.atom?kind=x", status=400).text


def test_pages_name_the_feed(server):
    assert 'type="application/atom+xml"' in server.get("/").text
    page = server.get("/calendar").text
    assert 'type="text/calendar"' in page and "/calendar.ics" in page


def test_feeds_are_kept_until_something_changes(server):
    for path in ["/calendar.ics", "/feed.atom", "/calendar", "/api/calendar"]:
        tag = server.get(path).headers["ETag"]
        assert server.get(path, status=304, headers={"If-None-Match": tag}).content == b""
