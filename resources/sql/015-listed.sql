-- What lists show of each record, once, so that a list of one type can be read by that type's index.
-- `belongs` is the placement of it, its request or its card.
CREATE VIEW listed AS
SELECT record.record, record.id, record.type, record.revision, record.deleted, record.writer, record.stays,
  record.newest, record.partner IS NULL AS own, newest.changed, content.data, content.private,
  record_state.state, record_state.reason,
  coalesce (record.placement,
    (SELECT request.placement FROM record AS request
     WHERE request.type = 'anmodning' AND request.id = content.data ->> '$.anmodningId'),
    (SELECT card.placement FROM record AS card
     WHERE card.type = 'klippekort'
       AND card.id = coalesce (content.data ->> '$.klippekortId',
             (SELECT asked.card FROM record AS request JOIN anmodning AS asked ON asked.record = request.record
              WHERE request.type = 'anmodning' AND request.id = content.data ->> '$.anmodningId'))))
    AS belongs
FROM record
  JOIN revision AS newest ON newest.entry = record.newest
  JOIN record_state ON record_state.record = record.record
  LEFT JOIN revision AS content ON content.entry = record.content;
