import type { IncidentView } from '#domain/status/account-view.ts';
import type { Frame } from '#ui/page/frame.ts';
import { AboutIncident } from './about-incident.tsx';
import { Involved } from './involved.tsx';
import { StateSentence } from './state-sentence.tsx';
import { TodoList } from './todo-list.tsx';
import { Words } from '#documents/words/words.tsx';

/** One incident, as this account is told of it. */
export function IncidentSection({ frame, incident }: { frame: Frame; incident: IncidentView }) {
  const { locale } = frame;
  const id = `incident-${incident.slug}`;
  return (
    <section className="told" aria-labelledby={id}>
      <h2 id={id}>
        <Words text={incident.facts.title} locale={locale} />
      </h2>
      <AboutIncident incident={incident} i18n={frame} />
      <StateSentence incident={incident} i18n={frame} />
      <TodoList incident={incident} frame={frame} />
      <Involved incident={incident} i18n={frame} />
    </section>
  );
}
