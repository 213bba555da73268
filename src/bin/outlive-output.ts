/**
 * Lets a command go on to its end when its output breaks: half an act because `head` has read enough would be worse than lines for nobody.
 * An answer that was lost on its way, as on a full disk, makes the command end with 1, and is said.
 */
export function outliveOutput(): void {
  const { stdout, stderr } = process;
  let lost: NodeJS.ErrnoException | null = null;
  stdout.on('error', (error) => {
    lost ??= error;
  });
  stderr.on('error', () => undefined);
  process.on('exit', () => {
    // Of a command that ends at once nothing was said yet.
    lost ??= stdout.errored;
    if (lost === null || lost.code === 'EPIPE') return;
    console.error(`The answer could not be written${lost.code === 'ENOSPC' ? ': the disk is full' : ''}. What the command was to do may be done.`);
    process.exitCode = 1;
  });
}
