internal import GRDB

/// The tables of history.sqlite, version by version. A version that has been published never changes: add one.
enum HistorySchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1: runs and vintages") { database in
            try database.execute(sql: runsAndVintages)
        }
        migrator.registerMigration("2: editions taken up") { database in
            try database.execute(sql: editions)
        }
        migrator.registerMigration("3: a line of history for each series of editions") { database in
            try database.execute(sql: series)
        }
        return migrator
    }

    /// A vintage that a second run of the same day superseded ends on the day before it began: it was never the
    /// belief at the end of a day, and is kept all the same.
    private static let runsAndVintages = """
        CREATE TABLE run (as_of TEXT PRIMARY KEY NOT NULL, observations INTEGER NOT NULL);
        CREATE TABLE vintage (
            id INTEGER PRIMARY KEY,
            indicator TEXT NOT NULL, area TEXT NOT NULL, year TEXT NOT NULL, period TEXT NOT NULL,
            kind TEXT NOT NULL, measure TEXT NOT NULL, unit TEXT NOT NULL, qualifier TEXT NOT NULL,
            name TEXT NOT NULL, comparator TEXT NOT NULL, value TEXT NOT NULL, upper TEXT NOT NULL,
            status TEXT NOT NULL, source TEXT NOT NULL,
            realtime_start TEXT NOT NULL, realtime_end TEXT NOT NULL,
            CHECK (realtime_end >= date(realtime_start, '-1 day')));
        CREATE INDEX vintage_indicator ON vintage (indicator, area, year);
        CREATE INDEX vintage_name ON vintage (name);
        CREATE INDEX vintage_end ON vintage (realtime_end);
        """

    /// What was one line becomes the unnamed series. The editions are forgotten, so that each is taken up again into its
    /// own: what a trial had ended is believed anew.
    private static let series = """
        ALTER TABLE vintage ADD COLUMN series TEXT NOT NULL DEFAULT '';
        CREATE TABLE run_of_series (
            series TEXT NOT NULL, as_of TEXT NOT NULL, observations INTEGER NOT NULL, PRIMARY KEY (series, as_of));
        INSERT INTO run_of_series SELECT '', as_of, observations FROM run;
        DROP TABLE run;
        ALTER TABLE run_of_series RENAME TO run;
        DELETE FROM edition;
        """

    private static let editions = """
        CREATE TABLE edition (name TEXT PRIMARY KEY NOT NULL, as_of TEXT NOT NULL, digest TEXT NOT NULL);
        """
}
