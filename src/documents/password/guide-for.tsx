import { translator } from '#ui/messages.ts';
import type { Locale } from '#paths';

/** Whose account it is. */
export function GuideFor({ email, locale }: { email: string; locale: Locale }) {
  const whose = (
    <b key="email">
      <bdi>{email}</bdi>
    </b>
  );
  return <p>{translator(locale).rich('guide.for', { email: whose })}</p>;
}
