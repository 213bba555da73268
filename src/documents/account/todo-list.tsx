import type { IncidentView } from '#domain/status/account-view.ts';
import type { Locale } from '#paths';
import { TodoItem } from './todo-item.tsx';

interface TodoListProps {
  incident: IncidentView;
  locale: Locale;
  brand: string;
}

/** What is asked, in the order to do it; what is done stays, ticked. */
export function TodoList({ incident, locale, brand }: TodoListProps) {
  const { slug, facts, todo } = incident;
  if (todo.length === 0) return null;
  // One loud button: the new password, else the first step that has one.
  const open = todo.filter((step) => !step.done && step.kind !== 'upgrade_app');
  const loud = open.find((step) => step.kind === 'change_password') ?? open[0];
  return (
    <ol className="todo">
      {todo.map((step) => (
        <TodoItem
          key={`${slug} ${step.kind} ${step.platform ?? ''}`}
          step={step}
          stores={facts.trustedStores}
          locale={locale}
          brand={brand}
          primary={step === loud}
        />
      ))}
    </ol>
  );
}
