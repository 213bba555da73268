import { Prisma } from '#generated/prisma/client.ts';

/** Whether the people of cohort `c` are told of its incident: its advisory is published, or they come first. */
export const isTold = Prisma.sql`(c."toldFirst" OR EXISTS (
  SELECT 1 FROM "Post" o JOIN "Publication" p ON p."postId" = o.id WHERE o."incidentId" = c."incidentId" AND o.kind = 'advisory'))`;
