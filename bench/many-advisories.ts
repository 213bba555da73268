import { createHash } from 'node:crypto';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { StoredRendering } from '#domain/publishing/load-edition.ts';

/** Adds `count` advisories, each like the story's newest one, straight into the tables: their texts were proved there once. */
export async function addAdvisories(db: PrismaClient, count: number) {
  const model = await db.publication.findFirstOrThrow({
    where: { updateId: null, locale: 'en', factsRevisionId: { not: null } },
    include: { facts: true, revision: true, post: { include: { updates: true } } },
  });
  const facts = model.facts as NonNullable<typeof model.facts>;
  const rendering = await db.rendering.findFirstOrThrow({ where: { sourceHash: model.revision.sourceHash, factsHash: facts.hash } });
  const shown = rendering.json as unknown as StoredRendering;
  const posts: { id: number; slug: string; factsHash: string }[] = [];

  async function revise(post: { id: number; factsHash: string }, text: string): Promise<void> {
    const sourceHash = createHash('sha256').update(`${post.id} ${text}`).digest('hex');
    await db.revision.create({ data: { postId: post.id, locale: 'en', source: text, sourceHash, createdAt: new Date() } });
    const json = JSON.parse(JSON.stringify({ ...shown, rendered: { ...shown.rendered, lead: `${shown.rendered.lead}<p>${text}</p>` } }));
    await db.rendering.create({ data: { sourceHash, factsHash: post.factsHash, toolchain: rendering.toolchain, json } });
  }

  for (let number = 0; number < count; number += 1) {
    const slug = `bench-${number}`;
    const incident = await db.incident.create({ data: { slug, title: slug, detectedAt: new Date() } });
    const json = JSON.parse(JSON.stringify(facts.json));
    await db.factsRevision.create({ data: { incidentId: incident.id, json, hash: `${facts.hash}-${number}`, createdAt: new Date() } });
    const post = await db.post.create({ data: { kind: 'advisory', slug, incidentId: incident.id } });
    posts.push({ id: post.id, slug, factsHash: `${facts.hash}-${number}` });
    await revise(posts[number] as (typeof posts)[number], 'revision 0');
  }
  return {
    path: (which: number) => `/advisories/${posts[which]?.slug}`,
    revise: (which: number, text: string) => revise(posts[which] as (typeof posts)[number], text),
  };
}
