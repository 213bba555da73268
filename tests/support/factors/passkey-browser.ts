import type { Page } from 'playwright-core';
import type { Authenticator } from './authenticator.ts';

/** Gives a page's browser this authenticator in place of its own, of which the packaged Chromium dies. */
export async function withAuthenticator(page: Page, key: Authenticator): Promise<void> {
  await page.exposeFunction('authenticatorCreate', (options: string) => key.create(JSON.parse(options)));
  await page.exposeFunction('authenticatorGet', (options: string) => key.get(JSON.parse(options)));
  await page.addInitScript(() => {
    type Ask = (options: string) => Promise<string>;
    const { authenticatorCreate, authenticatorGet } = globalThis as unknown as { authenticatorCreate: Ask; authenticatorGet: Ask };
    const text = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '');
    const bytes = (base64url: string) => Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0)).buffer;
    const credential = (json: string) => {
      const { id, response } = JSON.parse(json) as { id: string; response: Record<string, string | string[]> };
      const { transports, ...binary } = response;
      const decoded = Object.fromEntries(Object.entries(binary).map(([name, value]) => [name, bytes(value as string)]));
      const extensions = () => ({});
      return { id, rawId: bytes(id), type: 'public-key', response: { ...decoded, getTransports: () => transports }, getClientExtensionResults: extensions };
    };
    Object.assign(navigator.credentials, {
      async create({ publicKey: { rp, user, challenge } }: { publicKey: { rp: unknown; user: { id: ArrayBuffer }; challenge: ArrayBuffer } }) {
        return credential(await authenticatorCreate(JSON.stringify({ rp, user: { id: text(user.id) }, challenge: text(challenge) })));
      },
      async get({ publicKey: { challenge } }: { publicKey: { challenge: ArrayBuffer } }) {
        return credential(await authenticatorGet(JSON.stringify({ challenge: text(challenge) })));
      },
    });
  });
}
