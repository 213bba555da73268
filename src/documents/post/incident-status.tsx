import type { Status } from '#model/facts.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Translate } from '#ui/translate.ts';

/** Where an incident stands. Whatever is not resolved is amber and has a clock: it goes on. */
export function IncidentStatus({ status, t, pill = false }: { status: Status | null; t: Translate; pill?: boolean }) {
  const known = status ?? 'investigating';
  const closed = known === 'resolved';
  return (
    <StatusBadge tone={closed ? 'ok' : 'recommended'} icon={closed ? 'check' : 'clock'} pill={pill}>
      {t(`status.${known}`)}
    </StatusBadge>
  );
}
