import { Conflict } from '#domain/core/errors.ts';
import { readRecovery, type RecoveryView } from '#domain/recovery/read-recovery.ts';
import { paths } from '#paths';
import type { PrivateRequest } from '../private-request.ts';

/** How far the recovery of this browser has come, and the page of the question that is next. */
export async function recoveryStep({ ctx, ticket, device, locale }: PrivateRequest): Promise<{ view: RecoveryView | null; next: string }> {
  const view = await readRecovery(ctx, { ticket, device });
  if (view === null) return { view, next: ticket === null ? paths.recover(locale) : paths.recoverCode(locale) };
  if (view.step === 'factor') return { view, next: paths.recoverFactor(locale) };
  return { view, next: view.additions.length > 0 ? paths.recoverYours(locale) : paths.recoverNew(locale) };
}

/** The same for a form that comes after the code. Throws Conflict `proof_used` where that was not given, or is over. */
export async function requireRecovery({ ctx, ticket, device }: PrivateRequest): Promise<RecoveryView> {
  const view = await readRecovery(ctx, { ticket, device });
  if (view?.step !== 'password') throw new Conflict('proof_used');
  return view;
}
