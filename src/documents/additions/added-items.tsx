import type { Addition } from '#domain/additions/read-additions.ts';
import { DeviceName } from '#documents/words/device-name.tsx';
import { NetworkName } from '#documents/words/network-name.tsx';
import type { keepInGuideForm, keepRecoveredForm } from '#model/forms/recovery/keep-additions.ts';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

interface AddedItemsProps {
  form: typeof keepInGuideForm | typeof keepRecoveredForm;
  additions: readonly Addition[];
  i18n: I18n;
}

/** What was added lately, a box each: who does not tick one has it removed. */
export function AddedItems({ form, additions, i18n: { locale, t } }: AddedItemsProps) {
  return (
    <form method="post" action={form.path(locale)}>
      {additions.map(({ handle, kind, name, addedAt, device, network }) => {
        const id = `keep-${handle}`;
        const what = name === null ? t(`added.kind.${kind}`) : t.rich('added.named', { kind: t(`added.kind.${kind}`), name: <bdi key="name">{name}</bdi> });
        return (
          <div className="check" key={handle}>
            <input type="checkbox" id={id} name="keep" value={handle} aria-describedby={`${id}-hint`} />
            <div>
              <label htmlFor={id}>{t.rich('added.keep', { what: <b key="what">{what}</b> })}</label>
              <span className="hint" id={`${id}-hint`}>
                {t.rich('added.when', {
                  time: <Time key="time" at={addedAt} locale={locale} />,
                  device: <DeviceName key="device" device={device} t={t} />,
                  network: <NetworkName key="network" network={network} t={t} />,
                })}
              </span>
            </div>
          </div>
        );
      })}
      <p className="actions submit">
        <button className="btn" type="submit">
          {t('guide.continue')}
        </button>
      </p>
    </form>
  );
}
