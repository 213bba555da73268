import type { MessageKey } from '#locales/message-key.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';
import type { Notice } from '#model/account/notices.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { deviceInWords, networkInWords } from '#documents/words/device-in-words.ts';
import { momentInWords } from '#ui/moment.ts';
import { translator } from '#ui/translator.ts';
import { composeMail, type Mail } from './compose.tsx';

/** What comes after the sentence that says what was done. */
const AFTER: Record<Notice['kind'], readonly MessageKey[]> = {
  password_changed: ['notice.signedOut', 'notice.kept', 'notice.wasItYou'],
  new_device: ['notice.where', 'notice.notYou'],
  factor_added: ['notice.where', 'notice.notYou'],
  factor_removed: ['notice.where', 'notice.notYou'],
  approval_key_made: ['notice.where', 'notice.notYou'],
  address_changed: ['notice.where', 'notice.notYou'],
  address_left: ['notice.where', 'notice.takeBack', 'notice.takeBackHow'],
  address_restored: ['notice.where', 'notice.changePassword', 'notice.notYou'],
  address_lost: ['notice.where', 'notice.write'],
  address_tried: ['notice.nothingChanged'],
  account_disabled: ['notice.write'],
  session_reported: ['notice.where', 'notice.look'],
};

/** Kinds that reach somebody who can't look them up in the account. */
const ELSEWHERE: ReadonlySet<Notice['kind']> = new Set(['address_lost', 'address_tried', 'account_disabled', 'session_reported']);

/** Tells of what was done to an account, also when somebody else did it. */
export function noticeMail(site: Site, locale: Locale, notice: Notice): Mail {
  const { kind } = notice;
  return composeMail(site, locale, {
    subject: `notice.${kind}.subject`,
    paragraphs: [`notice.${kind}.done`, ...AFTER[kind].filter((key) => key !== 'notice.kept' || keepsSome(notice))],
    slots: slotsOf(notice, locale),
    inAccount: !ELSEWHERE.has(kind),
  });
}

/** Nothing is said where nothing was kept. */
function keepsSome(notice: Notice): boolean {
  return notice.kind === 'password_changed' && notice.kept.length > 0;
}

function slotsOf(notice: Notice, locale: Locale): Record<string, string | number | Date> {
  const t = translator(locale);
  const at = new Date(notice.at);
  const where = 'device' in notice ? { device: deviceInWords(notice.device, t), network: networkInWords(notice.network, t) } : {};
  switch (notice.kind) {
    case 'password_changed': {
      const items = notice.kept.map(({ kind, addedAt }) => t(`notice.keptItem.${kind}`, { time: momentInWords(addedAt, locale) }));
      const list = new Intl.ListFormat(LANGUAGES[locale].formatTag, { type: 'conjunction' });
      return { at, sessionsEnded: notice.sessionsEnded, items: list.format(items) };
    }
    case 'factor_added':
    case 'factor_removed':
      return { at, ...where, factor: t(`notice.what.${notice.factor}`) };
    case 'address_left':
      return { at, ...where, until: new Date(at.getTime() + ADDRESS_KEPT_MS), takeBack: t('signIn.takeBack') };
    case 'session_reported':
      return { at, ...where, about: notice.about };
    default:
      return { at, ...where };
  }
}
