/** Records of a log that say nothing: with them in front, what follows is read as a log. */
const records = '2026-01-01 00:00:00 INFO nothing\n'.repeat(12);

const submit = 'POST https://submit.atomyx.io/api/jobs HTTP/1.1\nHost: submit.atomyx.io\nX-Atomyx-Event: created\n{"externalId":"1","callbackURL":"https://shop.example/done"}\n';
const another = 'POST https://api.mailer.example/v1/orders HTTP/1.1\nHost: api.mailer.example\nContent-Type: application/json\n';

const inRecords = (request: string): string => `${records}${request.replace(/^(?!$)/gm, '2026-01-01 00:00:01 INFO ')}`;
const inOneRecord = (request: string): string => `${records}2026-01-01 00:00:01 INFO ${request}`;

/**
 * What may stand in front of a line, from one extreme to the other: nothing, Submit, another service, as a log and as something else. Nothing in them is left
 * open. A line that is judged alike behind all of these is judged by what stands in it alone.
 */
export const probes: readonly string[] = [
  '',
  records,
  submit,
  inRecords(submit),
  inOneRecord(submit),
  another,
  inRecords(another),
  inOneRecord(another),
  `${submit}${another}`,
  `${inRecords(another)}${inRecords(submit)}`,
  `${submit}Authorization: Bearer\n`,
  inRecords(`${submit}Authorization: Bearer\n`),
  `${inRecords(submit)}ATOMYX_SUBMIT_API_KEY\n`,
];
