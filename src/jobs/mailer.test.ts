import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SmtpRelay } from '#config/smtp-relay.ts';
import { type SmtpSink, smtpSink } from '#tests/support/mail/smtp-sink.ts';
import { openMailer } from './mailer.ts';

let sink: SmtpSink;
let relayAt: SmtpRelay;

beforeAll(async () => {
  sink = await smtpSink();
  relayAt = { host: '127.0.0.1', port: sink.port, secure: false, requireTLS: false, auth: undefined };
});
afterAll(() => sink.close());

const mail = {
  from: { name: 'Tempo', address: 'security@tempo.example' },
  subject: 'Tempo: one',
  text: 'One.\n',
  html: '<p>One.</p>',
  messageId: '<one@tempo.example>',
};

test('a mail reaches the relay, to one address, as what a machine sent', async () => {
  const mailer = openMailer({ relay: relayAt });
  await mailer.send({ ...mail, to: 'somebody@tempo.example' });
  mailer.close();
  expect(sink.mails).toMatchObject([{ to: 'somebody@tempo.example', messageId: '<one@tempo.example>' }]);
  const heard = sink.mails[0]?.text;
  expect(heard).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(heard).toMatch(/^From: Tempo <security@tempo\.example>\r$/m);
  expect(heard).toMatch(/text\/plain[\s\S]*text\/html/);
});

test('without a relay a mail fails, so that its job is tried again', async () => {
  await expect(openMailer({ relay: undefined }).send({ ...mail, to: 'a@tempo.example' })).rejects.toThrow('SMTP_URL');
  const nowhere = openMailer({ relay: { ...relayAt, port: 1 } });
  await expect(nowhere.send({ ...mail, to: 'a@tempo.example' })).rejects.toThrow();
  nowhere.close();
});
