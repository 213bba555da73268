/** The closed union of what a verb may refuse with. `message` is for the person, `cause` for the log; how it looks from outside is the door's business. */
export type CandorError = Invalid | NotFound | Forbidden | Conflict | TooMany | Unavailable;

/** A field's name → the end of a message key, under `error`. */
export type FieldErrors = Record<string, string>;

abstract class Refusal extends Error {
  abstract readonly kind: string;
  /** For the audit log: whom a visitor's attempt was about, as `account:ID` or, where nobody has the address, its keyed hash. */
  about?: string;
}

/** The input is wrong; `fields` says where. Nothing was changed. */
export class Invalid extends Refusal {
  readonly kind = 'invalid';
  readonly fields: FieldErrors;
  constructor(fields: FieldErrors, message = 'Some of what you entered needs another look.') {
    super(message);
    this.fields = fields;
  }
}

/** There is no such thing, or it is somebody else's: the two are never told apart. */
export class NotFound extends Refusal {
  readonly kind = 'not_found';
  constructor(message = 'There is nothing here.') {
    super(message);
  }
}

/** This actor may not do this. `reason` tells the door where to lead them. */
export class Forbidden extends Refusal {
  readonly kind = 'forbidden';
  readonly reason: 'signed_out' | 'half' | 'enrolling' | 'restricted' | 'role' | 'step_up';
  constructor(reason: Forbidden['reason'], message = 'You can’t do this.') {
    super(message);
    this.reason = reason;
  }
}

/** What may have moved on. */
export type ConflictReason =
  | 'account_exists'
  | 'address_fresh'
  | 'address_taken'
  | 'already_asked'
  | 'already_submitted'
  | 'approval_ended'
  | 'already_disabled'
  | 'already_enabled'
  | 'already_paused'
  | 'already_withdrawn'
  | 'changed_elsewhere'
  | 'draft_moved'
  | 'source_moved'
  | 'cohort_exists'
  | 'comments_full'
  | 'count_changed'
  | 'erased'
  | 'findings_changed'
  | 'import_replaced'
  | 'import_running'
  | 'in_use'
  | 'is_planned'
  | 'keys_full'
  | 'last_admin'
  | 'links_full'
  | 'live_already'
  | 'moved_on'
  | 'name_taken'
  | 'needs_waiver'
  | 'not_paused'
  | 'not_together'
  | 'not_told'
  | 'own_words'
  | 'picture_gone'
  | 'picture_used'
  | 'proof_used'
  | 'proof_weaker'
  | 'published_meanwhile'
  | 'renamed_meanwhile'
  | 'roles_changed'
  | 'schedule_ended'
  | 'scheduled_already'
  | 'second_person'
  | 'setup_over';

/** The state has moved on. Where a page can meet its `reason`, that is the end of a message key, under `refusal.conflict`. */
export class Conflict extends Refusal {
  readonly kind = 'conflict';
  readonly reason: ConflictReason;
  /** What whoever is refused must know to go on. */
  readonly told: Readonly<Record<string, string>>;
  constructor(reason: ConflictReason, message = 'Something changed in the meantime.', told: Readonly<Record<string, string>> = {}) {
    super(message);
    this.reason = reason;
    this.told = told;
  }
}

/** A limit on failures is reached; try again after `retryAfter` seconds. */
export class TooMany extends Refusal {
  readonly kind = 'too_many';
  readonly retryAfter: number;
  /** Whether this is the first refusal of its window: the others leave no entry in the audit log. */
  readonly first: boolean;
  constructor(retryAfter: number, first: boolean) {
    super('There were too many attempts. Please wait.');
    this.retryAfter = retryAfter;
    this.first = first;
  }
}

/** Something that this needs is down or full; try again after `retryAfter` seconds. */
export class Unavailable extends Refusal {
  readonly kind = 'unavailable';
  readonly retryAfter: number;
  constructor(retryAfter = 5, options?: ErrorOptions) {
    super('This part is not available right now.', options);
    this.retryAfter = retryAfter;
  }
}

export function isRefusal(error: unknown): error is CandorError {
  return error instanceof Refusal;
}
