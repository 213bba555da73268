import type { Addition } from '#domain/additions/read-additions.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import type { Translate } from '#ui/translate.ts';

interface KeptItemsProps {
  form: { fields: { keep: unknown } };
  additions: readonly Addition[];
  /** Handles of those that stay. */
  keep: readonly string[];
  t: Translate;
}

/** Of what was added lately: what goes with the old password, and what stays. */
export function KeptItems({ form, additions, keep, t }: KeptItemsProps) {
  const kept = additions.filter(({ handle }) => keep.includes(handle));
  return (
    <>
      {kept.map(({ handle }) => (
        <HiddenField key={handle} form={form} name="keep" value={handle} />
      ))}
      {additions.length > 0 && (
        <p>
          {t('added.goes', { n: additions.length - kept.length })} {t('added.stays', { n: kept.length })}
        </p>
      )}
    </>
  );
}
