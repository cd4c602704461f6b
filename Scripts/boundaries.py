#!/usr/bin/env python3
"""Makes the optional boundary set of the maps from Debian's package gmt-dcw.

    Scripts/boundaries.py --output fondaco-data/boundaries.fb

The Digital Chart of the World in the form that the GMT team maintains (DCW-GMT, LGPL 3 or later)
holds the outlines of countries and of the first-level divisions of eight large countries. This
script reads it with `ncdump` (Debian's package netcdf-bin), simplifies the outlines to several
levels of detail, and writes them as one compact file that Fondaco's maps read. The outlines are
those of the data set's authors: they are not authoritative and take no side.

Simplification is that of Visvalingam and Whyatt ("Line generalisation by repeated elimination of
points", The Cartographic Journal 30, 1993). It judges a point by its neighbours alone, so two
countries' copies of one border lose the same points, and no gap opens between them.

The format, version 1 (numbers are unsigned LEB128 unless said otherwise; "signed" is zigzag):

    8 bytes     "FONDBND" and the byte 1
    number      levels; for each, from coarse to fine: its tolerance and its quantum, both in
                millionths of a degree
    text        what the outlines are and who made them (a length in bytes, then UTF-8)
    number      areas, in ascending order of their ids; for each:
        text        id: ISO 3166-1 alpha-2 ("IT") or ISO 3166-2 ("RU-VOR")
        text        name in the data set
        4 signed    west, south, east, north in hundredths of a degree, rounded outwards; east is
                    above 18000 where the area crosses the antimeridian
        numbers     for each level, the length of its block in bytes
    blocks      one for each area and level, in the order of the index:
        number      rings; for each: the number of points, then for each point its longitude and
                    latitude (signed, in quanta; the first from zero, each other from the one
                    before it). A ring isn't closed by repeating its first point. Longitudes are
                    continuous along a ring and may leave ±180°.
    4 bytes     CRC-32 (ISO 3309) of all that precedes, little-endian
"""

import argparse
import heapq
import math
import os
import re
import shutil
import subprocess
import sys
import zlib
from array import array

CHART = "/usr/share/gmt-dcw/dcw-gmt.nc"
PACKAGES = "gmt-dcw netcdf-bin"

# Tolerance and quantum in degrees, coarse to fine. A map takes the level that its pixel needs.
LEVELS = [(0.2, 0.05), (0.05, 0.0125), (0.015, 0.004), (0.005, 0.001)]
# Points closer together than this are one, before anything else is judged.
NEAREST = 0.002
SEPARATOR = 65535


class Failure(Exception):
    """Something that the person at the keyboard can mend; the text says how."""


def read_names(folder):
    """Ids of countries and of first-level divisions, with the names that the data set gives."""
    names = {}
    for file, take in (("dcw-countries.txt", 2), ("dcw-states.txt", 2)):
        path = os.path.join(folder, file)
        try:
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    words = line.split(None, take)
                    if line.startswith("#") or len(words) <= take:
                        continue
                    if file == "dcw-countries.txt":
                        names[words[1]] = words[2].strip()
                    else:
                        names[f"{words[0]}-{words[1]}"] = words[2].strip()
        except OSError as error:
            raise Failure(f"can't read {path}: {error.strerror}; install {PACKAGES}") from error
    return names


def id_of(variable):
    """`IT` from `IT`, `RU-VOR` from `RUVOR`."""
    return variable if len(variable) == 2 else f"{variable[:2]}-{variable[2:]}"


def read_chart(path):
    """Yields (id, longitudes, latitudes) for each area; a separator's longitude is None."""
    with subprocess.Popen(
        ["ncdump", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, bufsize=1 << 20
    ) as process:
        yield from read_listing(iter(process.stdout), path)
        errors = process.stderr.read()
        if process.wait() != 0:
            raise Failure(f"ncdump could not read {path}: {errors.strip()}")


def read_listing(lines, path):
    """The same from the lines that `ncdump` prints: first the attributes, then the values."""
    attribute = re.compile(r"^\t\t(\w+)_(lon|lat):(min|scale) = ([-+0-9.e]+) ;")
    start = re.compile(r"^ (\w+)_(lon|lat) = (.*)$", re.S)
    scale = {}
    for line in lines:
        if line.startswith("data:"):
            break
        found = attribute.match(line)
        if found:
            scale[found[1], found[2], found[3]] = float(found[4])
    waiting = {}
    for line in lines:
        found = start.match(line)
        if not found:
            continue
        parts = [found[3]]
        while not parts[-1].rstrip().endswith(";"):
            part = next(lines, None)
            if part is None:
                raise Failure(f"{path} ends in the middle of {found[1]}_{found[2]}")
            parts.append(part)
        text = "".join(parts).rstrip().rstrip(";").replace("_", str(SEPARATOR))
        waiting[found[1], found[2]] = array("H", map(int, text.split(",")))
        other = "lat" if found[2] == "lon" else "lon"
        if (found[1], other) in waiting:
            axes = []
            for axis in ("lon", "lat"):
                axes.append(waiting.pop((found[1], axis)))
                axes.append(scale[found[1], axis, "min"])
                axes.append(1 / scale[found[1], axis, "scale"])
            yield id_of(found[1]), *axes


def rings_of(lon, west, dx, lat, south, dy):
    """The rings of an area: lists of (longitude, latitude), continuous, not closed."""
    rings = []
    ring = []
    limit = math.inf
    for x, y in zip(lon, lat):
        if x == SEPARATOR:
            ring = []
            rings.append(ring)
            continue
        px, py = west + x * dx, south + y * dy
        if ring:
            last = ring[-1]
            # A step of more than half the globe is a step over the antimeridian.
            px -= 360 * round((px - last[0]) / 360)
            limit = NEAREST / max(0.05, math.cos(math.radians(py)))
            if abs(px - last[0]) < limit and abs(py - last[1]) < NEAREST:
                continue
        ring.append((px, py))
    return side_by_side([finished(ring) for ring in rings if len(ring) > 2])


def side_by_side(rings):
    """Turns rings by whole circles, so that those of one area lie near its largest."""
    if not rings:
        return rings
    first = max(rings, key=enclosed)
    west, east = min(x for x, _ in first), max(x for x, _ in first)
    # A ring round the globe, like that of Antarctica, begins at the antimeridian.
    home = 360 * round((west + 180) / 360) if east - west > 359 else 360 * round((west + east) / 720)
    middle = (west + east) / 2 - home
    placed = []
    for ring in rings:
        own = (min(x for x, _ in ring) + max(x for x, _ in ring)) / 2
        turn = home if ring is first else 360 * round((own - middle) / 360)
        placed.append([(x - turn, y) for x, y in ring])
    return placed


def finished(ring):
    first, last = ring[0], ring[-1]
    turns = round((last[0] - first[0]) / 360)
    if turns == 0 and abs(last[0] - first[0]) < NEAREST and abs(last[1] - first[1]) < NEAREST:
        ring = ring[:-1]
    elif abs(last[0] - first[0]) > 180:
        # The ring goes round a pole: it is closed over the pole, as a plain map has it.
        pole = -90.0 if first[1] < 0 else 90.0
        ring = ring + [(last[0], pole), (first[0], pole)]
    return ring


def effective_areas(ring):
    """For each point, the area that the outline loses with it (square degrees at the equator)."""
    count = len(ring)
    before = [(i - 1) % count for i in range(count)]
    after = [(i + 1) % count for i in range(count)]
    gone = bytearray(count)
    areas = [math.inf] * count

    def triangle(i):
        (ax, ay), (bx, by), (cx, cy) = ring[before[i]], ring[i], ring[after[i]]
        twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
        return abs(twice) / 2 * math.cos(math.radians(by))

    areas = [triangle(i) for i in range(count)]
    heap = [(area, i) for i, area in enumerate(areas)]
    heapq.heapify(heap)
    coarsest = LEVELS[0][0] ** 2
    left, largest = count, 0.0
    while heap and left > 3:
        area, i = heapq.heappop(heap)
        if gone[i] or area != areas[i]:
            continue
        if area > coarsest:
            break
        largest = max(largest, area)
        areas[i] = largest
        gone[i] = 1
        left -= 1
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for neighbour in (a, b):
            areas[neighbour] = triangle(neighbour)
            heapq.heappush(heap, (areas[neighbour], neighbour))
    for i in range(count):
        if not gone[i]:
            areas[i] = math.inf
    return areas


def enclosed(ring):
    twice = 0.0
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1]):
        twice += ax * by - bx * ay
    middle = sum(y for _, y in ring) / len(ring)
    return abs(twice) / 2 * math.cos(math.radians(middle))


def number(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value):
    return number(value << 1 if value >= 0 else (-value << 1) - 1)


def text(value):
    data = value.encode("utf-8")
    return number(len(data)) + data


def encode_level(judged, tolerance, quantum):
    """One area's rings at one level."""
    kept = []
    largest = max(judged, key=lambda entry: entry[2])
    for entry in judged:
        ring, areas, size = entry
        if size < tolerance**2 * 2 and entry is not largest:
            continue
        points = []
        for (x, y), area in zip(ring, areas):
            if area < tolerance**2:
                continue
            point = (round(x / quantum), round(y / quantum))
            if not points or points[-1] != point:
                points.append(point)
        while len(points) > 1 and points[0] == points[-1]:
            points.pop()
        if len(points) > 2:
            kept.append(points)
    out = bytearray(number(len(kept)))
    for points in kept:
        out += number(len(points))
        x = y = 0
        for px, py in points:
            out += signed(px - x)
            out += signed(py - y)
            x, y = px, py
    return bytes(out)


def encode_area(identifier, name, rings):
    judged = [(ring, effective_areas(ring), enclosed(ring)) for ring in rings]
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    box = (
        math.floor(min(xs) * 100), math.floor(min(ys) * 100),
        math.ceil(max(xs) * 100), math.ceil(max(ys) * 100),
    )
    if box[2] - box[0] > 36000:
        box = (-18000, box[1], 18000, box[3])
    blocks = [encode_level(judged, *level) for level in LEVELS]
    head = text(identifier) + text(name) + b"".join(signed(edge) for edge in box)
    return head + b"".join(number(len(block)) for block in blocks), b"".join(blocks)


def convert(chart, source, show):
    names = read_names(os.path.dirname(chart))
    areas = {}
    for identifier, *axes in read_chart(chart):
        rings = rings_of(*axes)
        if not rings:
            show(f"{identifier}: no outline, left out")
            continue
        areas[identifier] = encode_area(identifier, names.get(identifier, identifier), rings)
        if len(areas) % 50 == 0:
            show(f"{len(areas)} areas")
    if not areas:
        raise Failure(f"{chart} holds no outlines that this script knows how to read")
    out = bytearray(b"FONDBND\x01")
    out += number(len(LEVELS))
    for tolerance, quantum in LEVELS:
        out += number(round(tolerance * 1e6)) + number(round(quantum * 1e6))
    out += text(source) + number(len(areas))
    for identifier in sorted(areas):
        out += areas[identifier][0]
    for identifier in sorted(areas):
        out += areas[identifier][1]
    out += zlib.crc32(out).to_bytes(4, "little")
    return bytes(out), len(areas)


def version_of(chart):
    head = subprocess.run(["ncdump", "-h", chart], capture_output=True, text=True, check=False)
    if head.returncode != 0:
        raise Failure(f"ncdump could not read {chart}: {head.stderr.strip()}")
    found = re.search(r':version = "([^"]*)"', head.stdout)
    return found[1] if found else "of unknown version"


def write(path, data):
    folder = os.path.dirname(path) or "."
    partial = f"{path}.partial"
    try:
        os.makedirs(folder, exist_ok=True)
        with open(partial, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    except OSError as error:
        raise Failure(f"can't write {path}: {error.strerror}") from error
    finally:
        if os.path.exists(partial):
            os.remove(partial)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--output", required=True, help="the file to write, e.g. boundaries.fb")
    parser.add_argument("--chart", default=CHART, help=f"DCW-GMT as netCDF (default {CHART})")
    options = parser.parse_args()
    show = lambda line: print(f"boundaries: {line}", flush=True)
    try:
        if shutil.which("ncdump") is None or not os.path.exists(options.chart):
            missing = "ncdump" if shutil.which("ncdump") is None else options.chart
            raise Failure(f"{missing} is missing; install with: sudo apt-get install {PACKAGES}")
        version = version_of(options.chart)
        show(f"reading DCW-GMT {version} (about a minute)")
        source = f"DCW-GMT {version}, the GMT team, LGPL 3 or later; simplified; not authoritative"
        data, count = convert(options.chart, source, show)
        write(options.output, data)
    except Failure as failure:
        print(f"boundaries: {failure}", file=sys.stderr)
        return 1
    show(f"{count} areas, {len(LEVELS)} levels, {len(data):,} bytes in {options.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
