import type { Translate } from '#ui/translate.ts';

/** Whose account it is. */
export function GuideFor({ email, t }: { email: string; t: Translate }) {
  const whose = (
    <b key="email">
      <bdi>{email}</bdi>
    </b>
  );
  return <p>{t.rich('guide.for', { email: whose })}</p>;
}
