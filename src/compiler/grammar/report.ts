import type { Finding } from '#compiler/text/finding.ts';
import type { Node } from './tree.ts';

/** Says of a node what is wrong with it and how to mend it; an error unless said otherwise. */
export type Report = (rule: string, node: Pick<Node, 'position'>, message: string, severity?: Finding['severity']) => void;
