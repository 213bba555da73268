import { z } from 'zod';

/** What somebody says of a text, in characters. It is shown as it is typed, and never read as anything else. */
export const commentText = z.string().max(2000, 'comment_long').trim().min(1, 'comment_missing');
