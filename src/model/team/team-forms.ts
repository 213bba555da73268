import { saveDraftForm, sayHereForm, startDraftForm } from './drafts.ts';
import type { TeamForm } from './team-form.ts';

/** Every form of the team's pages. */
export const TEAM_FORMS: readonly TeamForm[] = [startDraftForm, saveDraftForm, sayHereForm];
