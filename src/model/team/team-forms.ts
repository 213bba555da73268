import { discardForm, renameForm, startIncidentForm, startNoteForm, startUpdateForm } from './beginnings.ts';
import { followSourceForm, saveDraftForm, sayHereForm, startDraftForm } from './drafts.ts';
import { saveFactsForm, saveFactsSourceForm } from './facts.ts';
import { makeKeyForm, revokeKeyForm } from './keys.ts';
import { addPictureForm, dropPictureForm } from './pictures/pictures.ts';
import {
  approveForm,
  askOutsideForm,
  commentForm,
  publishAloneForm,
  publishEarlierForm,
  publishNowForm,
  putAwayForm,
  revokeLinkForm,
  sendBackForm,
  stopScheduleForm,
  submitForm,
} from './review.ts';
import { setShortcutsForm } from './shortcuts.ts';
import type { TeamForm } from './team-form.ts';

/** Every form of the team's pages. */
export const TEAM_FORMS: readonly TeamForm[] = [
  startIncidentForm,
  startUpdateForm,
  startNoteForm,
  discardForm,
  renameForm,
  saveFactsForm,
  saveFactsSourceForm,
  startDraftForm,
  saveDraftForm,
  followSourceForm,
  sayHereForm,
  addPictureForm,
  dropPictureForm,
  submitForm,
  approveForm,
  sendBackForm,
  commentForm,
  publishNowForm,
  stopScheduleForm,
  putAwayForm,
  publishEarlierForm,
  publishAloneForm,
  askOutsideForm,
  revokeLinkForm,
  makeKeyForm,
  revokeKeyForm,
  setShortcutsForm,
];
