"""Reading pages as a program without a browser does: links, text, language."""

import urllib.parse
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}


class Page(HTMLParser):
    """A page's title, language, links, text and elements; notes tags that aren't closed."""

    def __init__(self, address, html):
        super().__init__(convert_charrefs=True)
        self.address, self.html = address, html
        self.title, self.language, self.words, self.links = "", None, [], []
        self.elements, self.open, self.faults = [], [], []
        self.feed(html)
        self.close()
        if self.open:
            self.faults.append(f"not closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.elements.append((tag, attributes))
        if tag == "html":
            self.language = attributes.get("lang")
        for name in ("href", "src", "action"):
            if attributes.get(name) is not None and tag != "form":
                self.links.append(urllib.parse.urljoin(self.address, attributes[name]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> while {self.open[-3:]} are open")

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.title += data
        if not {"script", "style"} & set(self.open):
            self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def internal(self, server):
        """The addresses on this server that the page leads to, as paths, each once."""
        paths = {}
        for link in self.links:
            address = urllib.parse.urldefrag(link)[0]
            if address.startswith(server.url + "/"):
                paths[address[len(server.url):]] = True
        return list(paths)


def read(server, path, **options):
    """Asks for a page and reads it."""
    answer = server.get(path, **options)
    assert answer.headers["Content-Type"].startswith("text/html"), (path, answer.headers)
    return Page(server.url + path, answer.content.decode("utf-8"))
