import { saveDraftForm, sayHereForm, startDraftForm } from './drafts.ts';
import { approveForm, commentForm, publishAloneForm, publishNowForm, putAwayForm, sendBackForm, stopScheduleForm, submitForm } from './review.ts';
import type { TeamForm } from './team-form.ts';

/** Every form of the team's pages. */
export const TEAM_FORMS: readonly TeamForm[] = [
  startDraftForm,
  saveDraftForm,
  sayHereForm,
  submitForm,
  approveForm,
  sendBackForm,
  commentForm,
  publishNowForm,
  stopScheduleForm,
  putAwayForm,
  publishAloneForm,
];
