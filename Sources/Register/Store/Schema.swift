import GRDB

/// The projection's tables. Migrations are strings and never change once shipped; a projection
/// can always be made anew from the journal.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: first)
            for index in firstOrders { try database.execute(sql: index.sql) }
        }
        migrator.registerMigration("2") { database in
            for index in secondOrders { try database.execute(sql: index.sql) }
        }
        return migrator
    }

    /// The orders by which rows are looked up besides their keys.
    static let orders = firstOrders + secondOrders

    private static let firstOrders: [(name: String, sql: String)] = [
        (
            "search_series",
            "CREATE INDEX search_series ON search (series) WHERE series IS NOT NULL"
        ),
        (
            "observation_indicator",
            "CREATE INDEX observation_indicator ON observation (indicator, last_day)"
        ),
        (
            "observation_subject",
            "CREATE INDEX observation_subject ON observation (subject, indicator, last_day)"
        ),
        (
            "observation_counterpart",
            "CREATE INDEX observation_counterpart ON observation (counterpart, indicator) "
                + "WHERE counterpart IS NOT NULL"
        ),
    ]

    /// The end of an agreement's validity, which only its record tells.
    static let expiry = "json_extract(CAST(body AS TEXT), '$.valid_to')"

    /// What the calendar and the feed of what is new are read by.
    private static let secondOrders: [(name: String, sql: String)] = [
        ("record_arrival", "CREATE INDEX record_arrival ON record (kind, sequence)"),
        (
            "record_expiry",
            "CREATE INDEX record_expiry ON record (\(expiry)) WHERE kind = 4"
        ),
        (
            "search_days",
            "CREATE INDEX search_days ON search (kind, first_day, last_day, status, series) "
                + "WHERE kind IN (4, 5, 6)"
        ),
    ]

    /// - `record`: the newest revision of each record. `ordinal` numbers records in the order in
    ///   which the journal first names them. `name_it`, `name_ru`: its name in these languages.
    /// - `revision`: the revisions before the newest.
    /// - `search`: what the search index is built from: folded names (0x1F between them) and
    ///   folded words, days as yyyymmdd, topics with 0x1F between them.
    /// - `link`: from `ordinal` to `target`, kept in the order in which a target is looked up;
    ///   the other direction stands in the record itself.
    /// - `citation`: the same for sources.
    /// - `observation`: figures in typed columns; the value is `coefficient` × 10^−`scale`.
    private static let first = """
        CREATE TABLE state (
            key TEXT PRIMARY KEY,
            value
        ) WITHOUT ROWID;
        CREATE TABLE record (
            ordinal INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            kind INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            time INTEGER NOT NULL,
            actor TEXT NOT NULL,
            name TEXT NOT NULL,
            name_it TEXT,
            name_ru TEXT,
            body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE revision (
            ordinal INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            time INTEGER NOT NULL,
            actor TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (ordinal, revision)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE search (
            ordinal INTEGER PRIMARY KEY,
            kind INTEGER NOT NULL,
            type TEXT,
            status TEXT,
            series TEXT,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            topics TEXT NOT NULL,
            names BLOB NOT NULL,
            words BLOB NOT NULL
        ) STRICT;
        CREATE TABLE link (
            target INTEGER NOT NULL,
            role INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            PRIMARY KEY (target, role, ordinal)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE citation (
            source INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            position INTEGER NOT NULL,
            locator TEXT,
            PRIMARY KEY (source, ordinal, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE observation (
            ordinal INTEGER PRIMARY KEY,
            indicator TEXT NOT NULL,
            subject INTEGER NOT NULL,
            counterpart INTEGER,
            product TEXT,
            period TEXT NOT NULL,
            first_day INTEGER NOT NULL,
            last_day INTEGER NOT NULL,
            coefficient INTEGER NOT NULL,
            scale INTEGER NOT NULL,
            unit TEXT NOT NULL,
            qualifier TEXT,
            base_period TEXT
        ) STRICT;
        """
}
