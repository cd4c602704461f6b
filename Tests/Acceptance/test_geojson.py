"""GeoJSON of records and of the map, read by a validator (RFC 7946)."""

import json
from decimal import Decimal

import pytest
from geojson_pydantic import FeatureCollection, LineString, MultiPoint, Point

MEDIA = "application/geo+json"
KINDS_WITH_PLACES = ["place", "organisation", "event", "project", "offer", "person", "agreement",
                     "observation"]


def features(server, path):
    """What stands at a path, checked."""
    answer = server.get(path)
    assert answer.status_code == 200, path
    assert answer.headers["Content-Type"] == MEDIA
    document = json.loads(answer.text, parse_float=Decimal)
    collection = FeatureCollection.model_validate_json(answer.text)
    assert len(collection.features) == len(document["features"])
    for feature in collection.features:
        assert feature.geometry is not None
        points = feature.geometry.coordinates
        for longitude, latitude in [points] if isinstance(feature.geometry, Point) else points:
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90
    return document


def positions(feature):
    """Each position of a feature as it is written."""
    geometry = feature["geometry"]
    return [geometry["coordinates"]] if geometry["type"] == "Point" else geometry["coordinates"]


@pytest.mark.parametrize("kind", KINDS_WITH_PLACES)
def test_records_stand_where_their_places_are(server, atlas, kind):
    document = features(server, f"/api/records.geojson?kind={kind}")
    assert document["total"] == sum(r["kind"] == kind for r in atlas.values())
    assert document["located"] == len(document["features"]) > 0
    for feature in document["features"]:
        told = feature["properties"]
        record = atlas[feature["id"]]
        assert told["id"] == feature["id"] and told["kind"] == record["kind"] == kind
        assert told["url"] == server.url + "/records/" + feature["id"]
        if told["location"] == "own":
            assert positions(feature) == [[record["lon"], record["lat"]]]
            continue
        places = told.get("point_of", told["at"])
        assert positions(feature) == [[atlas[p]["lon"], atlas[p]["lat"]] for p in places]
        if kind in ("organisation", "event") and told["location"] == "place":
            assert told["at"] == [record["place"]]


def test_filters_are_those_of_the_list(server):
    query = "kind=organisation&type=technopark&country=place/by"
    whole = server.get(f"/api/records?{query}&limit=200").json()
    shown = features(server, f"/api/records.geojson?{query}")
    assert shown["total"] == whole["total"]
    assert {f["id"] for f in shown["features"]} <= {item["id"] for item in whole["items"]}
    server.get("/api/records.geojson?knid=place", status=400)
    assert features(server, "/api/records.geojson?q=xqzwvkjhq")["features"] == []


@pytest.mark.parametrize("query", ["", "level=country", "kind=event&year=2021",
                                   "indicator=residents"])
def test_the_map_as_points(server, query):
    document = features(server, f"/map.geojson?{query}")
    assert document["features"]
    assert {f["geometry"]["type"] for f in document["features"]} == {"Point"}
    rows = server.get(f"/drawings/map.json?{query}").json()["rows"]
    assert [r["id"] for r in rows] == [f["id"] for f in document["features"]]


@pytest.mark.parametrize("query", ["", "level=region", "indicator=trade-turnover"])
def test_flows_join_the_points_of_the_map(server, query):
    document = features(server, f"/map.geojson?mode=flows&{query}")
    points = {f["id"]: f["geometry"]["coordinates"] for f in document["features"]
              if f["geometry"]["type"] == "Point"}
    lines = [f for f in document["features"] if f["geometry"]["type"] == "LineString"]
    assert lines
    for line in lines:
        ends = [points[line["properties"]["from"]], points[line["properties"]["to"]]]
        assert line["geometry"]["coordinates"] == ends


def test_the_validator_refuses_what_is_wrong():
    for geometry in (Point, MultiPoint, LineString):
        with pytest.raises(ValueError):
            geometry.model_validate({"type": geometry.__name__, "coordinates": "here"})
