import { followSourceForm, saveDraftForm, sayHereForm, startDraftForm } from './drafts.ts';
import { approveForm, commentForm, publishAloneForm, publishNowForm, sendBackForm, submitForm } from './review.ts';
import type { TeamForm } from './team-form.ts';

/** Every form of the team's pages. */
export const TEAM_FORMS: readonly TeamForm[] = [
  startDraftForm,
  saveDraftForm,
  followSourceForm,
  sayHereForm,
  submitForm,
  approveForm,
  sendBackForm,
  commentForm,
  publishNowForm,
  publishAloneForm,
];
