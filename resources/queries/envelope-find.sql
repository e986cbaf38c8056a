SELECT envelope.bytes FROM envelope JOIN package_out USING (package)
WHERE package_out.id = ?1 AND envelope.fingerprint = ?2
