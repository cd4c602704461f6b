"""Finding the drawings of the site: the files that its pages lead to."""

import functools
import html
import re

from test_pages import EVERY


@functools.cache
def all_files(server):
    """The addresses of all drawings' files that any page leads to, in order."""
    found = {}
    for path in EVERY.values():
        text = server.get(path).text
        for address in re.findall(r'href="(/drawings/[^"]+)"', text):
            found[html.unescape(address)] = path
    return found


def drawing_files(server, ending):
    """Those in one format."""
    files = [path for path in all_files(server) if path.partition("?")[0].endswith("." + ending)]
    assert files, "no page leads to a drawing"
    return files
