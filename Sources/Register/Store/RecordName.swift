import Records

/// GRDB has a class of this name too; here a record is always the register's.
typealias Record = Records.Record
