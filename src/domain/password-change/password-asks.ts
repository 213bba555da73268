import type { Proof } from '#generated/prisma/client.ts';
import type { Todo } from '#domain/status/account-view.ts';
import { type AccountFacts, satisfies, todoOf, wantsPassword } from '#domain/status/todo.ts';
import type { ToldIncident } from '#domain/status/told-incidents.ts';

export interface OpenAsk {
  incident: ToldIncident;
  step: Todo;
}

/** Every step of every incident, newest incident first, open or done as asked for. */
export function steps(account: AccountFacts, told: ToldIncident[], now: Date, done: boolean): OpenAsk[] {
  return told.flatMap((incident) =>
    todoOf(account, incident, now)
      .filter((step) => step.done === done)
      .map((step) => ({ incident, step })),
  );
}

/** The strictest proof that an open `change_password` asks for, as the action says it; `current` when nobody asks. */
export function strictestProof(account: AccountFacts, told: ToldIncident[]): Proof {
  const asked = told.flatMap((incident) => incident.asks.filter((ask) => wantsPassword(account, ask)).map((ask) => ask.proof));
  return asked.reduce<Proof>((strictest, proof) => (satisfies(strictest, proof) ? strictest : proof), 'current');
}

/** Where the password itself may have leaked, another device may be the intruder's: it is signed out, asked or not. */
export function forcesSignOut(strictest: Proof): boolean {
  return strictest !== 'current';
}
