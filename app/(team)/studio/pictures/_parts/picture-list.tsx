import type { PictureView } from '#domain/posts/pictures/list-pictures.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { LOCALES, teamPaths } from '#paths';
import type { Translate } from '#ui/translate.ts';
import { Thumb } from './thumb.tsx';

interface PictureListProps {
  pictures: readonly PictureView[];
  t: Translate;
}

/** Every picture with what is known of it. */
export function PictureList({ pictures, t }: PictureListProps) {
  return (
    <ul className="pictures">
      {pictures.map((picture) => (
        <li key={`${picture.folder} ${picture.name}`}>
          <a href={teamPaths.picture(picture.hash)}>
            <Thumb hash={picture.hash} alt={firstAlt(picture) ?? t('pictures.undescribed')} width={picture.width} height={picture.height} />
          </a>
          <div>
            <h3>
              <bdi>{picture.name}</bdi>
            </h3>
            <p className="meta">
              <bdi>{picture.path}</bdi> · {t('pictures.size', { width: picture.width, height: picture.height, kib: Math.ceil(picture.bytes / 1024) })}
            </p>
            <Descriptions picture={picture} t={t} />
            <Uses picture={picture} t={t} />
          </div>
        </li>
      ))}
    </ul>
  );
}

const firstAlt = ({ alt }: PictureView) => LOCALES.map((locale) => alt[locale]).find((text) => text !== undefined);

function Descriptions({ picture: { alt }, t }: { picture: PictureView; t: Translate }) {
  const said = LOCALES.flatMap((locale) => (alt[locale] === undefined ? [] : [{ locale, text: alt[locale] }]));
  if (said.length === 0) return <p className="meta">{t('pictures.undescribed')}</p>;
  return (
    <dl className="alts">
      {said.map(({ locale, text }) => (
        <div key={locale}>
          <dt>{t(`word.language.${locale}`)}</dt>
          <dd lang={locale} dir={LANGUAGES[locale].direction}>
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Uses({ picture: { folder, name, hash, usedIn, kept, alt }, t }: { picture: PictureView; t: Translate }) {
  if (usedIn.length > 0)
    return (
      <p>
        {t('pictures.usedIn')}{' '}
        {usedIn.map(({ path, draft }, index) => (
          <span key={path}>
            {index > 0 && ' · '}
            {draft === null ? (
              <bdi>{path}</bdi>
            ) : (
              <a href={teamPaths.draft(String(draft))}>
                <bdi>{path}</bdi>
              </a>
            )}
          </span>
        ))}
      </p>
    );
  return (
    <>
      <p>
        {t(kept ? 'pictures.kept' : 'pictures.unused')} <code dir="ltr">{`![${Object.values(alt)[0] ?? ''}](./${name})`}</code>
      </p>
      {!kept && (
        <form method="post" action={teamPaths.dropPicture()}>
          <input type="hidden" name="text" value={folder} />
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="hash" value={hash} />
          <button className="btn q danger" type="submit">
            {t('pictures.drop', { name })}
          </button>
        </form>
      )}
    </>
  );
}
