// Imported first by the processes that a demo or a test starts: they end when it was killed without a chance to end them.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 1_000).unref();
