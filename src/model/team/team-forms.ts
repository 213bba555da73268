import { saveDraftForm, sayHereForm, startDraftForm } from './drafts.ts';
import { makeKeyForm, revokeKeyForm } from './keys.ts';
import { approveForm, askOutsideForm, commentForm, publishAloneForm, publishNowForm, revokeLinkForm, sendBackForm, submitForm } from './review.ts';
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
  publishAloneForm,
  askOutsideForm,
  revokeLinkForm,
  makeKeyForm,
  revokeKeyForm,
];
