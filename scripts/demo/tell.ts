import { readKept, writeData } from './data.ts';
import { tellStory } from './story.ts';

/** The story in a process of its own: what it takes to tell it is not held for as long as the demo runs. */
const accounts = await tellStory(process.env as Record<string, string>);
await writeData('kept.json', { ...(await readKept()), accounts });
