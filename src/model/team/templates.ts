import { STATUSES } from '#model/facts.ts';

/** What a new incident can begin from: its type, or the holding notice, which says what is known before anything is. */
export const INCIDENT_TEMPLATES = ['holding', 'data_accessed', 'credentials_exposed', 'vulnerability', 'upgrade_required', 'false_alarm'] as const;
export type IncidentTemplate = (typeof INCIDENT_TEMPLATES)[number];

/** What a new update can begin from: its status. */
export const UPDATE_TEMPLATES = STATUSES;
