import { createServer, type Socket } from 'node:net';

interface Arrived {
  messageId: string;
  to: string;
  /** Header and body, as they were sent. */
  text: string;
}

export interface SmtpSink {
  port: number;
  /** Whole mails, in the order of their arrival, whether or not their sender heard that they were taken. */
  mails: Arrived[];
  /** How long each mail waits for its answer, in milliseconds. */
  slowness: number;
  close(): Promise<void>;
}

/** A relay that keeps what it is sent: enough of RFC 5321 to be sent to, on a loopback port. */
export async function smtpSink(): Promise<SmtpSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let heard = '';
    let to = '';
    let inData = false;
    const say = (line: string) => socket.writable && socket.write(`${line}\r\n`);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    say('220 sink');
    socket.on('data', (bytes) => {
      heard += bytes;
      for (let end = endOf(heard, inData); end !== -1; end = endOf(heard, inData)) {
        const said = heard.slice(0, end);
        heard = heard.slice(end);
        if (inData) {
          inData = false;
          sink.mails.push({ messageId: /^Message-ID: (\S+)/im.exec(said)?.[1] ?? '', to, text: said });
          setTimeout(() => say('250 taken'), sink.slowness);
        } else {
          to = /^RCPT TO:<(.*)>/i.exec(said)?.[1] ?? to;
          inData = /^DATA\r\n$/i.test(said);
          say(inData ? '354 go on' : '250 fine');
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sink: SmtpSink = {
    port: (server.address() as { port: number }).port,
    mails: [],
    slowness: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return sink;
}

/** Where the next command, or the mail, ends; -1 while there is no end. */
function endOf(heard: string, inData: boolean): number {
  const mark = inData ? '\r\n.\r\n' : '\r\n';
  const at = heard.indexOf(mark);
  return at === -1 ? -1 : at + mark.length;
}
