import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SmtpRelay } from '#config/smtp-relay.ts';
import { openMailer } from './mailer.ts';

/** A relay that keeps what it hears: enough of RFC 5321 to be sent to. */
let relay: Server;
let heard = '';
let relayAt: SmtpRelay;

beforeAll(async () => {
  relay = createServer((socket) => {
    let inData = false;
    socket.write('220 relay\r\n');
    socket.on('data', (bytes) => {
      heard += bytes;
      if (inData && heard.endsWith('\r\n.\r\n')) inData = false;
      else if (inData) return;
      else if (/DATA\r\n$/i.test(String(bytes))) inData = true;
      socket.write(inData ? '354 go on\r\n' : '250 fine\r\n');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  relayAt = { host: '127.0.0.1', port: (relay.address() as { port: number }).port, secure: false, requireTLS: false, auth: undefined };
});
afterAll(() => new Promise<void>((resolve) => relay.close(() => resolve())));

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
  expect(heard.match(/^RCPT TO:.*(?=\r$)/gim)).toEqual(['RCPT TO:<somebody@tempo.example>']);
  expect(heard).toMatch(/^Message-ID: <one@tempo\.example>\r$/m);
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
