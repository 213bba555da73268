import type { ActionKind } from '#model/actions.ts';
import type { Category } from '#model/facts.ts';
import type { ProofMethod } from '#model/proofs.ts';
import { doneAt, wasAsked } from '#domain/actions/sql.ts';
import { cohortsOfAccount } from '#domain/cohorts/sql.ts';
import type { Transaction } from '#domain/core/context.ts';
import { isTold } from '#domain/incidents/sql.ts';

/** What an account was asked for, over and withdrawn orders too. */
interface Asked {
  kind: ActionKind;
  since: Date;
  proof: ProofMethod;
  state: string;
  endsAt: Date | null;
  platform: string | null;
  fixedVersion: string | null;
  doneAt: Date | null;
}

export interface ConcerningIncident {
  incident: string;
  /** In which way, as the incident's facts name it. */
  cohort: string;
  dataInvolved: Category[];
  asked: Asked[];
}

type Row = Omit<ConcerningIncident, 'asked'> & Omit<Asked, 'kind'> & { cohortId: number; kind: ActionKind | null };

/** The incidents that concern an account, as far as its person is told of them, in the order in which they were made. */
export async function concerningIncidents(tx: Transaction, accountId: bigint): Promise<ConcerningIncident[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id AS "cohortId", i.slug AS incident, c.name AS cohort, c."dataInvolved", r.kind::text AS kind, r.since, r.proof::text AS proof, r.state::text AS state,
      r."endsAt", r.platform, r."fixedVersion", CASE WHEN r.id IS NOT NULL THEN ${doneAt} END AS "doneAt"
    FROM "Account" a CROSS JOIN LATERAL ${cohortsOfAccount} AS mine JOIN "Cohort" c ON c.id = mine.id JOIN "Incident" i ON i.id = c."incidentId"
      LEFT JOIN "RequiredAction" r ON r."cohortId" = c.id AND ${wasAsked}
    WHERE a.id = ${accountId} AND ${isTold} ORDER BY i.id, c.id, r.id`;
  return [...Map.groupBy(rows, ({ cohortId }) => cohortId).values()].map((own) => {
    const [{ incident, cohort, dataInvolved }] = own as [Row];
    const asked = own.flatMap(({ kind, since, proof, state, endsAt, platform, fixedVersion, doneAt }) =>
      kind ? [{ kind, since, proof, state, endsAt, platform, fixedVersion, doneAt }] : [],
    );
    return { incident, cohort, dataInvolved, asked };
  });
}
