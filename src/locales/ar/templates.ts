import type { Templates } from '#locales/templates.ts';
import { credentialsExposed } from './templates/credentials-exposed.ts';
import { dataAccessed } from './templates/data-accessed.ts';
import { facts } from './templates/facts.ts';
import { falseAlarm } from './templates/false-alarm.ts';
import { holdingNotice, holding } from './templates/holding.ts';
import { more } from './templates/more.ts';
import { note } from './templates/note.ts';
import { site } from './templates/site.ts';
import { updates } from './templates/updates.ts';
import { upgradeRequired } from './templates/upgrade-required.ts';
import { vulnerability } from './templates/vulnerability.ts';

export const templates: Templates = {
  advisories: {
    holding: holdingNotice,
    data_accessed: dataAccessed,
    credentials_exposed: credentialsExposed,
    vulnerability,
    upgrade_required: upgradeRequired,
    false_alarm: falseAlarm,
  },
  more,
  updates,
  note,
  facts,
  site,
  holding,
};
