import { createServer } from 'node:net';
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

test('what a relay says of an address stays with the relay', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).write('220 relay\r\n');
    socket.on('data', (bytes) => socket.write(/^RCPT/.test(String(bytes)) ? '550 5.1.1 <a@tempo.example>: nobody of this name\r\n' : '250 fine\r\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const mailer = openMailer({ relay: { host: '127.0.0.1', port, secure: false, requireTLS: false, auth: undefined } });
  const refusal: Error = await mailer.send({ ...mail, to: 'a@tempo.example' }).then(
    () => new Error('It was taken.'),
    (error) => error,
  );
  mailer.close();
  server.close();
  expect(refusal.message).toBe('The relay has not taken the mail (EENVELOPE, RCPT TO, 550).');
  expect(String(refusal.stack) + String(refusal.cause)).not.toContain('a@tempo.example');
});
