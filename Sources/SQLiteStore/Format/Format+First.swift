extension Format {
    /// The first format.
    ///
    /// The tables repeat what the engine promises, in other words: what a bug of ours could get past the one it does not get
    /// past the other. A job is part of its order's row, so that an order that is not finished cannot lose it or get two.
    static let first = """
        CREATE TABLE dossiers (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 24 AND id NOT GLOB '*[^0-9a-f]*'),
            version INTEGER NOT NULL CHECK (version >= 0),
            projection TEXT NOT NULL,
            payer INTEGER NOT NULL CHECK (payer <= 0),
            clearing INTEGER NOT NULL CHECK (clearing >= 0),
            bureau INTEGER NOT NULL CHECK (bureau >= 0),
            refund INTEGER NOT NULL CHECK (refund >= 0),
            CHECK (payer + clearing + bureau + refund = 0)
        ) STRICT;

        CREATE TABLE events (
            dossier INTEGER NOT NULL REFERENCES dossiers (number),
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            record TEXT NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            PRIMARY KEY (dossier, sequence)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE orders (
            dossier INTEGER NOT NULL REFERENCES dossiers (number),
            attempt INTEGER NOT NULL CHECK (attempt >= 1),
            city TEXT NOT NULL,
            config TEXT NOT NULL,
            is_chargeable INTEGER NOT NULL CHECK (is_chargeable IN (0, 1)),
            is_finished INTEGER NOT NULL CHECK (is_finished IN (0, 1)),
            paid INTEGER CHECK (paid > 0),
            given_back INTEGER NOT NULL CHECK (given_back BETWEEN 0 AND coalesce(paid, 0)),
            refunded INTEGER NOT NULL CHECK (refunded BETWEEN 0 AND given_back),
            due INTEGER,
            tries INTEGER NOT NULL CHECK (tries >= 0),
            lease INTEGER,
            leased_until INTEGER,
            claimable INTEGER GENERATED ALWAYS AS (max(due, coalesce(leased_until, due))) VIRTUAL,
            CHECK (NOT (is_chargeable AND paid IS NOT NULL)),
            CHECK ((due IS NULL) = is_finished),
            CHECK ((lease IS NULL) = (leased_until IS NULL)),
            PRIMARY KEY (dossier, attempt)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX one_chargeable_order ON orders (dossier) WHERE is_chargeable;
        CREATE INDEX orders_by_claimable ON orders (claimable, city) WHERE due IS NOT NULL;

        CREATE TABLE transactions (
            id TEXT PRIMARY KEY,
            dossier INTEGER NOT NULL REFERENCES dossiers (number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE answers (
            key TEXT PRIMARY KEY,
            request BLOB NOT NULL CHECK (length(request) = 32),
            reply BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE personal (
            dossier INTEGER NOT NULL,
            attempt INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            PRIMARY KEY (dossier, attempt),
            FOREIGN KEY (dossier, attempt) REFERENCES orders (dossier, attempt)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE leases (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            last INTEGER NOT NULL
        ) STRICT;
        INSERT INTO leases VALUES (1, 0);

        CREATE TRIGGER events_follow BEFORE INSERT ON events
        WHEN NEW.sequence <> coalesce((SELECT max(sequence) FROM events WHERE dossier = NEW.dossier), 0) + 1
        BEGIN SELECT raise(ABORT, 'an event does not follow the one before'); END;
        CREATE TRIGGER events_stay BEFORE UPDATE ON events
        BEGIN SELECT raise(ABORT, 'events are never changed'); END;
        CREATE TRIGGER events_last BEFORE DELETE ON events
        BEGIN SELECT raise(ABORT, 'events are never deleted'); END;

        CREATE TRIGGER versions_are_events AFTER UPDATE ON dossiers
        WHEN NEW.version <> coalesce((SELECT max(sequence) FROM events WHERE dossier = NEW.number), 0)
            OR NEW.version < OLD.version OR NEW.id <> OLD.id
        BEGIN SELECT raise(ABORT, 'a dossier is not as old as its events'); END;
        CREATE TRIGGER accounts_are_orders AFTER UPDATE ON dossiers
        WHEN -NEW.payer <> (
            SELECT coalesce(sum(paid), 0) - coalesce(sum(refunded), 0) FROM orders WHERE dossier = NEW.number)
        BEGIN SELECT raise(ABORT, 'the payer''s account is not what the orders took and gave back'); END;
        CREATE TRIGGER dossiers_last BEFORE DELETE ON dossiers
        BEGIN SELECT raise(ABORT, 'dossiers are never deleted'); END;

        CREATE TRIGGER money_facts_grow BEFORE UPDATE ON orders
        WHEN OLD.paid IS NOT NULL AND NEW.paid IS NOT OLD.paid OR NEW.refunded < OLD.refunded
            OR NEW.city <> OLD.city OR NEW.config <> OLD.config
        BEGIN SELECT raise(ABORT, 'what an order took, gave back or was created with is never undone'); END;
        CREATE TRIGGER orders_last BEFORE DELETE ON orders
        BEGIN SELECT raise(ABORT, 'orders are never deleted'); END;

        CREATE TRIGGER transactions_stay BEFORE UPDATE ON transactions
        BEGIN SELECT raise(ABORT, 'a transaction stays with its bill'); END;
        CREATE TRIGGER transactions_last BEFORE DELETE ON transactions
        BEGIN SELECT raise(ABORT, 'transactions are never deleted'); END;

        CREATE TRIGGER answers_stay BEFORE UPDATE ON answers
        BEGIN SELECT raise(ABORT, 'an answer stays what it is'); END;
        CREATE TRIGGER answers_last BEFORE DELETE ON answers
        BEGIN SELECT raise(ABORT, 'answers are never deleted'); END;

        CREATE TRIGGER leases_grow BEFORE UPDATE ON leases WHEN NEW.last <= OLD.last
        BEGIN SELECT raise(ABORT, 'a lease is never given twice'); END;
        """
}
