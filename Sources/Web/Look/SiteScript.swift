/// The one script: it makes drawings answer the pointer, and pages of the market follow it.
/// Everything is there without it.
///
/// - A mark says what it shows beside the pointer at once, not only after a while.
/// - The series under the pointer or the focus stands out.
/// - A stretch of time drawn on a time axis leads to the page with only these years.
enum SiteScript {
    /// The script as UTF-8.
    static let bytes = Array((text + MarketScript.text).utf8)

    /// Where it is served; the address changes with its content.
    static let address = Address("/assets/fondaco-" + ContentHash.digits(of: bytes) + ".js")

    private static let text = """
        "use strict";
        (() => {
        const tip = document.createElement("div");
        tip.className = "tip";
        tip.setAttribute("aria-hidden", "true");
        let shown = null;
        const markOf = (node) => node instanceof Element ? node.closest(".chart .mark, .chart a") : null;
        const textOf = (mark) => {
          const title = mark.querySelector(":scope > title");
          if (title) {
            mark.setAttribute("aria-label", title.textContent);
            title.remove();
          }
          return mark.getAttribute("aria-label");
        };
        const place = (x, y) => {
          const width = tip.offsetWidth, height = tip.offsetHeight;
          const left = Math.min(Math.max(8, x + 14), document.documentElement.clientWidth - width - 8);
          const top = y - height - 12 > 8 ? y - height - 12 : y + 20;
          tip.style.left = left + "px";
          tip.style.top = top + "px";
        };
        const choose = (chart, series) => {
          for (const old of chart.querySelectorAll(".chosen")) old.classList.remove("chosen");
          chart.classList.toggle("has-chosen", series !== null);
          if (series === null) return;
          for (const one of chart.querySelectorAll("[data-series]"))
            if (one.dataset.series === series) one.classList.add("chosen");
        };
        const show = (mark, x, y) => {
          if (mark !== shown) {
            hide();
            shown = mark;
            const text = textOf(mark);
            if (text) {
              tip.textContent = text;
              document.body.append(tip);
            }
            const holder = mark.closest("[data-series]");
            if (holder) choose(mark.closest(".chart"), holder.dataset.series);
          }
          place(x, y);
        };
        const hide = () => {
          if (!shown) return;
          choose(shown.closest(".chart"), null);
          shown = null;
          tip.remove();
        };
        document.addEventListener("pointermove", (event) => {
          if (event.pointerType === "touch") return;
          const mark = markOf(event.target);
          if (mark) show(mark, event.clientX, event.clientY);
          else hide();
        }, { passive: true });
        document.addEventListener("focusin", (event) => {
          const mark = markOf(event.target);
          if (!mark) return hide();
          const box = mark.getBoundingClientRect();
          show(mark, box.left + box.width / 2, box.top);
        });
        document.addEventListener("focusout", hide);
        // The focus scrolls what it reaches into sight: there the tip goes along.
        document.addEventListener("scroll", () => {
          if (!shown) return;
          if (!shown.contains(document.activeElement)) return hide();
          const box = shown.getBoundingClientRect();
          place(box.left + box.width / 2, box.top);
        }, { passive: true });
        document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

        const day = (number) => new Date(number * 86400000).toISOString().slice(0, 10);
        for (const figure of document.querySelectorAll("figure[data-brush]")) {
          for (const area of figure.querySelectorAll("rect.target[data-first]")) {
            const chart = area.ownerSVGElement;
            const first = Number(area.dataset.first), end = Number(area.dataset.end);
            let from = null, band = null;
            const at = (event) => {
              const box = area.getBoundingClientRect();
              return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
            };
            chart.classList.add("can-brush");
            const isInside = (event) => {
              const box = area.getBoundingClientRect();
              return event.clientX >= box.left && event.clientX <= box.right
                && event.clientY >= box.top && event.clientY <= box.bottom;
            };
            const forget = () => {
              from = null;
              if (band) { band.remove(); band = null; }
            };
            chart.addEventListener("pointerdown", (event) => {
              if (event.button !== 0 || event.pointerType === "touch" || markOf(event.target)
                || !isInside(event)) return;
              from = at(event);
              chart.setPointerCapture(event.pointerId);
              event.preventDefault();
            });
            chart.addEventListener("pointermove", (event) => {
              if (from === null) return;
              const to = at(event);
              if (!band) {
                band = area.cloneNode(false);
                band.setAttribute("class", "band");
                area.after(band);
              }
              const left = Number(area.getAttribute("x")), width = Number(area.getAttribute("width"));
              band.setAttribute("x", left + width * Math.min(from, to));
              band.setAttribute("width", width * Math.abs(to - from));
            });
            const finish = (event) => {
              if (from === null) return;
              const to = at(event), low = Math.min(from, to), high = Math.max(from, to);
              forget();
              if (event.type !== "pointerup" || high - low < 0.02) return;
              const address = new URL(figure.dataset.brush, location.href);
              address.searchParams.set("from", day(Math.floor(first + (end - first) * low)));
              address.searchParams.set("to", day(Math.ceil(first + (end - first) * high) - 1));
              location.assign(address);
            };
            chart.addEventListener("pointerup", finish);
            chart.addEventListener("pointercancel", finish);
            document.addEventListener("keydown", (event) => {
              if (event.key === "Escape") forget();
            });
          }
        }
        })();

        """
}
