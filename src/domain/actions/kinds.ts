import type { ActionKind } from '#model/actions.ts';
import type { ActionKindDefinition } from './action-kind.ts';
import { changePassword } from './kinds/change-password.ts';
import { signInAgain } from './kinds/sign-in-again.ts';
import { upgradeApp } from './kinds/upgrade-app.ts';

/** Every kind of order. */
export const KINDS: Record<ActionKind, ActionKindDefinition> = {
  sign_in_again: signInAgain,
  change_password: changePassword,
  upgrade_app: upgradeApp,
};
