import type { IncidentView } from '#domain/accounts/account-view.ts';
import type { Frame } from './frame.ts';
import { AboutIncident } from './AboutIncident.tsx';
import { Involved } from './Involved.tsx';
import { StateSentence } from './StateSentence.tsx';
import { TodoList } from './TodoList.tsx';
import { Words } from './Words.tsx';

/** One incident, as this account is told of it. */
export function IncidentSection({ frame: { locale, site }, incident }: { frame: Frame; incident: IncidentView }) {
  const id = `incident-${incident.slug}`;
  return (
    <section className="told" aria-labelledby={id}>
      <h2 id={id}>
        <Words text={incident.facts.title} locale={locale} />
      </h2>
      <AboutIncident incident={incident} locale={locale} />
      <StateSentence incident={incident} locale={locale} />
      <TodoList incident={incident} locale={locale} brand={site.brand} />
      <Involved incident={incident} locale={locale} />
    </section>
  );
}
