/// The script's part for an instrument's page: it follows the market's stream. Without it the page
/// shows the book as it was when the page was made, and says so.
enum MarketScript {
    static let text = """
        (() => {
        const live = document.querySelector(".live[data-stream]");
        if (!live || !window.EventSource) return;
        const says = live.dataset, code = says.raw, digits = Number(says.digits);
        const part = (name) => document.querySelector('[data-live="' + name + '"]');
        const sides = { buy: new Map(), sell: new Map() };
        const deepest = 10, longest = 20;
        let changed = new Set(), isDue = false;

        // Figures come as exact decimals and are only set apart into groups here.
        const grouped = (text, places) => {
          const [whole, fraction = ""] = String(text).split(".");
          const shown = places === undefined ? fraction
            : fraction.slice(0, places).padEnd(places, "0");
          return whole.replace("-", "\\u2212").replace(/\\B(?=(\\d{3})+$)/g, says.saysGroup)
            + (shown ? says.saysPoint + shown : "");
        };
        const key = (price) => String(price).includes(".")
          ? String(price).replace(/\\.?0+$/, "") : String(price);
        const put = (name, text) => {
          const place = part(name);
          if (place && place.textContent !== text) place.textContent = text;
        };
        const cell = (row, tag, text) => {
          const made = document.createElement(tag);
          made.className = "number";
          if (tag === "th") made.scope = "row";
          made.textContent = text;
          row.append(made);
        };
        const best = (side) => [...sides[side].values()].sort((one, other) =>
          (side === "buy" ? -1 : 1) * (Number(one.price) - Number(other.price)));

        const draw = () => {
          isDue = false;
          const both = { buy: best("buy"), sell: best("sell") };
          const most = Math.max(1, ...both.buy.concat(both.sell).map((level) => level.lots));
          for (const [side, name, figure] of [["buy", "bids", "bid"], ["sell", "offers", "offer"]]) {
            const body = part(name);
            if (!body) continue;
            const rows = both[side].slice(0, deepest).map((level) => {
              const row = document.createElement("tr");
              const share = Math.min(20, Math.max(1, Math.floor(level.lots * 20 / most)));
              row.className = "depth depth-" + share;
              if (changed.has(side + key(level.price))) row.classList.add("changed");
              cell(row, "th", grouped(level.price, digits));
              cell(row, "td", grouped(level.lots));
              cell(row, "td", grouped(level.orders));
              return row;
            });
            if (rows.length === 0) {
              const row = document.createElement("tr"), none = document.createElement("td");
              none.colSpan = 3;
              none.className = "nobody";
              none.textContent = side === "buy" ? says.saysBids : says.saysOffers;
              row.append(none);
              rows.push(row);
            }
            body.replaceChildren(...rows);
            put(figure, both[side].length ? grouped(both[side][0].price, digits) : says.saysNone);
          }
          changed = new Set();
        };
        const drawSoon = () => {
          if (isDue) return;
          isDue = true;
          setTimeout(draw, 150);
        };
        const set = (side, level) => {
          if (level.lots === 0 || level.lots === "0") sides[side].delete(key(level.price));
          else sides[side].set(key(level.price), { ...level, lots: Number(level.lots) });
        };
        const tell = (book) => {
          if (book.last !== null && book.last !== undefined) put("last", grouped(book.last, digits));
          const phases = { continuous: says.saysContinuous, call: says.saysCall,
            closed: says.saysClosed };
          if (phases[book.phase]) put("phase", phases[book.phase]);
        };
        const clock = (time) => (typeof time === "number" ? new Date(time).toISOString()
          : String(time)).slice(11, 19);

        // The chart is drawn by the server alone: after deals it is fetched anew, once for all that
        // come within a while.
        const pause = () => 3000 + Math.random() * 5000; // not all followers at once
        let isAwaited = false;
        let isBehind = false;
        const refresh = async () => {
          isAwaited = false;
          const place = document.querySelector("[data-refreshed]");
          if (!place) return;
          isBehind = document.hidden || place.contains(document.activeElement);
          if (isBehind) return;
          try {
            const answer = await fetch(location.href, { credentials: "same-origin" });
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const drawn = page.getElementById(place.id);
            const open = place.querySelector("details[open]") !== null;
            if (!answer.ok || !drawn) return;
            place.replaceChildren(...drawn.childNodes);
            const table = place.querySelector("details");
            if (table) table.open = open;
          } catch { /* The old chart stays, and the next deal tries again. */ }
        };
        const refreshSoon = () => {
          if (isAwaited) return;
          isAwaited = true;
          setTimeout(refresh, pause());
        };
        const catchUp = () => { if (isBehind) refreshSoon(); };
        document.addEventListener("visibilitychange", catchUp);
        document.addEventListener("focusout", catchUp);

        const source = new EventSource(says.stream);
        const on = (name, act) => source.addEventListener(name, (event) => {
          const message = JSON.parse(event.data);
          if (message.instrument === undefined || message.instrument === code) act(message);
        });
        on("snapshot", (message) => {
          const book = message.books.find((one) => one.instrument === code);
          if (!book) return;
          for (const side of ["buy", "sell"]) sides[side].clear();
          for (const level of book.bids) set("buy", level);
          for (const level of book.offers) set("sell", level);
          tell(book);
          drawSoon();
          put("status", says.saysFresh);
        });
        on("level", (message) => {
          set(message.side, message);
          changed.add(message.side + key(message.price));
          drawSoon();
        });
        on("book", tell);
        on("trade", (message) => {
          refreshSoon();
          put("last", grouped(message.price, digits));
          const body = document.querySelector('[data-live="trades"] tbody');
          if (!body) return;
          const row = document.createElement("tr"), time = document.createElement("td");
          time.textContent = clock(message.time);
          row.append(time);
          cell(row, "td", grouped(message.price, digits));
          cell(row, "td", grouped(message.lots));
          cell(row, "td", grouped(message.value) + "\\u00A0" + says.saysValue);
          const made = document.createElement("td");
          made.textContent = { book: says.saysSourceBook, call: says.saysSourceCall,
            negotiated: says.saysSourceNegotiated, auction: says.saysSourceAuction }[message.source]
            ?? message.source;
          row.append(made);
          row.className = "changed";
          body.prepend(row);
          while (body.rows.length > longest) body.lastElementChild.remove();
          const none = part("none");
          if (none) none.remove();
        });
        source.addEventListener("error", () => {
          // Where there is no stream, the page stays what it is: a picture of a moment.
          if (source.readyState === EventSource.CONNECTING) put("status", says.saysLost);
          else put("status", says.saysEnded);
        });
        addEventListener("pagehide", () => source.close());
        // A page taken from the browser's memory has no stream any more, and an old book.
        addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
        })();
        """
}
