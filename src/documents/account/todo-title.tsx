import type { Frame } from '#ui/page/frame.ts';
import type { Todo } from '#domain/status/account-view.ts';
import { platformName } from '#documents/words/platform-name.ts';

/** What a step asks for, in a few words. */
export function TodoTitle({ step, frame: { t, site } }: { step: Todo; frame: Frame }) {
  return t.rich(`account.todo.${step.kind}.title`, {
    brand: <bdi key="brand">{site.brand}</bdi>,
    platform: <bdi key="platform">{platformName(t, step.platform ?? '')}</bdi>,
  });
}
