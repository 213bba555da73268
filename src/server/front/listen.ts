import type { Server } from 'node:net';
import { OperatorError } from '#config/operator-error.ts';

/** Why a system doesn't let us listen, by its own name for it. */
const SENTENCES: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `PORT: somebody else listens on ${at(host, port)} already.`,
  EADDRNOTAVAIL: (host) => `HOST: ${host} is no address of this machine.`,
  EACCES: (_host, port) => `PORT: this user may not listen on ${port}; take one from 1024 on.`,
  EPERM: (host, port) => `HOST: the system lets nobody listen on ${at(host, port)}.`,
  EAFNOSUPPORT: (host) => `HOST: this machine has no addresses of the kind of ${host}.`,
  ENOTFOUND: (host) => `HOST: nothing is known by the name of ${host}.`,
  EAI_AGAIN: (host) => `HOST: nobody answers what ${host} is the name of.`,
};

/** Listens; answers where, as `host:port`. Throws a sentence for the operator when it can't. */
export async function listen(server: Server, { host, port }: { host: string; port: number }): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) => {
      const sentence = SENTENCES[error.code ?? ''] ?? (() => `HOST and PORT: it is not possible to listen on ${at(host, port)} (${error.code}).`);
      reject(new OperatorError(sentence(host, port), { cause: error }));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
  const address = server.address();
  return address && typeof address === 'object' ? at(address.address, address.port) : at(host, port);
}

function at(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
