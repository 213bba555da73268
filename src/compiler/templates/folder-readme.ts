import type { Site } from '#model/site.ts';

/** What a content folder's own README says: what stands where, and what to do next. */
export function folderReadme({ brand, host }: Pick<Site, 'brand' | 'host'>): string {
  return `# ${brand}: what we say about security

Words and facts, no code. Candor makes https://${host} of this folder.

    site.yaml                                      who speaks, how to reach them, the pages of the footer
    incidents/<slug>/incident.yaml                 the facts of one incident, in every language
    incidents/<slug>/advisory.<locale>.mdx         what the public reads about it
    incidents/<slug>/updates/<name>.<locale>.mdx   what was new at one moment; never changed later
    notes/<slug>.<locale>.mdx                      other posts

## Next

All commands are given in a checkout of Candor, with CANDOR_CONTENT naming this folder.

1. Read site.yaml and the first note. They speak for ${brand}: change what is not so. Let somebody who knows the law read the pages "privacy" and "legal".
2. See that all is well: \`npm run candor -- content check\`
3. Make it public: \`npm run candor -- content push --publish\`. This first time asks for nobody else.
4. Keep this folder in git. What is written in the studio comes here by \`npm run candor -- content pull\`.

## When something happens

1. \`npm run candor -- content new incident --template holding\` writes a notice that is ready to be approved as it is, before anything is known.
2. Once you know more, write it into incident.yaml and the advisory. For another kind of incident, begin with --template data_accessed, credentials_exposed, vulnerability, upgrade_required or false_alarm: what is still to be written is marked TODO, and nothing is published while one is left.
3. \`npm run candor -- content new update --incident <slug> --template identified\` begins each further word. Keep the promise that nextUpdateBy makes.
4. Let a second person read it: \`npm run candor -- content push --submit\` asks the approvers, who read it at /studio, and \`npm run candor -- publish\` then makes it public. Whoever sits beside you can approve by their own key instead: \`npm run candor -- content push --publish --approved-by key.txt\`. Alone, in an emergency, \`--emergency --reason "…"\` publishes; everybody reads the reason.

## Before you are in a hurry

Write a note about how you handle incidents (\`npm run candor -- content new note\`), decide who approves at night, and walk through the holding notice once.
`;
}
