import type { Rule } from './rule.ts';
import { silentEdit } from './rules/correction/silent-edit.ts';
import { scopeGrew } from './rules/correction/scope-grew.ts';
import { thirdPartyNamed } from './rules/claim/third-party-named.ts';
import { materialBeforeFiling } from './rules/legal/material-before-filing.ts';
import { lawEnforcement } from './rules/legal/law-enforcement.ts';
import { delayReason } from './rules/legal/delay-reason.ts';
import { creditAgencies } from './rules/legal/credit-agencies.ts';
import { byColour } from './rules/a11y/by-colour.ts';
import { tableHeader } from './rules/a11y/table-header.ts';
import { missing } from './rules/action/missing.ts';
import { noDeadline } from './rules/action/no-deadline.ts';
import { noIfNot } from './rules/action/no-if-not.ts';
import { sideEffect } from './rules/action/side-effect.ts';
import { tooMany } from './rules/action/too-many.ts';
import { unclearWho } from './rules/action/unclear-who.ts';
import { untrustedStore } from './rules/action/untrusted-store.ts';
import { absolute } from './rules/claim/absolute.ts';
import { attribution } from './rules/claim/attribution.ts';
import { hypotheticalKnown } from './rules/claim/hypothetical-known.ts';
import { noEvidenceUnqualified } from './rules/claim/no-evidence-unqualified.ts';
import { contradiction } from './rules/facts/contradiction.ts';
import { numberMismatch } from './rules/facts/number-mismatch.ts';
import { onlyWhatWasNot } from './rules/facts/only-what-was-not.ts';
import { passwordStorage } from './rules/facts/password-storage.ts';
import { statusMismatch } from './rules/facts/status-mismatch.ts';
import { undeclaredDataCategory } from './rules/facts/undeclared-data-category.ts';
import { versionMismatch } from './rules/facts/version-mismatch.ts';
import { addressMix } from './rules/i18n/address-mix.ts';
import { untranslated } from './rules/i18n/untranslated.ts';
import { consequences } from './rules/legal/consequences.ts';
import { complainTo } from './rules/legal/complain-to.ts';
import { supportOffered } from './rules/legal/support-offered.ts';
import { leak } from './rules/legal/leak.ts';
import { tlp } from './rules/legal/tlp.ts';
import { waiver } from './rules/legal/waiver.ts';
import { jargon } from './rules/readability/jargon.ts';
import { readingAge } from './rules/readability/reading-age.ts';
import { sentenceLength } from './rules/readability/sentence-length.ts';
import { percentWithoutBase } from './rules/scope/percent-without-base.ts';
import { platformSilent } from './rules/scope/platform-silent.ts';
import { unknownNotSaid } from './rules/scope/unknown-not-said.ts';
import { vagueQuantity } from './rules/scope/vague-quantity.ts';
import { headingText } from './rules/structure/heading-text.ts';
import { lead } from './rules/structure/lead.ts';
import { mixedMessage } from './rules/structure/mixed-message.ts';
import { noticeTitle } from './rules/structure/notice-title.ts';
import { placeholder } from './rules/structure/placeholder.ts';
import { ambiguousFormat } from './rules/time/ambiguous-format.ts';
import { noZone } from './rules/time/no-zone.ts';
import { publishedBeforeFound } from './rules/time/published-before-found.ts';
import { relativeDate } from './rules/time/relative-date.ts';
import { windowWithoutEnds } from './rules/time/window-without-ends.ts';
import { attackerPraise } from './rules/tone/attacker-praise.ts';
import { blame } from './rules/tone/blame.ts';
import { boilerplate } from './rules/tone/boilerplate.ts';
import { minimising } from './rules/tone/minimising.ts';
import { noApology } from './rules/tone/no-apology.ts';
import { phishLike } from './rules/tone/phish-like.ts';

/** Every rule of the lint; those beside it that need no language are in `grammar/` and `folder/`. */
export const RULES: readonly Rule[] = [
  headingText,
  lead,
  mixedMessage,
  noticeTitle,
  placeholder,
  missing,
  noDeadline,
  noIfNot,
  sideEffect,
  tooMany,
  unclearWho,
  untrustedStore,
  complainTo,
  consequences,
  creditAgencies,
  delayReason,
  lawEnforcement,
  leak,
  materialBeforeFiling,
  supportOffered,
  tlp,
  waiver,
  absolute,
  attribution,
  hypotheticalKnown,
  noEvidenceUnqualified,
  thirdPartyNamed,
  scopeGrew,
  silentEdit,
  contradiction,
  numberMismatch,
  onlyWhatWasNot,
  passwordStorage,
  statusMismatch,
  undeclaredDataCategory,
  versionMismatch,
  percentWithoutBase,
  platformSilent,
  unknownNotSaid,
  vagueQuantity,
  ambiguousFormat,
  noZone,
  publishedBeforeFound,
  relativeDate,
  windowWithoutEnds,
  attackerPraise,
  blame,
  boilerplate,
  minimising,
  noApology,
  phishLike,
  byColour,
  tableHeader,
  addressMix,
  untranslated,
  jargon,
  readingAge,
  sentenceLength,
];
