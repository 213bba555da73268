import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Relay {
  /** The target's address with this relay's host and port in it. */
  url: string;
  /** Nothing moves any more, in either direction, and nobody hears of it: what a frozen server or a lost network looks like. */
  freeze(): void;
  /** What is open ends, and whoever comes is turned away: what a server that is gone looks like. */
  drop(): void;
  /** All is as it was before, for whoever comes. */
  thaw(): void;
  close(): Promise<void>;
}

/** A way to the server of `target`, a URL, over TCP. */
export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let frozen = false;
  let gone = false;
  const server = createServer((near) => {
    if (gone) return void near.destroy();
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => open.delete(from) && to.destroy());
      from.on('data', (bytes) => to.write(bytes));
      if (frozen) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = Object.assign(new URL(target), { hostname: '127.0.0.1', port: String((server.address() as AddressInfo).port) });
  return {
    url: own.href,
    freeze() {
      frozen = true;
      for (const socket of open) socket.pause();
    },
    drop() {
      gone = true;
      for (const socket of open) socket.destroy();
    },
    thaw() {
      [frozen, gone] = [false, false];
      for (const socket of open) socket.resume();
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
