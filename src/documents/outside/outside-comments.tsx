import type { OutsideView } from '#domain/review-links/read-outside.ts';
import { outsideCommentForm } from '#model/outside/review.ts';
import { Field } from '#ui/field.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { Time } from '#ui/time.tsx';

/** Why a comment came back, where that has a sentence of its own. */
export const REFUSALS = ['comment_missing', 'comment_long', 'line_none', 'moved_on', 'comments_full', 'other'] as const;

export interface Refused {
  reason: (typeof REFUSALS)[number];
  field: 'line' | 'text' | null;
  /** What was typed. */
  typed: { line: string; text: string };
}

interface OutsideCommentsProps {
  frame: Frame;
  view: OutsideView;
  refused: Refused | null;
}

/** What a reader from outside has said, and the form to say more. */
export function OutsideComments({ frame: { locale, t }, view: { comments, seen }, refused }: OutsideCommentsProps) {
  return (
    <>
      <h2 id="said">{t('outside.read.comments')}</h2>
      {comments.length === 0 ? (
        <p>{t('outside.read.noComments')}</p>
      ) : (
        <ul>
          {comments.map(({ id, line, text, at }) => (
            <li key={id} id={`comment-${id}`}>
              {line === null ? t('outside.read.whole') : t('outside.read.line', { line })} · <Time at={at} locale={locale} />
              {text.split('\n').map((words, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and never move
                <p key={index} dir="auto">
                  {words}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      <h2>{t('outside.read.say')}</h2>
      <form method="post" action={outsideCommentForm.path(locale)}>
        <input type="hidden" name="seen" value={seen} />
        <Field name="line" label={t('outside.read.lineLabel')} inputMode="numeric" size={6} maxLength={9} defaultValue={refused?.typed.line ?? ''} />
        <div className="field">
          <label htmlFor="text">{t('outside.read.textLabel')}</label>
          <textarea id="text" name="text" rows={4} maxLength={2000} required dir="auto" defaultValue={refused?.typed.text ?? ''} />
        </div>
        <p className="actions">
          <button className="btn" type="submit">
            {t('outside.read.send')}
          </button>
        </p>
      </form>
    </>
  );
}
