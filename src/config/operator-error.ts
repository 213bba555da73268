/** What the person at the command line can mend. Its message is a sentence of ours and is shown as it is; every other error's is not. */
export class OperatorError extends Error {}
