import type { Frame } from '#ui/page/frame.ts';
import type { Todo } from '#domain/status/account-view.ts';
import type { Facts } from '#model/facts.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { TONE_CLASS } from '#ui/tone.ts';
import { platformName } from '#documents/words/platform-name.ts';
import { TodoButton } from './todo-button.tsx';
import { TodoTitle } from './todo-title.tsx';
import { Words } from '#documents/words/words.tsx';

interface TodoItemProps {
  step: Todo;
  stores: Facts['trustedStores'];
  frame: Frame;
  primary: boolean;
}

export function TodoItem({ step, stores, frame, primary }: TodoItemProps) {
  const { locale, t, site } = frame;
  const app = { brand: <bdi key="brand">{site.brand}</bdi>, platform: <bdi key="platform">{platformName(t, step.platform ?? '')}</bdi> };
  const title = (
    <h3>
      <TodoTitle step={step} frame={frame} />
    </h3>
  );
  const versions = step.installed?.map(({ version }) => version).join(', ') ?? '';
  const numbers = { installed: <bdi key="installed">{versions}</bdi>, fixed: <bdi key="fixed">{step.fixedVersion}</bdi> };
  if (step.done) {
    const time = step.doneAt ? <Time key="time" at={step.doneAt} locale={locale} /> : null;
    return (
      <li className="done">
        <div>
          {title}
          <p>{t.rich(`account.todo.${step.kind}.done`, { ...app, ...numbers, time })}</p>
        </div>
        <StatusBadge tone="ok">{t('word.state.done')}</StatusBadge>
      </li>
    );
  }
  const upgrade = step.kind === 'upgrade_app' && (versions ? 'account.todo.upgrade_app.have' : 'account.todo.upgrade_app.notSeen');
  return (
    <li className={TONE_CLASS[step.tone]}>
      <div>
        {title}
        <StatusBadge tone={step.tone}>{t(`account.tone.${step.tone}`)}</StatusBadge>
        <p>
          {upgrade && <>{t.rich(upgrade, { ...app, ...numbers })} </>}
          <Words text={step.reason} locale={locale} />
        </p>
        {(step.kind === 'change_password' || step.minutes !== undefined || step.deadline) && (
          <p>
            {step.kind === 'change_password' && `${t(`account.todo.proof.${step.proof ?? 'current'}`)} `}
            {step.minutes !== undefined && `${t('account.todo.minutes', { minutes: step.minutes })} `}
            {step.deadline && <b>{t.rich('account.todo.deadline', { time: <Time key="time" at={step.deadline} locale={locale} /> })}</b>}
          </p>
        )}
        {(step.ifNot || step.sideEffect) && (
          <p>
            {step.ifNot && <Words text={step.ifNot} locale={locale} />} {step.sideEffect && <Words text={step.sideEffect} locale={locale} />}
          </p>
        )}
      </div>
      <TodoButton kind={step.kind} stores={stores} i18n={frame} primary={primary} />
    </li>
  );
}
