import type { AccountView } from '#domain/status/account-view.ts';

/** When the incidents happened that concern the account, as far as that is known. ISO 8601. */
export function incidentWindows({ incidents }: AccountView): { from: string; to: string }[] {
  return incidents
    .filter(({ state }) => state !== 'not_affected' && state !== 'checking')
    .map(({ facts }) => ({ from: facts.occurred.from, to: facts.occurred.to }));
}
