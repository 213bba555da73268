import type { IncidentView } from '#domain/status/account-view.ts';
import type { Frame } from '#ui/page/frame.ts';
import { TodoItem } from './todo-item.tsx';

interface TodoListProps {
  incident: IncidentView;
  frame: Frame;
}

/** What is asked, in the order to do it; what is done stays, ticked. */
export function TodoList({ incident, frame }: TodoListProps) {
  const { slug, facts, todo } = incident;
  if (todo.length === 0) return null;
  // One loud button: the new password, else the first step that has one.
  const open = todo.filter((step) => !step.done && step.kind !== 'upgrade_app');
  const loud = open.find((step) => step.kind === 'change_password') ?? open[0];
  return (
    <ol className="todo">
      {todo.map((step) => (
        <TodoItem key={`${slug} ${step.kind} ${step.platform ?? ''}`} step={step} stores={facts.trustedStores} frame={frame} primary={step === loud} />
      ))}
    </ol>
  );
}
