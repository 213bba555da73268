/** The locale without a prefix in the path. */
export const DEFAULT_LOCALE = 'en';

/** The locales that the product speaks: a file of messages each. A site offers a part of them. */
export const LOCALES = ['en', 'de', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** Where a sign-in may lead, beside the account. */
export const DESTINATIONS = ['password', 'studio'] as const;
export type Destination = (typeof DESTINATIONS)[number];

const prefix = (locale: Locale) => (locale === DEFAULT_LOCALE ? '' : `/${locale}`);

/** The only writer of URLs. Each answers a path on our own host. */
export const paths = {
  home: (l: Locale) => prefix(l) || '/',
  advisories: (l: Locale) => `${prefix(l)}/advisories`,
  advisory: (l: Locale, slug: string) => `${prefix(l)}/advisories/${slug}`,
  update: (l: Locale, slug: string, update: string) => `${prefix(l)}/advisories/${slug}/updates/${update}`,
  blog: (l: Locale) => `${prefix(l)}/blog`,
  note: (l: Locale, slug: string) => `${prefix(l)}/blog/${slug}`,
  genuine: (l: Locale) => `${prefix(l)}/genuine`,
  help: (l: Locale) => `${prefix(l)}/help`,
  privacy: (l: Locale) => `${prefix(l)}/privacy`,
  legal: (l: Locale) => `${prefix(l)}/legal`,
  contact: (l: Locale) => `${prefix(l)}/contact`,
  press: (l: Locale) => `${prefix(l)}/press`,
  atom: (l: Locale) => `${prefix(l)}/feed.atom`,
  rss: (l: Locale) => `${prefix(l)}/feed.rss`,
  jsonFeed: (l: Locale) => `${prefix(l)}/feed.json`,
  live: (l: Locale) => `${prefix(l)}/live.json`,
  notFound: (l: Locale) => `${prefix(l)}/404`,
  /** The front's own words for a request that it refuses; no address that anybody can ask for. */
  refusal: (l: Locale, status: number) => `${prefix(l)}/.refusals/${status}`,
  /** `hash` is the SHA-256 (hex) of its bytes. */
  picture: (hash: string) => `/pictures/${hash}.webp`,
  sitemap: () => '/sitemap.xml',
  robots: () => '/robots.txt',
  securityTxt: () => '/.well-known/security.txt',
  changePassword: () => '/.well-known/change-password',

  /** `notice` says why the page is shown; `to` where signing in leads, if not to the account. */
  signIn: (l: Locale, query: { notice?: string; to?: Destination } = {}) => withQuery(`${prefix(l)}/sign-in`, query),
  signInPasskey: (l: Locale) => `${prefix(l)}/sign-in/passkey`,
  signOut: (l: Locale) => `${prefix(l)}/sign-out`,
  enrol: (l: Locale) => `${prefix(l)}/sign-in/enrol`,
  /** Where the mailbox of before takes a changed address back. */
  takeBack: (l: Locale) => `${prefix(l)}/sign-in/take-back`,
  recover: (l: Locale) => `${prefix(l)}/sign-in/recover`,
  recoverCode: (l: Locale) => `${prefix(l)}/sign-in/recover/code`,
  recoverFactor: (l: Locale) => `${prefix(l)}/sign-in/recover/factor`,
  recoverYours: (l: Locale) => `${prefix(l)}/sign-in/recover/yours`,
  recoverNew: (l: Locale) => `${prefix(l)}/sign-in/recover/new`,
  account: (l: Locale) => `${prefix(l)}/account`,
  email: (l: Locale) => `${prefix(l)}/account/email`,
  yourData: (l: Locale) => `${prefix(l)}/account/data`,
  sessions: (l: Locale) => `${prefix(l)}/account/sessions`,
  /** Where somebody shows once more that it is them; `to` is the own path to go on to. */
  confirm: (l: Locale, query: { to?: string } = {}) => withQuery(`${prefix(l)}/account/confirm`, query),
  factors: (l: Locale, query: { notice?: string } = {}) => withQuery(`${prefix(l)}/account/factors`, query),
  factorPasskey: (l: Locale) => `${prefix(l)}/account/factors/passkey`,
  factorApp: (l: Locale) => `${prefix(l)}/account/factors/app`,
  factorCodes: (l: Locale) => `${prefix(l)}/account/factors/codes`,
  password: (l: Locale) => `${prefix(l)}/account/password`,
  /** `by`: with something else than what is asked for. */
  passwordProof: (l: Locale, query: { by?: 'factor' } = {}) => withQuery(`${prefix(l)}/account/password/proof`, query),
  passwordYours: (l: Locale) => `${prefix(l)}/account/password/yours`,
  passwordNew: (l: Locale) => `${prefix(l)}/account/password/new`,
  passwordDone: (l: Locale) => `${prefix(l)}/account/password/done`,

  /** Where somebody without an account reads one text, by a code. */
  outsideReview: (l: Locale) => `${prefix(l)}/review`,
  outsideText: (l: Locale) => `${prefix(l)}/review/text`,
  outsideComment: (l: Locale) => `${prefix(l)}/review/comment`,
  outsideLeave: (l: Locale) => `${prefix(l)}/review/leave`,
} as const;

/** The team's pages and the routes of their forms, in no language: they speak that of whoever is signed in. An `id` is a number, or `:id` in a pattern. */
export const teamPaths = {
  studio: () => '/studio',
  /** What matches a word; `found` is the same for a script. */
  go: () => '/studio/go',
  goFound: () => '/studio/go/found',
  /** Every key of a keyboard that does something, and how to turn them off. */
  shortcuts: () => '/studio/shortcuts',
  setShortcuts: () => '/studio/shortcuts/set',
  startDraft: () => '/studio/drafts/start',
  draft: <Id extends string>(id: Id) => `/studio/drafts/${id}` as const,
  draftText: <Id extends string>(id: Id) => `/studio/drafts/${id}/text` as const,
  checkDraft: <Id extends string>(id: Id) => `/studio/drafts/${id}/check` as const,
  previewDraft: <Id extends string>(id: Id) => `/studio/drafts/${id}/preview` as const,
  sayHere: <Id extends string>(id: Id) => `/studio/drafts/${id}/here` as const,
  followSource: <Id extends string>(id: Id) => `/studio/drafts/${id}/follow` as const,
  saveDraft: <Id extends string>(id: Id) => `/studio/drafts/${id}/save` as const,
  /** Where a text that was never published is thrown away. */
  discard: <Id extends string>(id: Id) => `/studio/discard/${id}` as const,
  discardNow: <Id extends string>(id: Id) => `/studio/discard/${id}/away` as const,
  /** Where a text that was never published gets another word in its address. */
  rename: <Id extends string>(id: Id) => `/studio/rename/${id}` as const,
  renameNow: <Id extends string>(id: Id) => `/studio/rename/${id}/now` as const,
  newIncident: () => '/studio/new/incident',
  startIncident: () => '/studio/new/incident/start',
  newUpdate: () => '/studio/new/update',
  startUpdate: () => '/studio/new/update/start',
  newNote: () => '/studio/new/note',
  startNote: () => '/studio/new/note/start',
  incidents: () => '/studio/incidents',
  notes: () => '/studio/notes',
  /** By the id of an incident. */
  facts: <Id extends string>(id: Id) => `/studio/facts/${id}` as const,
  factsText: <Id extends string>(id: Id) => `/studio/facts/${id}/text` as const,
  saveFacts: <Id extends string>(id: Id) => `/studio/facts/${id}/save` as const,
  saveFactsSource: <Id extends string>(id: Id) => `/studio/facts/${id}/source` as const,
  /** Every picture of every text. */
  pictures: () => '/studio/pictures',
  /** Those of the folder of one text, as `src/model/team/pictures/pictures.ts` names it; `after`: so many of them are passed over. */
  picturesOf: (query: { text?: string; after?: string }) => withQuery('/studio/pictures', query),
  addPicture: () => '/studio/pictures/add',
  dropPicture: () => '/studio/pictures/drop',
  /** Asked before a picture's bytes are let in. */
  mayAddPicture: () => '/studio/pictures/may',
  /** By the SHA-256 (hex) of its bytes, published or not; `:hash` in a pattern. */
  picture: <Hash extends string>(hash: Hash) => `/studio/pictures/${hash}` as const,
  /** What stands between a draft and its review. */
  submit: <Id extends string>(id: Id) => `/studio/submit/${id}` as const,
  sendSubmission: <Id extends string>(id: Id) => `/studio/submit/${id}/send` as const,
  review: <Id extends string>(id: Id) => `/studio/review/${id}` as const,
  approve: <Id extends string>(id: Id) => `/studio/review/${id}/approve` as const,
  sendBack: <Id extends string>(id: Id) => `/studio/review/${id}/back` as const,
  comment: <Id extends string>(id: Id) => `/studio/review/${id}/comment` as const,
  translations: () => '/studio/translations' as const,
  history: () => '/studio/history' as const,
  /** By the id of a post: its revisions, and those of its updates. */
  historyOf: <Id extends string>(id: Id) => `/studio/history/${id}` as const,
  /** All that is known of an incident, for regulators and lawyers. */
  record: <Id extends string>(id: Id) => `/studio/incidents/${id}/record` as const,
  recordJson: <Id extends string>(id: Id) => `/studio/incidents/${id}/record.json` as const,
  /** One's own keys that approve. */
  keys: () => '/studio/keys',
  makeKey: () => '/studio/keys/make',
  revokeKey: <Id extends string>(id: Id) => `/studio/keys/${id}/revoke` as const,
  askOutside: <Id extends string>(id: Id) => `/studio/review/${id}/outside` as const,
  /** By the id of a link. */
  revokeLink: <Id extends string>(id: Id) => `/studio/review/links/${id}/revoke` as const,
  /** By the id of a submission: its text, in every language that can go out. */
  publish: <Id extends string>(id: Id) => `/studio/publish/${id}` as const,
  publishNow: <Id extends string>(id: Id) => `/studio/publish/${id}/now` as const,
  publishEarlier: <Id extends string>(id: Id) => `/studio/publish/${id}/again` as const,
  stopSchedule: <Id extends string>(id: Id) => `/studio/publish/${id}/stop` as const,
  putAwayMissed: <Id extends string>(id: Id) => `/studio/publish/${id}/put-away` as const,
  publishAlone: <Id extends string>(id: Id) => `/studio/publish/${id}/alone` as const,
} as const;

function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}

const PRIVATE = new RegExp(
  `^(?:/(?:${LOCALES.filter((l) => l !== DEFAULT_LOCALE).join('|')}))?/(?:account|sign-in|sign-out|review)(?:/|$)|^/(?:api|_next|studio)(?:/|$)`,
);

/** What a pattern of the team's stands for. */
export function teamShape(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(':id', '[1-9][0-9]{0,8}').replaceAll(':hash', '[0-9a-f]{64}')}$`);
}

/** Whether a decoded path belongs to Next and never to the edition. */
export function isPrivatePath(path: string): boolean {
  return PRIVATE.test(path);
}

/** Whether a path holds the hash of what stands there, so that it never changes. */
export function isImmutable(path: string): boolean {
  return /^\/(?:pictures\/|candor-(?:live|passkey)\.)/.test(path);
}

/** The locale that a path is in. */
export function localeOf(path: string): Locale {
  const first = path.split('/', 2)[1];
  return LOCALES.find((locale) => locale === first && locale !== DEFAULT_LOCALE) ?? DEFAULT_LOCALE;
}

/** The same path in another locale. */
export function inLocale(path: string, locale: Locale): string {
  const current = prefix(localeOf(path));
  const bare = path.slice(current.length) || '/';
  return prefix(locale) + (bare === '/' && locale !== DEFAULT_LOCALE ? '' : bare);
}
