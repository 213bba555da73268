import type { Logger } from 'pino';
import type { Bundle } from '#edition/bundle.ts';
import { applyChange, type ChangedDocument } from '#edition/edition-change.ts';
import { readBundle } from '#edition/read-bundle.ts';
import { storeEdition } from '#edition/store-edition.ts';
import type { ToFront } from '#server/messages.ts';

/** How long a disk that could not keep an edition rests before it is tried again, in milliseconds. */
const RETRY_MS = 15_000;
/** A disk that has not kept an edition in so many milliseconds hangs. */
const HANGING_MS = 30_000;

export interface HeldEdition {
  bundle(): Bundle | null;
  /** Whether the disk holds the newest edition, or is about to. */
  disk(): 'up' | 'down';
  /** Takes a portion of documents, or with the last message the edition that they belong to. Throws when it does not follow the one held. */
  take(message: Extract<ToFront, { kind: 'documents' | 'edition' }>): void;
  /** Forgets the portions of an app that is gone. */
  forget(): void;
  /** Resolves when the disk holds what the memory does. */
  settled(): Promise<void>;
}

/** The newest edition: from disk at the start, then from the app; in memory first, then on disk, complete or not at all. */
export function openHeldEdition(dataDir: string, log: Logger): HeldEdition {
  let bundle: Bundle | null = null;
  try {
    bundle = readBundle(dataDir, (path, err) => log.error({ err, path }, 'a document on disk is damaged; it is left out until the app has made it again'));
  } catch (err) {
    log.error({ err }, 'the edition on disk can’t be read');
  }
  let stored = bundle;
  let failed = false;
  let storingSince: number | null = null;
  let storing = Promise.resolve();
  let portions: ChangedDocument[] = [];

  function keep(made: Bundle): void {
    storing = storing
      .then(async () => {
        // A newer one is waiting.
        if (made !== bundle) return;
        storingSince = performance.now();
        await storeEdition(dataDir, made, stored);
        stored = made;
        failed = false;
        storingSince = null;
      })
      .catch((err: unknown) => {
        failed = true;
        storingSince = null;
        log.error({ err, edition: made.number, 'again in ms': RETRY_MS }, 'the edition could not be kept on disk');
        setTimeout(keep, RETRY_MS, made).unref();
      });
  }

  return {
    bundle: () => bundle,
    disk: () => (failed || (storingSince !== null && performance.now() - storingSince > HANGING_MS) ? 'down' : 'up'),
    take(message) {
      if (message.kind === 'documents') {
        portions.push(...message.documents.map(copied));
        return;
      }
      const documents = portions;
      portions = [];
      if (bundle && message.change.head.number < bundle.number) throw new Error(`Edition ${message.change.head.number} is older than ${bundle.number}.`);
      bundle = applyChange(bundle, { ...message.change, documents });
      log.info({ edition: bundle.number, documents: bundle.documents.size }, 'edition live');
      keep(bundle);
    },
    forget() {
      portions = [];
    },
    settled: () => storing,
  };
}

/** Bytes of a message are a view of it, and would keep the whole of it alive. */
function copied({ stored, packed }: ChangedDocument): ChangedDocument {
  return { stored, packed: packed && Buffer.from(packed) };
}
