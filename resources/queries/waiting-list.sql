SELECT package_waiting.number, package_waiting.code, partner.name, package_waiting.sha256, partner.id
FROM package_waiting JOIN partner USING (partner)
ORDER BY package_waiting.partner, package_waiting.number
