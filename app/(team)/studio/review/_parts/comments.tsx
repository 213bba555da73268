import type { SubmissionView } from '#domain/review/read-submission.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

/** What was said, as it was typed, the oldest first. */
export function Comments({ comments, i18n: { locale, t } }: { comments: SubmissionView['comments']; i18n: I18n }) {
  if (comments.length === 0) return null;
  return (
    <div className="talk">
      {comments.map(({ id, text, by, isOutside, at }) => (
        <div key={id} id={`comment-${id}`}>
          <p className="meta">
            <bdi>{isOutside ? t('outside.team.said', { name: by }) : by}</bdi> · <Time at={at} locale={locale} style="short" />
          </p>
          <p className="said" dir="auto">
            {text}
          </p>
        </div>
      ))}
    </div>
  );
}

interface CommentFormProps {
  submission: number;
  /** Null: the form asks for it. */
  line: number | null;
  /** What was typed into it and refused. */
  typed: URLSearchParams | null;
  i18n: I18n;
}

export function CommentForm({ submission, line, typed, i18n: { t } }: CommentFormProps) {
  const own = line === null ? 'text' : `text-${line}`;
  return (
    <form method="post" action={teamPaths.comment(String(submission))} className="say">
      {line === null ? (
        <p>
          <label htmlFor="line">{t('review.comment.line')}</label>
          <input id="line" name="line" inputMode="numeric" size={6} defaultValue={typed?.get('line') ?? ''} />
        </p>
      ) : (
        <input type="hidden" name="line" value={line} />
      )}
      <p>
        <label htmlFor={own}>{line === null ? t('review.comment.text') : t('review.comment.on', { line })}</label>
        <textarea id={own} name="text" rows={3} maxLength={2000} required dir="auto" defaultValue={typed?.get('text') ?? ''} />
      </p>
      <button className="btn q" type="submit">
        {t('review.comment.send')}
      </button>
    </form>
  );
}
