import type { Messages } from '#locales/message-key.ts';
import account from './messages/account.json' with { type: 'json' };
import address from './messages/address.json' with { type: 'json' };
import begin from './messages/begin.json' with { type: 'json' };
import components from './messages/components.json' with { type: 'json' };
import editor from './messages/editor.json' with { type: 'json' };
import factors from './messages/factors.json' with { type: 'json' };
import facts from './messages/facts.json' with { type: 'json' };
import feeds from './messages/feeds.json' with { type: 'json' };
import forms from './messages/forms.json' with { type: 'json' };
import history from './messages/history.json' with { type: 'json' };
import keys from './messages/keys.json' with { type: 'json' };
import mail from './messages/mail.json' with { type: 'json' };
import notices from './messages/notices.json' with { type: 'json' };
import outside from './messages/outside.json' with { type: 'json' };
import password from './messages/password.json' with { type: 'json' };
import pictures from './messages/pictures.json' with { type: 'json' };
import post from './messages/post.json' with { type: 'json' };
import publicPages from './messages/public.json' with { type: 'json' };
import recovery from './messages/recovery.json' with { type: 'json' };
import review from './messages/review.json' with { type: 'json' };
import schedule from './messages/schedule.json' with { type: 'json' };
import shell from './messages/shell.json' with { type: 'json' };
import shortcuts from './messages/shortcuts.json' with { type: 'json' };
import signIn from './messages/sign-in.json' with { type: 'json' };
import studio from './messages/studio.json' with { type: 'json' };
import translations from './messages/translations.json' with { type: 'json' };
import words from './messages/words.json' with { type: 'json' };
import yourData from './messages/your-data.json' with { type: 'json' };

export const messages: Messages = {
  ...account,
  ...address,
  ...begin,
  ...components,
  ...editor,
  ...factors,
  ...facts,
  ...feeds,
  ...forms,
  ...history,
  ...keys,
  ...mail,
  ...notices,
  ...outside,
  ...password,
  ...pictures,
  ...post,
  ...publicPages,
  ...recovery,
  ...review,
  ...schedule,
  ...shell,
  ...shortcuts,
  ...signIn,
  ...studio,
  ...translations,
  ...words,
  ...yourData,
};
