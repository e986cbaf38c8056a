SELECT coalesce (sum (checkin.paid + checkin.unpaid), 0)
FROM checkin JOIN record USING (record)
WHERE checkin.placement = ?1 AND checkin.day BETWEEN ?2 AND ?3 AND record.deleted = 0
