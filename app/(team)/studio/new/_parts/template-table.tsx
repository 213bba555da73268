import { INCIDENT_TEMPLATES } from '#model/team/templates.ts';
import { teamPaths } from '#paths';
import type { Translate } from '#ui/translate.ts';

/** What an incident can begin from; the holding notice first, as the one that needs to know nothing. */
export function TemplateTable({ t }: { t: Translate }) {
  return (
    <table className="t" aria-labelledby="templates">
      <thead>
        <tr>
          <th scope="col">{t('begin.incident.template')}</th>
          <th scope="col">{t('begin.incident.when')}</th>
        </tr>
      </thead>
      <tbody>
        {INCIDENT_TEMPLATES.map((template) => (
          <tr key={template}>
            <th scope="row">
              <a className={template === 'holding' ? 'btn' : undefined} href={`${teamPaths.newIncident()}?template=${template}`}>
                {t(`begin.template.${template}.name`)}
              </a>
            </th>
            <td data-l={t('begin.incident.when')}>{t(`begin.template.${template}.when`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
