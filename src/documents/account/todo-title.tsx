import { translator } from '#ui/messages.ts';
import type { Todo } from '#domain/status/account-view.ts';
import type { Locale } from '#paths';
import { platformName } from '#documents/words/platform-name.ts';

/** What a step asks for, in a few words. */
export function TodoTitle({ step, locale, brand }: { step: Todo; locale: Locale; brand: string }) {
  return translator(locale).rich(`account.todo.${step.kind}.title`, {
    brand: <bdi key="brand">{brand}</bdi>,
    platform: <bdi key="platform">{platformName(locale, step.platform ?? '')}</bdi>,
  });
}
