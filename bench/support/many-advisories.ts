import { createHash } from 'node:crypto';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { NamedText } from '#domain/publishing/named-text.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';

interface Post {
  id: number;
  slug: string;
  facts: number;
  factsHash: string;
}

/** Adds `count` advisories, each like the story's newest one, straight into the tables: their texts were proved there once. */
export async function addAdvisories(db: PrismaClient, count: number) {
  const model = await db.publication.findFirstOrThrow({
    where: { updateId: null, locale: 'en', factsRevisionId: { not: null } },
    include: { facts: true, rendering: true },
  });
  const facts = model.facts as NonNullable<typeof model.facts>;
  const { rendering } = model;
  const shown = rendering.json as unknown as StoredRendering;
  const posts: Post[] = [];

  async function revise(post: Post, text: string): Promise<NamedText> {
    const sourceHash = createHash('sha256').update(`${post.id} ${text}`).digest('hex');
    const revision = await db.revision.create({
      data: { postId: post.id, locale: 'en', source: text, sourceHash, proseHash: sourceHash, createdAt: new Date() },
    });
    const json = JSON.parse(JSON.stringify({ ...shown, rendered: { ...shown.rendered, lead: `${shown.rendered.lead}<p>${text}</p>` } }));
    const made = await db.rendering.create({ data: { sourceHash, factsHash: post.factsHash, toolchain: rendering.toolchain, json } });
    return { revision: revision.id, facts: post.facts, rendering: made.id };
  }

  const texts: NamedText[] = [];

  for (let number = 0; number < count; number += 1) {
    const slug = `bench-${number}`;
    const incident = await db.incident.create({ data: { slug, title: slug, detectedAt: new Date() } });
    const json = JSON.parse(JSON.stringify(facts.json));
    const factsHash = `${facts.hash}-${number}`;
    const revision = await db.factsRevision.create({ data: { incidentId: incident.id, json, hash: factsHash, createdAt: new Date() } });
    const post = await db.post.create({ data: { kind: 'advisory', slug, incidentId: incident.id } });
    posts.push({ id: post.id, slug, facts: revision.id, factsHash });
    texts.push(await revise(posts[number] as Post, 'revision 0'));
  }
  return {
    texts,
    path: (which: number) => `/advisories/${posts[which]?.slug}`,
    revise: (which: number, text: string) => revise(posts[which] as Post, text),
  };
}
