export interface Client {
  get(path: string): Promise<Response>;
  post(path: string, form: Record<string, string>): Promise<Response>;
  /** Another browser that has the cookies which this one has now. */
  copy(): Client;
}

/** A browser without a screen: it keeps cookies, follows nothing, and posts forms as the page at the address would. */
export function client(base: string): Client {
  return withCookies(base, new Map());
}

function withCookies(base: string, cookies: Map<string, string>): Client {
  async function ask(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(base + path, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  }
  return {
    get: (path) => ask(path, {}),
    post: (path, form) =>
      ask(path, { method: 'POST', headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(form) }),
    copy: () => withCookies(base, new Map(cookies)),
  };
}

export const leadsTo = (response: Response) => [response.status, response.headers.get('location')];
