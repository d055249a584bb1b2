extension Format {
    /// The books of cities' days, beside the log of payments and guarded in the same way.
    static let books = """
        CREATE TABLE books (
            number INTEGER PRIMARY KEY,
            city TEXT NOT NULL,
            day TEXT NOT NULL CHECK (length(day) = 10),
            version INTEGER NOT NULL CHECK (version >= 0),
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            due INTEGER,
            tries INTEGER NOT NULL CHECK (tries >= 0),
            lease INTEGER,
            leased_until INTEGER,
            claimable INTEGER GENERATED ALWAYS AS (max(due, coalesce(leased_until, due))) VIRTUAL,
            CHECK ((due IS NOT NULL) = is_open),
            CHECK ((lease IS NULL) = (leased_until IS NULL)),
            UNIQUE (city, day)
        ) STRICT;
        CREATE INDEX books_by_claimable ON books (claimable) WHERE due IS NOT NULL;

        CREATE TABLE book_events (
            book INTEGER NOT NULL REFERENCES books (number),
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            record TEXT NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            PRIMARY KEY (book, sequence)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER book_events_follow BEFORE INSERT ON book_events
        WHEN NEW.sequence <> coalesce((SELECT max(sequence) FROM book_events WHERE book = NEW.book), 0) + 1
        BEGIN SELECT raise(ABORT, 'an event of a day''s books does not follow the one before'); END;
        CREATE TRIGGER book_events_stay BEFORE UPDATE ON book_events
        BEGIN SELECT raise(ABORT, 'events of a day''s books are never changed'); END;
        CREATE TRIGGER book_events_last BEFORE DELETE ON book_events
        BEGIN SELECT raise(ABORT, 'events of a day''s books are never deleted'); END;

        CREATE TRIGGER book_versions_are_events AFTER UPDATE ON books
        WHEN NEW.version <> coalesce((SELECT max(sequence) FROM book_events WHERE book = NEW.number), 0)
            OR NEW.version < OLD.version OR NEW.city <> OLD.city OR NEW.day <> OLD.day
        BEGIN SELECT raise(ABORT, 'a day''s books are not as old as their events'); END;
        CREATE TRIGGER books_last BEFORE DELETE ON books
        BEGIN SELECT raise(ABORT, 'books are never deleted'); END;
        """
}
