-- What a person has to know of the correspondence: which packages were written to a folder, who a
-- refused file says it is from, and how far each record has come.

-- When the package was first written whole; empty while it only stands here. Those before this was
-- kept are taken to have been written.
ALTER TABLE package_out ADD COLUMN written TEXT;
UPDATE package_out SET written = sealed;

-- The bytes of a package are large, and what stands behind them in its row is slow to reach: this
-- index holds all that a package's state needs.
CREATE INDEX package_out_state ON package_out (package, epoch, number, receipt, written);
CREATE INDEX package_out_later ON package_out (epoch, number, receipt);

-- Few entries are refused, and a page asks for them often.
CREATE INDEX packed_refused ON packed (package, record) WHERE refused_code IS NOT NULL;

-- `asks` is 1 as long as a person's yes would take the file.
ALTER TABLE package_aside ADD COLUMN sender TEXT;
ALTER TABLE package_aside ADD COLUMN number INTEGER;
ALTER TABLE package_aside ADD COLUMN asks INTEGER NOT NULL DEFAULT 0 CHECK (asks IN (0, 1));

-- The packages of the present epochs, and how far each has come. A receipt for a later number
-- stands for those before it.
CREATE VIEW package_state AS
SELECT package_out.package, epoch.partner,
  CASE
    WHEN package_out.receipt IN ('modtaget', 'delvist') THEN package_out.receipt
    WHEN EXISTS (SELECT 1 FROM package_out AS later INDEXED BY package_out_later
                 WHERE later.epoch = package_out.epoch AND later.number > package_out.number
                   AND later.receipt IN ('modtaget', 'delvist')) THEN 'modtaget'
    WHEN package_out.receipt = 'afvist' THEN 'afvist'
    WHEN package_out.written IS NULL THEN 'pakket'
    ELSE 'sendt'
  END AS state
FROM package_out INDEXED BY package_out_state JOIN epoch USING (epoch)
WHERE epoch.present = 1;

-- What became of each revision in each package to those above. One that was packed and never
-- written has not left.
CREATE VIEW packed_state AS
SELECT packed.record, packed.revision, packed.package,
  CASE
    WHEN packed.refused_code IS NOT NULL THEN 'afvist'
    WHEN package_state.state = 'delvist' THEN 'modtaget'
    WHEN package_state.state = 'pakket' THEN 'gemt'
    ELSE package_state.state
  END AS state
FROM packed JOIN package_state USING (package) JOIN partner USING (partner)
WHERE partner.role <> 'buddy';

-- One row for each record: how far its newest revision has come towards those above. Of several
-- packages the one that has come least far decides.
CREATE VIEW record_state AS
SELECT record.record,
  CASE
    WHEN record.partner IS NOT NULL THEN 'hentet'
    ELSE coalesce ((SELECT packed_state.state FROM packed_state
                    WHERE packed_state.record = record.record
                      AND packed_state.revision = record.revision
                    ORDER BY instr ('afvist gemt sendt modtaget', packed_state.state)
                    LIMIT 1),
                   'gemt')
  END AS state,
  (SELECT coalesce (packed.refused_reason, package_out.receipt_reason)
   FROM packed_state JOIN packed USING (record, package) JOIN package_out USING (package)
   WHERE packed_state.record = record.record AND packed_state.revision = record.revision
     AND packed_state.state = 'afvist'
   ORDER BY package DESC
   LIMIT 1) AS reason
FROM record;
